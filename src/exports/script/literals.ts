/** How a language writes the values of a document. A number comes back exactly. */
export interface Literals {
  readonly comment: (text: string) => string
  readonly text: (value: string) => string
  readonly number: (value: number) => string
  /** A whole number. */
  readonly integer: (value: number) => string
  readonly list: (items: readonly string[]) => string
  readonly vector: (values: ArrayLike<number>) => string
  /** Rows of two numbers each; also where there are none. */
  readonly rows: (values: readonly (readonly [number, number])[]) => string
}

/** Shortest digits that come back as the same double, always with a point: in Julia, 1 and 1.0 are of different types. */
function float(value: number): string {
  const text = String(value + 0)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

/** One line, whatever it was. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
}

const comment = (text: string) => `# ${oneLine(text)}`.trimEnd()
const list = (items: readonly string[]) => `[${items.join(', ')}]`
const floats = (values: ArrayLike<number>) => list(Array.from(values, float))

export const python: Literals = {
  comment,
  text: (value) => JSON.stringify(oneLine(value)),
  number: float,
  integer: String,
  list,
  vector: (values) => `np.array(${floats(values)})`,
  rows: (values) => (values.length === 0 ? 'np.zeros((0, 2))' : `np.array(${list(values.map(floats))})`),
}

export const julia: Literals = {
  comment,
  // A dollar sign would begin an interpolation.
  text: (value) => JSON.stringify(oneLine(value)).replaceAll('$', String.raw`\$`),
  number: float,
  integer: String,
  list,
  vector: floats,
  rows: (values) =>
    values.length === 0 ? 'zeros(0, 2)' : `[${values.map(([x1, x2]) => `${float(x1)} ${float(x2)}`).join('; ')}]`,
}
