import type { Patterns } from './patterns.ts'

/**
 * Patterns as bits, 1 for +1: row μ is `words[mu * wordCount … + wordCount - 1]`, neuron i is bit i mod 32 of word ⌊i/32⌋. Bits beyond N are 0,
 * so that they never count as a difference.
 */
export interface PackedPatterns {
  readonly words: Int32Array
  readonly wordCount: number
  readonly patternCount: number
  readonly neuronCount: number
}

/** Neurons in a word. */
const WORD_BITS = 32

const keptOf = new WeakMap<Patterns, PackedPatterns>()

/** Patterns as bits, made once: a `Patterns` object is a value, whoever changes a memory makes a new one. One pass over the P x N values. */
export function packPatterns(patterns: Patterns): PackedPatterns {
  let packed = keptOf.get(patterns)
  if (packed === undefined) {
    packed = pack(patterns)
    keptOf.set(patterns, packed)
  }
  return packed
}

/** The same of patterns that differ from others in the rows `changed` only, of which alone the values are read. */
export function packChangedPatterns(patterns: Patterns, before: Patterns, changed: readonly number[]): PackedPatterns {
  const packed = { ...packPatterns(before), words: packPatterns(before).words.slice() }
  for (const mu of changed) packRowInto(packed.words, patterns, mu)
  keptOf.set(patterns, packed)
  return packed
}

function pack(patterns: Patterns): PackedPatterns {
  const { patternCount, neuronCount } = patterns
  const wordCount = wordsOf(neuronCount)
  const words = new Int32Array(patternCount * wordCount)
  for (let mu = 0; mu < patternCount; mu++) packRowInto(words, patterns, mu)
  return { words, wordCount, patternCount, neuronCount }
}

const wordsOf = (neuronCount: number): number => Math.ceil(neuronCount / WORD_BITS)

function packRowInto(words: Int32Array, { values, neuronCount }: Patterns, mu: number): void {
  const row = mu * neuronCount
  const wordCount = wordsOf(neuronCount)
  for (let word = 0; word < wordCount; word++) {
    const from = row + word * WORD_BITS
    const to = Math.min(from + WORD_BITS, row + neuronCount)
    let bits = 0
    // (v + 1)/2 is 1 for +1 and 0 for -1, and needs no branch.
    for (let i = from, shift = 0; i < to; i++, shift++) bits |= ((values[i] + 1) >> 1) << shift
    words[mu * wordCount + word] = bits
  }
}

/** Ones in each group of four bits: 0 to 4, in those four bits. */
function countNibbles(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  return (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
}

/** Sum of the eight four-bit counts. Each is at most 15, so two fit in a byte. */
function sumNibbles(counts: number): number {
  return Math.imul((counts & 0x0f0f0f0f) + ((counts >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}

/**
 * Neurons in which two rows differ: the ones of a XOR b, `count` words from `a` and from `b` on.
 *
 * Three words share one final sum (3 x 4 ≤ 15). 1.6 ns a word.
 */
export function countDifferences(words: Int32Array, a: number, b: number, count: number): number {
  let total = 0
  let k = 0
  for (; k + 2 < count; k += 3) {
    const first = countNibbles(words[a + k] ^ words[b + k])
    const second = countNibbles(words[a + k + 1] ^ words[b + k + 1])
    const third = countNibbles(words[a + k + 2] ^ words[b + k + 2])
    total += sumNibbles(first + second + third)
  }
  for (; k < count; k++) total += sumNibbles(countNibbles(words[a + k] ^ words[b + k]))
  return total
}

/** The same among the neurons of a mask only (`count` words). */
export function countDifferencesWithin(
  mask: Int32Array,
  words: Int32Array,
  a: number,
  b: number,
  count: number,
): number {
  let total = 0
  let k = 0
  for (; k + 2 < count; k += 3) {
    const first = countNibbles((words[a + k] ^ words[b + k]) & mask[k])
    const second = countNibbles((words[a + k + 1] ^ words[b + k + 1]) & mask[k + 1])
    const third = countNibbles((words[a + k + 2] ^ words[b + k + 2]) & mask[k + 2])
    total += sumNibbles(first + second + third)
  }
  for (; k < count; k++) total += sumNibbles(countNibbles((words[a + k] ^ words[b + k]) & mask[k]))
  return total
}
