import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** A seeded stream of random numbers. It has a state: one owner, one stream. */
export interface RandomSource {
  /** A number in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number
  /** A standard normal number (mean 0, variance 1). */
  normal(): number
}

/** Increment of Weyl sequences: 2³² divided by the golden ratio (Steele, Lea & Flood 2014, SplitMix). */
const GOLDEN = 0x9e3779b9
/** Multipliers of the 32-bit finaliser of C. Wellons, "prospecting for hash functions" (2018), low bias. */
const MIX_1 = 0x21f0aaad
const MIX_2 = 0x735a2d97

/** A bijection of 32-bit integers in which every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), MIX_1)
  h = Math.imul(h ^ (h >>> 15), MIX_2)
  return h ^ (h >>> 15)
}

/** Four words that depend on every bit of seed and stream: a chain of `mix`, so that neighbouring streams are unrelated. */
function initialWords(seed: number, stream: number): [number, number, number, number] {
  const words: [number, number, number, number] = [0, 0, 0, 0]
  let h = mix((seed + GOLDEN) | 0)
  h = mix(h ^ mix((stream ^ MIX_2) | 0))
  for (let k = 0; k < words.length; k++) {
    h = (h + GOLDEN) | 0
    words[k] = mix(h ^ mix((stream + Math.imul(k + 1, MIX_1)) | 0))
  }
  if ((words[0] | words[1] | words[2] | words[3]) === 0) words[0] = 1 // the only state the generator may not have
  return words
}

/**
 * A random source: xoroshiro128+ (Blackman & Vigna 2018; pure-rand), normals by Marsaglia's polar method, with the second one kept.
 *
 * `seed`, `stream`: integers, taken modulo 2³². Same seed and stream, same numbers, on every machine with IEEE doubles (but for `Math.log`,
 * which engines may round differently in the last bit). Different streams of one seed are unrelated. Not for secrets.
 */
export function createRandom(seed: number, stream = 0): RandomSource {
  const generator = xoroshiro128plusFromState(initialWords(seed, stream))
  let spare = 0
  let hasSpare = false
  // The lowest bits of xoroshiro128+ are its weakest, so 27 and 26 high bits are taken.
  const uniform = () => ((generator.next() >>> 5) * 0x4000000 + (generator.next() >>> 6)) / 0x20000000000000
  const normal = () => {
    if (hasSpare) {
      hasSpare = false
      return spare
    }
    for (;;) {
      const a = 2 * uniform() - 1
      const b = 2 * uniform() - 1
      const square = a * a + b * b
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = b * factor
      hasSpare = true
      return a * factor
    }
  }
  return { uniform, normal }
}
