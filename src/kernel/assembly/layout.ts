// Where the arrays of the one network of this memory stand. All begin at multiples of 64 bytes; lengths are padded to whole tiles of 16
// neurons, whole pairs and whole groups of four patterns. Numbers are single precision but for the overlaps.

/** Bytes of one number for each neuron of a tile. */
export const TILE: usize = 64
/** Bytes of the codes of one pair or, of the other kind, of one group, for a tile. */
export const PAIR_CODES: usize = 64
export const GROUP_CODES: usize = 128
/** Codes of pairs up to this many bytes stay in the caches of most machines; beyond it two share a byte. */
const MOST_CODES: usize = 8 << 20
/** Tiles whose work is done together, so that what one pass writes the next reads from the first cache. */
const LONG_CHUNK: usize = 64 * TILE
const SHORT_CHUNK: usize = 32 * TILE
/** With more groups than this the codes stream through the cache in any case, and long chunks are faster. */
const FEW_GROUPS: usize = 8

/** N, and bytes of one number a neuron. */
export let neurons: usize = 0
export let rowBytes: usize = 0
/** Pairs and groups of four patterns. */
export let pairs: usize = 0
export let groups: usize = 0

/** Bytes of one number for each neuron of a chunk. */
export let chunk: usize = LONG_CHUNK

/** Two codes share a byte (see nibbles.ts). */
export let hasNibbles: bool = false

export let words: usize = 0
/** x, ψ(x), f, b, d: N each. */
export let state: usize = 0
export let activity: usize = 0
export let field: usize = 0
export let current: usize = 0
export let diagonal: usize = 0
/** Runge-Kutta: a stage, and the sum of slopes. N each. */
export let stage: usize = 0
export let slopes: usize = 0
/** Normals of one chunk. */
export let normals: usize = 0
/** Signed sums of pairs of neurons of one chunk: four numbers for two neurons. */
export let neuronTables: usize = 0
/** Sums of a chunk, in single precision: a vector of four patterns a group. */
export let partials: usize = 0
/** m in double precision, m in single precision, a = D m: P each. */
export let overlaps: usize = 0
export let shortOverlaps: usize = 0
export let drives: usize = 0
/** ±a ± a' for each pair: four numbers. */
export let tables: usize = 0
/** D: a row of P, or P rows. */
export let couplings: usize = 0
/** Codes of pairs of patterns, four neurons a vector; of pairs of neurons, four patterns a vector. */
export let pairCodes: usize = 0
export let groupCodes: usize = 0

let top: usize = 0

function reserve(bytes: usize): usize {
  const start = top
  top += (bytes + 63) & ~63
  return start
}

/** Lays the memory out for a network and clears it. Returns the bytes it takes, 0 where the memory cannot grow so far. */
export function create(neuronCount: i32, patternCount: i32): usize {
  neurons = neuronCount
  pairs = (patternCount + 1) >> 1
  groups = (patternCount + 3) >> 2
  rowBytes = ((neurons + 15) >> 4) * TILE
  const tiles = rowBytes / TILE
  chunk = groups > FEW_GROUPS ? LONG_CHUNK : SHORT_CHUNK
  hasNibbles = tiles * (pairs * PAIR_CODES + groups * GROUP_CODES) > MOST_CODES
  top = (__heap_base + 63) & ~63
  const start = top
  words = reserve(64)
  state = reserve(rowBytes)
  activity = reserve(rowBytes)
  field = reserve(rowBytes)
  current = reserve(rowBytes)
  diagonal = reserve(rowBytes)
  stage = reserve(rowBytes)
  slopes = reserve(rowBytes)
  normals = reserve(chunk)
  neuronTables = reserve(2 * chunk)
  partials = reserve(groups * 16)
  overlaps = reserve(groups * 32)
  shortOverlaps = reserve(groups * 16)
  drives = reserve(groups * 16)
  tables = reserve(groups * 32)
  couplings = reserve(groups * groups * 64)
  pairCodes = reserve(hasNibbles ? tiles * ((pairs + 1) >> 1) * PAIR_CODES : tiles * pairs * PAIR_CODES)
  groupCodes = reserve(hasNibbles ? (tiles * groups * GROUP_CODES) >> 1 : tiles * groups * GROUP_CODES)
  const pages = <i32>((top + 0xffff) >> 16)
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0
  memory.fill(start, 0, pairCodes - start)
  // Until there are patterns, every code takes 0 (see `pick`).
  memory.fill(pairCodes, 0x80, top - pairCodes)
  return top
}
