/**
 * Numbers as text: four significant digits, a true minus sign, and widths that do not jump while a number changes.
 * Every number on the page goes through here, so that a figure reads the same in a table, a field and a plot.
 */

/** U+2212, as wide as a plus sign in tabular figures; a hyphen is not. */
const minusSign = '−'
/** U+2007, exactly as wide as a digit where figures are tabular. */
const figureSpace = '\u2007'
/** U+2002: half an em; stands in for the minus sign, which is about as wide. */
const enSpace = '\u2002'

const significantDigits = 4
/** Outside these sizes plain digits stop helping, and the number is written with a power of ten. */
const largestPlain = 1e6
const smallestPlain = 1e-4

const superscripts: Record<string, string> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

function withTrueMinus(text: string): string {
  const isZero = /^-0(\.0*)?$/.test(text)
  return isZero ? text.slice(1) : text.replace('-', minusSign)
}

function special(value: number): string | null {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minusSign}∞`
  return null
}

function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e')
  const power = Array.from(String(Number(exponent)), (character) => superscripts[character] ?? '').join('')
  return `${withTrueMinus(mantissa)} × 10${power}`
}

/** `1.5` → `1.500`, `-0.65347` → `−0.6535`, `0` → `0`, `1e-7` → `1.000 × 10⁻⁷`. */
export function formatNumber(value: number, digits = significantDigits): string {
  const name = special(value)
  if (name !== null) return name
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size < smallestPlain || size >= largestPlain) return scientific(value, digits)
  // toPrecision turns to exponents only from 10^digits on, and these are plain here.
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)))
  return withTrueMinus(size >= 10 ** digits ? value.toFixed(0) : Number(value.toPrecision(digits)).toFixed(decimals))
}

/** The same, without zeros at the end: `1.5`, `−3`, `0.25`. For ranges in sentences and for tick labels. */
export function formatShort(value: number, digits = significantDigits): string {
  const text = formatNumber(value, digits)
  return text.includes('.') ? text.replace(/\.?0+(?= ×|$)/, '') : text
}

/** A fixed number of decimals, for columns: `−1.250`. Never scientific, never `−0.000`. */
export function formatFixed(value: number, decimals: number): string {
  return special(value) ?? withTrueMinus(value.toFixed(decimals))
}

/**
 * A table cell that lines up on the decimal point with any other cell made with the same arguments in a right-aligned
 * column of tabular figures: figure spaces fill the missing whole digits, an en space the missing sign.
 */
export function formatAligned(value: number, decimals: number, wholeDigits = 1): string {
  const text = formatFixed(value, decimals)
  const isNegative = text.startsWith(minusSign)
  const unsigned = isNegative ? text.slice(1) : text
  const missing = Math.max(0, wholeDigits - unsigned.split('.')[0].length)
  return figureSpace.repeat(missing) + (isNegative ? minusSign : enSpace) + unsigned
}

/** Decimals that a step needs: 0.01 → 2, 1 → 0, 2.5 → 1. */
export function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 8; decimals += 1) {
    if (Math.abs(step - Number(step.toFixed(decimals))) < step * 1e-6) return decimals
  }
  return 8
}

/**
 * What a field shows: at least the decimals of its step, so that the text does not jump while a slider moves, and up
 * to four significant digits where the value lies between two steps. With step 0.01: `1.50`, and `1.291` for 1.29131.
 */
export function formatField(value: number, step: number): string {
  const name = special(value)
  if (name !== null) return name
  const size = Math.abs(value)
  // A seed is a whole number that a person copies: every digit counts.
  if (Number.isInteger(step) && Number.isSafeInteger(value)) return withTrueMinus(value.toFixed(0))
  if (size !== 0 && (size < smallestPlain || size >= largestPlain)) return scientific(value, significantDigits)
  const atLeast = decimalsOfStep(step)
  const whole = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1
  const atMost = Math.max(atLeast, significantDigits - whole)
  const text = value.toFixed(atMost)
  const spare = atMost - atLeast
  const zeros = text.length - text.replace(/0+$/, '').length
  const cut = text.slice(0, text.length - Math.min(spare, zeros))
  return withTrueMinus(cut.endsWith('.') ? cut.slice(0, -1) : cut)
}
