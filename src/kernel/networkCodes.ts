import { TILE } from './noise.ts'
import { packGroupsInto, packNibblesInto, packPairsInto } from './patternCodes.ts'

/** Patterns that are encoded together: two pairs, and one group. */
const FOUR = 4
/** Numbers of a vector, and pairs of neurons of a tile. */
const LANES = 4
const PAIRS_OF_TILE = 8

/** The codes of a network as its kernel reads them (see patternCodes.ts). */
export interface NetworkCodes {
  readonly pairCodes: Int32Array
  readonly groupCodes: Int32Array
  /** Two codes share a byte. */
  readonly hasNibbles: boolean
}

/** Words of one tile in the codes of pairs, and in those of groups. */
export function codeWords(
  patternCount: number,
  hasNibbles: boolean,
): { readonly pairs: number; readonly groups: number } {
  const pairs = Math.ceil(patternCount / 2)
  const groups = Math.ceil(patternCount / FOUR)
  return { pairs: TILE * (hasNibbles ? Math.ceil(pairs / 2) : pairs), groups: TILE * groups * (hasNibbles ? 1 : 2) }
}

/** Encodes all patterns. `values`: Ξ, P x N, ±1. */
export function encodeInto(codes: NetworkCodes, values: Int8Array, neuronCount: number, patternCount: number): void {
  const { pairCodes, groupCodes, hasNibbles } = codes
  if (!hasNibbles) {
    packPairsInto(pairCodes, values, neuronCount, patternCount)
    packGroupsInto(groupCodes, values, neuronCount, patternCount)
    return
  }
  const tiles = Math.ceil(neuronCount / TILE)
  const full = codeWords(patternCount, false)
  const scratch = new Int32Array(tiles * Math.max(full.pairs, full.groups))
  const ofPairs = scratch.subarray(0, tiles * full.pairs)
  packPairsInto(ofPairs, values, neuronCount, patternCount)
  packNibblesInto(pairCodes, ofPairs, full.pairs / TILE, TILE)
  const ofGroups = scratch.subarray(0, tiles * full.groups)
  packGroupsInto(ofGroups, values, neuronCount, patternCount)
  packNibblesInto(groupCodes, ofGroups, PAIRS_OF_TILE, LANES)
}

/**
 * Encodes again the fours with a pattern of `changed` in them; the other codes stay. The same codes as `encodeInto`: a four by itself is
 * a small network, whose rows are pieces of the large one's. 0.3 ms for one pattern of N = 16,384, where all of P = 100 take 10 ms.
 */
export function encodeChangedInto(
  codes: NetworkCodes,
  values: Int8Array,
  neuronCount: number,
  patternCount: number,
  changed: readonly number[],
): void {
  const { hasNibbles } = codes
  const tiles = Math.ceil(neuronCount / TILE)
  const row = codeWords(patternCount, hasNibbles)
  const whole = codeWords(FOUR, hasNibbles)
  for (const four of new Set(changed.map((mu) => Math.floor(mu / FOUR)))) {
    const first = four * FOUR
    const count = Math.min(FOUR, patternCount - first)
    const own = codeWords(count, hasNibbles)
    const piece = {
      pairCodes: new Int32Array(tiles * own.pairs),
      groupCodes: new Int32Array(tiles * own.groups),
      hasNibbles,
    }
    encodeInto(piece, values.subarray(first * neuronCount, (first + count) * neuronCount), neuronCount, count)
    copyRows(codes.pairCodes, row.pairs, four * whole.pairs, piece.pairCodes, own.pairs)
    copyRows(codes.groupCodes, row.groups, four * whole.groups, piece.groupCodes, own.groups)
  }
}

/** Rows of `width` numbers into longer ones, from their column `column` on. */
function copyRows(out: Int32Array, stride: number, column: number, rows: Int32Array, width: number): void {
  for (let from = 0, to = column; from < rows.length; from += width, to += stride) {
    for (let k = 0; k < width; k++) out[to + k] = rows[from + k]
  }
}
