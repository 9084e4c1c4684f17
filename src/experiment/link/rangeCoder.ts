/**
 * A range coder: a bit that was to be expected takes less than a bit of the link. The chances come from the caller (`chances.ts`), the
 * same ones while writing and reading. Whole numbers alone, so that a link reads the same on every machine.
 *
 * Source: G. N. N. Martin, "Range encoding" (1979), with the carry of the 7-Zip LZMA coder.
 */
export interface BitCoder {
  readonly isReading: boolean
  /** Codes one bit that is 0 with probability `chance` / `wholeChance`. A writer returns the bit, a reader ignores it and returns the one that was written. */
  readonly code: (chance: number, bit: number) => number
}

export interface BitWriter extends BitCoder {
  /** All bytes, without the zeros at their end: a reader puts those there itself. Ends the writing. */
  readonly finish: () => Uint8Array
}

/** A chance is a whole number from 1 to this less 1. */
export const wholeChance = 2 ** 16

const wordBits = 32
/** The range is kept at 24 bits or more, so that 16 bits of chance fit into it. */
const smallestRange = 2 ** 24
const lastByte = 255

/** Takes bits, gives bytes. */
export function createBitWriter(): BitWriter {
  const bytes: number[] = []
  // The number that is being written lies from `low` (33 bits) to below `low + range`. A byte is held back with the 255s behind it, since a carry may still come.
  let low = 0
  let range = 2 ** wordBits - 1
  let held = -1
  let waiting = 0

  const shiftOut = () => {
    const carry = low >= 2 ** wordBits ? 1 : 0
    if (low < lastByte * smallestRange || carry === 1) {
      if (held >= 0) bytes.push((held + carry) & lastByte)
      for (; waiting > 0; waiting--) bytes.push((lastByte + carry) & lastByte)
      held = Math.floor(low / smallestRange) & lastByte
    } else {
      waiting += 1
    }
    low = (low % smallestRange) * 256
  }

  return {
    isReading: false,
    code(chance, bit) {
      const bound = (range >>> 16) * chance
      if (bit === 0) {
        range = bound
      } else {
        low += bound
        range -= bound
      }
      while (range < smallestRange) {
        range *= 256
        shiftOut()
      }
      return bit
    },
    finish() {
      low = roundestNumber(low, range)
      for (let k = 0; k < 5; k++) shiftOut()
      let length = bytes.length
      while (length > 0 && bytes[length - 1] === 0) length -= 1
      return Uint8Array.from(bytes.slice(0, length))
    },
  }
}

/** Of the numbers from `low` to below `low + range` the one with most zeros at its end. */
function roundestNumber(low: number, range: number): number {
  for (let power = 2 ** wordBits; power > 1; power /= 2) {
    const candidate = Math.ceil(low / power) * power
    if (candidate < low + range) return candidate
  }
  return low
}

/** Gives back the bits from the bytes of a writer. From other bytes it gives other bits, without an end: the caller bounds what it asks for. */
export function createBitReader(bytes: Uint8Array): BitCoder {
  let position = 0
  let range = 2 ** wordBits - 1
  let offset = 0
  const shiftIn = () => {
    const byte = position < bytes.length ? bytes[position] : 0
    position += 1
    offset = (offset % smallestRange) * 256 + byte
  }
  for (let k = 0; k < 4; k++) shiftIn()

  return {
    isReading: true,
    code(chance) {
      const bound = (range >>> 16) * chance
      const bit = offset < bound ? 0 : 1
      if (bit === 0) {
        range = bound
      } else {
        offset -= bound
        range -= bound
      }
      while (range < smallestRange) {
        range *= 256
        shiftIn()
      }
      return bit
    },
  }
}
