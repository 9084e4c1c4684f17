import { wholeChance, type BitCoder } from './rangeCoder.ts'

/** How likely each of some bits is to be 0, learned from the bits so far. */
export interface Chances {
  readonly zero: Uint16Array
  /** How often each bit was met, up to the last of `learningRates`. */
  readonly met: Uint8Array
}

/**
 * Writes values, or reads them. The same calls do both: a writer is handed the value and returns it; a reader is handed anything and returns
 * what was written. So a format is described once, and cannot be read otherwise than it is written.
 */
export interface Coder {
  readonly isReading: boolean
  /** Size of the pictures, known once the document has told it. */
  size: { readonly columns: number; readonly rows: number }
  /** The chances of that name, for `count` different bits; made when first asked for. */
  readonly chances: (name: string, count: number) => Chances
  /** One bit, by the chance number `k`, which learns from it. */
  readonly bit: (chances: Chances, k: number, bit: number) => number
  /** `count` bits that are as likely 0 as 1, as a whole number; at most 32. */
  readonly even: (count: number, value: number) => number
}

/** What is read is not what any writer wrote. Caught in `parseLink`. */
export class BrokenLink extends Error {}

/** The chance of a bit moves towards the bit by one part in so many: quickly at first, then slowly. */
const learningRates = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 28, 32]
const evenChance = wholeChance / 2
/** No chance comes nearer to certainty than this, so that what was never met can still be said. */
const smallestChance = 32

/** A coder over bits that are written or read. */
export function createCoder(bits: BitCoder): Coder {
  const known = new Map<string, Chances>()
  return {
    isReading: bits.isReading,
    size: { columns: 0, rows: 0 },
    chances(name, count) {
      const found = known.get(name)
      if (found !== undefined) return found
      const made = { zero: new Uint16Array(count).fill(evenChance), met: new Uint8Array(count) }
      known.set(name, made)
      return made
    },
    bit({ zero, met }, k, bit) {
      const coded = bits.code(zero[k], bit)
      const target = coded === 0 ? wholeChance - smallestChance : smallestChance
      zero[k] += Math.trunc((target - zero[k]) / learningRates[met[k]])
      if (met[k] < learningRates.length - 1) met[k] += 1
      return coded
    },
    even(count, value) {
      let read = 0
      for (let k = count - 1; k >= 0; k--) read = 2 * read + bits.code(evenChance, (value >>> k) & 1)
      return read
    },
  }
}

/** A number of `count` bits, from the highest to the lowest, each by a chance that depends on those above it. At most 16. */
export function codeSymbol(coder: Coder, name: string, count: number, value: number): number {
  const chances = coder.chances(name, 2 ** count)
  let node = 1
  for (let k = count - 1; k >= 0; k--) node = 2 * node + coder.bit(chances, node, (value >> k) & 1)
  return node - 2 ** count
}

/** One bit with a chance of its own. */
export function codeFlag(coder: Coder, name: string, value: boolean): boolean {
  return coder.bit(coder.chances(name, 1), 0, value ? 1 : 0) === 1
}

const lengthBits = 6
const longestNumber = 53
const highPart = 2 ** 32

/** A whole number from 0 to 2⁵³ − 1: how many binary digits it has, and those after the first. */
export function codeWhole(coder: Coder, name: string, value: number): number {
  // Not by log2, which rounds up just below a power of two.
  const length = codeSymbol(coder, name, lengthBits, value === 0 ? 0 : value.toString(2).length)
  if (length > longestNumber) throw new BrokenLink()
  if (length < 2) return length
  const count = length - 1
  const rest = value - 2 ** count
  const high = count > 32 ? coder.even(count - 32, Math.floor(rest / highPart)) : 0
  const low = coder.even(Math.min(count, 32), rest % highPart)
  return 2 ** count + high * highPart + low
}
