import { codeFlag, codeSymbol, codeWhole, type Coder } from './coder.ts'

/** Exact powers of ten: a whole number divided by one of them is the double nearest to the decimal, on every machine. */
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14]
const placesBits = 4
/** In place of the decimal places: the number has too many digits, and follows as 64 bits. */
const inFull = powersOfTen.length
/** With more digits than this the 64 bits are shorter. */
const largestDigits = 2 ** 46

/** A number, exactly: as its decimal digits where there are few, else as the 64 bits of the double. */
export function codeNumber(coder: Coder, value: number): number {
  const decimal = coder.isReading ? null : decimalOf(value)
  const places = codeSymbol(coder, 'places', placesBits, decimal?.places ?? inFull)
  if (places >= inFull) return codeFloat(coder, value)
  const isNegative = codeFlag(coder, 'negative', value < 0)
  const magnitude = codeWhole(coder, 'digits', decimal?.digits ?? 0) / powersOfTen[places]
  // Never −0, which JSON does not know.
  return isNegative && magnitude !== 0 ? -magnitude : magnitude
}

interface Decimal {
  /** The magnitude times 10 to the `places`. */
  readonly digits: number
  readonly places: number
}

function decimalOf(value: number): Decimal | null {
  const magnitude = Math.abs(value)
  for (const [places, power] of powersOfTen.entries()) {
    const digits = Math.round(magnitude * power)
    if (digits > largestDigits) return null
    if (digits / power === magnitude) return { digits, places }
  }
  return null
}

function codeFloat(coder: Coder, value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, coder.isReading ? 0 : value)
  const high = coder.even(32, view.getUint32(0))
  const low = coder.even(32, view.getUint32(4))
  view.setUint32(0, high)
  view.setUint32(4, low)
  return view.getFloat64(0)
}
