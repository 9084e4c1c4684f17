import { TILE } from './noise.ts'

/** Bytes 0 1 2 3 of a word: a swizzle with them takes the first number of its table. */
const FIRST_NUMBER = 0x03020100
/** To the next number of the table. */
const NEXT_NUMBER = 0x04040404
/** A swizzle takes 0 here: the code of what only fills the last tile, pair or group. */
const NOTHING = 0x80808080 | 0
const LANES = 4

/** Which of (a + b, a − b, −a + b, −a − b) the signs of two values choose. */
const codeOf = (first: number, second: number): number =>
  FIRST_NUMBER + (((first >> 31) & 2) + ((second >> 31) & 1)) * NEXT_NUMBER

/**
 * Codes of pairs of patterns for a product with Ξᵀ: `out[((tile P/2 + pair) 4 + vector) 4 + lane]`, neuron 16 tile + 4 vector + lane.
 *
 * `values`: Ξ, P x N, ±1. An odd last pattern is paired with itself, whose second drive is 0; the neurons that fill the last tile take 0.
 */
export function packPairsInto(out: Int32Array, values: Int8Array, neuronCount: number, patternCount: number): void {
  const pairs = Math.ceil(patternCount / 2)
  let at = 0
  // Tile by tile, so that what is written stands in a row: four times faster than pattern by pattern at N = 16,384.
  for (let start = 0; start < neuronCount; start += TILE) {
    const inTile = Math.min(TILE, neuronCount - start)
    for (let pair = 0; pair < pairs; pair++) {
      const first = 2 * pair * neuronCount + start
      const second = Math.min(2 * pair + 1, patternCount - 1) * neuronCount + start
      for (let k = 0; k < inTile; k++) out[at + k] = codeOf(values[first + k], values[second + k])
      for (let k = inTile; k < TILE; k++) out[at + k] = NOTHING
      at += TILE
    }
  }
}

/**
 * Codes of pairs of neurons, (i, i + 4), for a product with Ξ: `out[((tile P/4 + group) 8 + pair) 4 + lane]`, pattern 4 group + lane, pairs
 * 0 … 3 of neurons 0 … 7 of the tile and pairs 4 … 7 of neurons 8 … 15. What is beyond N has activity 0, what is beyond P takes 0.
 */
export function packGroupsInto(out: Int32Array, values: Int8Array, neuronCount: number, patternCount: number): void {
  let at = 0
  for (let start = 0; start < neuronCount; start += TILE) {
    for (let group = 0; group < patternCount; group += LANES) {
      const inGroup = Math.min(LANES, patternCount - group)
      for (let pair = 0; pair < TILE / 2; pair++) {
        // Neurons 4 … 7 and 12 … 15 of a tile are the second of their pair.
        const i = start + (pair < LANES ? pair : pair + LANES)
        const hasPartner = i + LANES < neuronCount
        const known = i < neuronCount ? inGroup : 0
        for (let lane = 0; lane < known; lane++) {
          const own = (group + lane) * neuronCount + i
          out[at + lane] = codeOf(values[own], hasPartner ? values[own + LANES] : 1)
        }
        for (let lane = known; lane < LANES; lane++) out[at + lane] = NOTHING
        at += LANES
      }
    }
  }
}

/**
 * Two codes in the nibbles of each byte, for networks whose codes would not stay in the caches: of each `row` blocks of `block` words that
 * belong together the (2k)th and the (2k + 1)th become one; an odd last one is alone.
 *
 * `codes`: rows of blocks, as packed above. `out`: rows of ⌈row/2⌉ blocks. A nibble has no code for nothing: it gets that of a first number,
 * so that what is beyond P has junk for overlaps (which no drive knows), and what is beyond N must be put back to 0.
 */
export function packNibblesInto(out: Int32Array, codes: Int32Array, row: number, block: number): void {
  let at = 0
  for (let start = 0; start < codes.length; start += row * block) {
    for (let pair = 0; pair < row; pair += 2) {
      const first = start + pair * block
      const hasSecond = pair + 1 < row
      for (let k = 0; k < block; k++) {
        out[at++] = nibbleOf(codes[first + k]) | (nibbleOf(hasSecond ? codes[first + block + k] : NOTHING) << 4)
      }
    }
  }
}

const nibbleOf = (code: number): number => (code === NOTHING ? FIRST_NUMBER : code)
