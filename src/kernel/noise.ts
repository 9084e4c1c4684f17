import { createRandom } from '../model/random.ts'
import { COS_0, COS_1, COS_2, COS_3, COS_4, SIN_0, SIN_1, SIN_2, SIN_3 } from './approximations.ts'

/** Neurons of one block of the kernels, and generators that run side by side. */
export const TILE = 16
const LANES = 4
/** Words of the state of one generator. */
const WORDS = 4
/** Words of state of all generators: word w of lane l stands at 4 w + l. */
export const NOISE_WORDS = LANES * WORDS
/** Resolution of the radius, 24 bits: its uniform number is an odd multiple of 2⁻²⁴, never 0; normals stay below 5.77. */
const UNIFORM_UNIT = 2 ** -24
const ANGLE_UNIT = Math.PI / 2 / 2 ** 31

/**
 * Seeds the generators, 16 words. Same seed and stream, same words; other streams are unrelated. A lane may not be all zero:
 * `createRandom` gives that with probability 2⁻¹²⁶, and it is mended.
 */
export function seedNoiseInto(words: Uint32Array, seed: number, stream: number): Uint32Array {
  const random = createRandom(seed, stream)
  for (let k = 0; k < NOISE_WORDS; k++) words[k] = random.uniform() * 2 ** 32
  for (let lane = 0; lane < LANES; lane++) {
    if ((words[lane] | words[4 + lane] | words[8 + lane] | words[12 + lane]) === 0) words[lane] = 1
  }
  return words
}

/**
 * Fills `out` with standard normals: xoshiro128+ (Blackman & Vigna 2018) in four lanes, Box and Muller's transform.
 *
 * `words`: the generators' state, moved on. `out`: a multiple of 16 numbers; those of one tile of 16 come from two draws of two words a lane:
 * radius √(−2 ln u), angle φ uniform in [−π/2, π/2) with a random sign of the cosine, which together make the whole circle. The same order as
 * the WebAssembly kernels, so that all flavours see the same noise up to rounding. Errors of sine and cosine below 6e-7.
 */
export function fillNormalsInto(out: Float64Array, words: Uint32Array): Float64Array {
  const length = out.length
  for (let lane = 0; lane < LANES; lane++) {
    let a = words[lane] | 0
    let b = words[4 + lane] | 0
    let c = words[8 + lane] | 0
    let d = words[12 + lane] | 0
    for (let at = lane; at < length; at += 2 * LANES) {
      const first = (a + d) | 0
      let shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
      const second = (a + d) | 0
      shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
      const radius = Math.sqrt(-2 * Math.log(((first >>> 8) | 1) * UNIFORM_UNIT))
      const phi = (second << 1) * ANGLE_UNIT
      const t = phi * phi
      const cosine = COS_0 + t * (COS_1 + t * (COS_2 + t * (COS_3 + t * COS_4)))
      out[at] = second < 0 ? -radius * cosine : radius * cosine
      out[at + LANES] = radius * phi * (SIN_0 + t * (SIN_1 + t * (SIN_2 + t * SIN_3)))
    }
    words[lane] = a
    words[4 + lane] = b
    words[8 + lane] = c
    words[12 + lane] = d
  }
  return out
}
