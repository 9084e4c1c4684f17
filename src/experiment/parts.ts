/** What stands in the braces of a document, whatever it is. */
export type Parts = Readonly<Record<string, unknown>>

export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
