/** What a figure was last told: its values, and the address or preset that it stood on. */
export interface Told {
  readonly source: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The values that the figure has not got yet. Another source brings a document of its own, which knows of none of them. */
export function changedValues(before: Told, next: Told): Record<string, unknown> {
  const isNew = before.source !== next.source
  return Object.fromEntries(
    Object.entries(next.values).filter(
      ([name, value]) => isNew || JSON.stringify(value) !== JSON.stringify(before.values[name]),
    ),
  )
}
