import { BrokenLink, codeFlag, codeSymbol, codeWhole, type Coder } from './coder.ts'
import { codeNumber } from './numbers.ts'

/**
 * How one part of a document is written: a writer is handed its value, a reader nothing; both return it. `usual` is the same part of the usual
 * document of that version, undefined where there is none.
 */
export type Shape = (coder: Coder, value: unknown, usual: unknown) => unknown

type Parts = Readonly<Record<string, unknown>>

/** Begins with one bit that says whether the part is as usual, where there is a usual one. */
function unlessUsual(name: string, shape: Shape): Shape {
  return (coder, value, usual) => {
    if (usual === undefined) return shape(coder, value, usual)
    return codeFlag(coder, `usual ${name}`, isSame(value, usual)) ? usual : shape(coder, value, usual)
  }
}

/** An object with these parts, in this order. */
export function group(parts: Readonly<Record<string, Shape>>): Shape {
  return unlessUsual('group', (coder, value, usual) => {
    const coded: Record<string, unknown> = {}
    for (const [key, shape] of Object.entries(parts)) {
      coded[key] = shape(coder, partOf(value, key), partOf(usual, key))
    }
    return coded
  })
}

/** Any finite number, exactly; short where it has few digits. */
export const number: Shape = unlessUsual('number', (coder, value) => codeNumber(coder, value as number))

/** True or false. */
export const flag: Shape = (coder, value, usual) => {
  const before = usual === true
  return codeFlag(coder, 'flag', (value === true) !== before) !== before
}

/** One of some words, which must keep their places for ever. */
export function choice(...words: readonly string[]): Shape {
  const bits = Math.ceil(Math.log2(words.length))
  const name = `choice ${words.join()}`
  return unlessUsual('choice', (coder, value) => {
    const k = codeSymbol(coder, name, bits, Math.max(0, words.indexOf(value as string)))
    if (k >= words.length) throw new BrokenLink()
    return words[k]
  })
}

/** One of some objects, told apart by their `kind`, which must keep their places for ever. */
export function union(kinds: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape {
  const kind = choice(...Object.keys(kinds))
  const shapes = Object.fromEntries(Object.entries(kinds).map(([name, parts]) => [name, group(parts)]))
  return unlessUsual('union', (coder, value, usual) => {
    const name = kind(coder, partOf(value, 'kind'), partOf(usual, 'kind')) as string
    const usualParts = partOf(usual, 'kind') === name ? withoutKind(usual) : undefined
    const parts = shapes[name](coder, coder.isReading ? undefined : withoutKind(value), usualParts)
    return { kind: name, ...(parts as Parts) }
  })
}

/** A list of at most `longest`; an item is compared with the usual one at its place. */
export function list(longest: number, item: Shape): Shape {
  return unlessUsual('list', (coder, value, usual) => {
    const values = itemsOf(value)
    const usualItems = itemsOf(usual)
    const length = codeWhole(coder, 'length', values.length)
    if (length > longest) throw new BrokenLink()
    return Array.from({ length }, (_, k) => item(coder, values[k], usualItems[k]))
  })
}

/** A list of objects with an `id` each; an object is compared with the usual one of that id, wherever it stands. */
export function listById(longest: number, parts: Readonly<Record<string, Shape>>): Shape {
  const shape = group(parts)
  return unlessUsual('list', (coder, value, usual) => {
    const values = itemsOf(value)
    const usualItems = itemsOf(usual)
    const length = codeWhole(coder, 'length', values.length)
    if (length > longest) throw new BrokenLink()
    let next = 1
    return Array.from({ length }, (_, k) => {
      const id = codeId(coder, coder.isReading ? 0 : (partOf(values[k], 'id') as number), next)
      next = id + 1
      const usualItem = usualItems.find((candidate) => partOf(candidate, 'id') === id)
      const rest = shape(coder, coder.isReading ? undefined : withoutId(values[k]), withoutId(usualItem))
      return { id, ...(rest as Parts) }
    })
  })
}

/** A whole number that is mostly the expected one. */
function codeId(coder: Coder, id: number, expected: number): number {
  return codeFlag(coder, 'next id', id === expected) ? expected : codeWhole(coder, 'id', id)
}

/** So many items of one shape. */
export function tuple(count: number, item: Shape): Shape {
  return unlessUsual('tuple', (coder, value, usual) =>
    Array.from({ length: count }, (_, k) => item(coder, itemsOf(value)[k], itemsOf(usual)[k])),
  )
}

/** The part, or null. */
export function nullable(shape: Shape): Shape {
  return unlessUsual('nullable', (coder, value, usual) => {
    if (codeFlag(coder, 'null', value === null)) return null
    return shape(coder, value, usual === null ? undefined : usual)
  })
}

const unitBits = 16
const asciiBits = 7

/** Text of at most `longest` UTF-16 units, whatever they are. */
export function text(longest: number): Shape {
  return unlessUsual('text', (coder, value) => {
    const units = coder.isReading ? '' : (value as string)
    const length = codeWhole(coder, 'letters', units.length)
    if (length > longest) throw new BrokenLink()
    const codes = Array.from({ length }, (_, k) => {
      const unit = coder.isReading ? 0 : units.charCodeAt(k)
      if (codeFlag(coder, 'ascii', unit < 2 ** asciiBits)) return codeSymbol(coder, 'letter', asciiBits, unit)
      return coder.even(unitBits, unit)
    })
    return String.fromCharCode(...codes)
  })
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Parts)[key] : undefined
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function withoutKind(value: unknown): Parts {
  const { kind: _, ...rest } = value as Parts
  return rest
}

function withoutId(value: unknown): Parts | undefined {
  if (value === undefined) return undefined
  const { id: _, ...rest } = value as Parts
  return rest
}

/** Equality of plain JSON values. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(partOf(a, key), partOf(b, key)))
}
