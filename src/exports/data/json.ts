import type { ExportHeader } from '../header.ts'
import { singleText } from './numberText.ts'

/** Changes when what is in the file does. */
const format = 1

/** Numbers in a piece: a millisecond or two of work. */
const numbersOfPiece = 2000

/**
 * Results as JSON, for people too: two spaces of indent, a list of numbers on one line. Typed arrays become lists; numbers of single precision have
 * the fewest digits that name them, all others come back exactly. What JSON has no word for, Infinity and NaN, is null. In pieces, so that a page
 * can do something else in between.
 */
export function* resultsPieces(header: ExportHeader, results: object): Generator<string> {
  yield* valuePieces({ memoryscape: 'results', format, header, ...results }, '\n')
  yield '\n'
}

/** All pieces of `resultsPieces`. */
export function resultsText(header: ExportHeader, results: object): string {
  return [...resultsPieces(header, results)].join('')
}

/** `line`: a line break with the indent of the present depth. */
function* valuePieces(value: unknown, line: string): Generator<string> {
  if (value instanceof Float32Array) yield* numberPieces(value, singleText)
  else if (value instanceof Float64Array || value instanceof Uint8Array) yield* numberPieces(value, String)
  else if (Array.isArray(value)) yield* listPieces(value, line)
  else if (typeof value === 'object' && value !== null) yield* objectPieces(value, line)
  // As JSON.stringify has it: what is not finite is null.
  else yield JSON.stringify(value)
}

function* numberPieces(
  values: Float32Array | Float64Array | Uint8Array,
  text: (value: number) => string,
): Generator<string> {
  const textOf = (value: number) => (Number.isFinite(value) ? text(value) : 'null')
  yield '['
  for (let from = 0; from < values.length; from += numbersOfPiece) {
    const numbers = Array.from(values.subarray(from, from + numbersOfPiece), textOf)
    yield `${from === 0 ? '' : ', '}${numbers.join(', ')}`
  }
  yield ']'
}

function* listPieces(list: readonly unknown[], line: string): Generator<string> {
  const isFlat = list.every((item) => typeof item !== 'object' || item === null)
  const inner = isFlat ? '' : `${line}  `
  yield `[${inner}`
  for (const [k, item] of list.entries()) {
    if (k > 0) yield isFlat ? ', ' : `,${inner}`
    yield* valuePieces(item, inner)
  }
  yield isFlat ? ']' : `${line}]`
}

function* objectPieces(object: object, line: string): Generator<string> {
  const inner = `${line}  `
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  if (entries.length === 0) yield '{}'
  for (const [k, [key, value]] of entries.entries()) {
    yield `${k === 0 ? '{' : ','}${inner}${JSON.stringify(key)}: `
    yield* valuePieces(value, inner)
  }
  if (entries.length > 0) yield `${line}}`
}
