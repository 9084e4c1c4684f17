// Binary networks under Hebb's rule: recall on overlaps in 16-bit whole numbers, and the N² weights by counting bits.

import { pick } from '../simd'

/** Patterns a vector of eight 16-bit numbers. */
const LANES: i32 = 8

let neurons: i32 = 0
let patterns: i32 = 0
/** Bytes of one neuron's patterns, or of the overlaps: 16 bits each, padded with zeros to whole vectors. */
let columnBytes: usize = 0
/** s and the next s, a byte a neuron; the order of a batch of updates, four bytes a neuron. */
export let state: usize = 0
let next: usize = 0
export let order: usize = 0
/** M = Ξ s. */
export let sums: usize = 0
/** ξ_i for each neuron. */
export let columns: usize = 0
/** N w_ii that is taken off: P, or 0 where the diagonal is kept. */
let self: i32 = 0

function round(bytes: usize): usize {
  return (bytes + 63) & ~63
}

function reserve(top: usize): bool {
  const pages = <i32>((top + 0xffff) >> 16)
  return pages <= memory.size() || memory.grow(pages - memory.size()) >= 0
}

/** Lays out a network for recall. The caller then writes `columns` (16 bits a pattern, `columnBytes` a neuron). False: no memory. */
export function createRecall(neuronCount: i32, patternCount: i32, hasZeroDiagonal: bool): bool {
  neurons = neuronCount
  patterns = patternCount
  self = hasZeroDiagonal ? patternCount : 0
  columnBytes = (<usize>((patternCount + LANES - 1) / LANES)) * 16
  state = round(__heap_base)
  next = state + round(neurons)
  order = next + round(neurons)
  sums = order + round(4 * neurons)
  columns = sums + round(columnBytes)
  const top = columns + columnBytes * neurons
  if (!reserve(top)) return false
  memory.fill(state, 0, top - state)
  return true
}

/** M from s. */
export function refresh(): void {
  memory.fill(sums, 0, columnBytes)
  for (let i = 0; i < neurons; i++) addColumn(i, i16x8.splat(<i16>load<i8>(state + i)))
}

/** M ← M + factor ξ_i. */
@inline
function addColumn(i: i32, factor: v128): void {
  const column = columns + <usize>i * columnBytes
  for (let at: usize = 0; at < columnBytes; at += 16) {
    v128.store(sums + at, i16x8.add(v128.load(sums + at), i16x8.mul(v128.load(column + at), factor)))
  }
}

/** N h_i. */
export function field(i: i32): i32 {
  const column = columns + <usize>i * columnBytes
  let sum = i32x4.splat(0)
  for (let at: usize = 0; at < columnBytes; at += 16) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(column + at), v128.load(sums + at)))
  }
  sum = i32x4.add(sum, i8x16.shuffle(sum, sum, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) - self * load<i8>(state + i)
}

/** Updates the neurons of `order` one after the other; returns how many flipped. */
export function update(from: i32, to: i32): i32 {
  let flips = 0
  for (let k = from; k < to; k++) {
    const i = load<i32>(order + (<usize>k << 2))
    const s = <i32>load<i8>(state + i)
    if (field(i) * s < 0) {
      store<i8>(state + i, <i8>-s)
      addColumn(i, i16x8.splat(<i16>(-2 * s)))
      flips++
    }
  }
  return flips
}

/** All neurons at once; returns how many flipped. */
export function updateTogether(): i32 {
  let flips = 0
  for (let i = 0; i < neurons; i++) {
    const s = <i32>load<i8>(state + i)
    store<i8>(next + i, field(i) * s < 0 ? <i8>-s : <i8>s)
  }
  for (let i = 0; i < neurons; i++) {
    const s = load<i8>(next + i)
    if (s === load<i8>(state + i)) continue
    store<i8>(state + i, s)
    addColumn(i, i16x8.splat(2 * <i16>s))
    flips++
  }
  return flips
}

/** Four patterns are a nibble: for each four, a byte a neuron, padded to whole tiles; then the weights. */
export let nibbles: usize = 0
export let weights: usize = 0
/** Patterns that agree less those that differ, of every nibble with each of the 16: a vector each. */
let agreements: usize = 0
/** The vectors of `agreements` for the neurons of a tile, by groups of patterns. */
let rows: usize = 0
let groups: i32 = 0

/** Weights are made in squares of so many neurons. */
const TILE: usize = 32
const TILE_BYTES: usize = 4 * TILE

/** Neurons, padded to whole tiles: bytes of a row of `nibbles`, and rows of `weights`. */
export function rowLength(): usize {
  return (<usize>neurons + TILE - 1) & ~(TILE - 1)
}

/** Numbers of a row of `weights`: one line of the cache more, since rows of a power of two would all fall into the same few lines. */
export function weightRow(): usize {
  return rowLength() + 16
}

/** Lays out the training of N² weights. The caller then writes `nibbles`: bit μ mod 4 of neuron i in row ⌊μ/4⌋ is set for +1, others are 0. */
export function createTraining(neuronCount: i32, patternCount: i32): bool {
  neurons = neuronCount
  patterns = patternCount
  groups = (patternCount + 3) >> 2
  agreements = round(__heap_base)
  rows = agreements + 256
  nibbles = rows + round(groups * TILE * 16)
  weights = nibbles + round(groups * rowLength())
  if (!reserve(weights + 4 * weightRow() * rowLength())) return false
  for (let a = 0; a < 16; a++) {
    for (let b = 0; b < 16; b++) store<i8>(agreements + 16 * a + b, <i8>(4 - 2 * popcnt(a ^ b)))
  }
  memory.fill(nibbles, 0, weights - nibbles)
  return true
}

/** w_ij = (1/N) Σ_μ ξ_i ξ_j, all i and j. */
export function trainHebb(): void {
  const length = rowLength()
  for (let i: usize = 0; i < length; i += TILE) trainStrip(i)
}

/** Rows of a strip. */
export function stripRows(): usize {
  return TILE
}

/**
 * The weights of a strip of rows from neuron i on, a multiple of `stripRows`: squares on and right of the diagonal, and their mirror images.
 * Its rows are complete once the strips above have been trained, whose mirror images they begin with.
 */
export function trainStrip(i: usize): void {
  const length = rowLength()
  const scale = f32x4.splat(<f32>(1.0 / <f64>neurons))
  for (let group = 0; group < groups; group++) {
    for (let row: usize = 0; row < TILE; row++) {
      const nibble = <usize>load<u8>(nibbles + group * length + i + row)
      v128.store(rows + 16 * (group * TILE + row), v128.load(agreements + 16 * nibble))
    }
  }
  for (let j = i; j < length; j += TILE) {
    for (let row: usize = 0; row < TILE; row += 4) trainFourRows(i + row, j, rows + 16 * row, length, scale)
    if (j > i) mirrorTile(i, j, length)
  }
}

/** The weights of neurons i to i + 3 with j to j + 31. A sum must fit a byte: at most 124 patterns. */
@inline
function trainFourRows(i: usize, j: usize, table: usize, length: usize, scale: v128): void {
  // What fills the last group agrees everywhere.
  const surplus = i8x16.splat(<i8>(patterns - 4 * groups))
  let a = surplus
  let b = surplus
  let c = surplus
  let d = surplus
  let e = surplus
  let f = surplus
  let g = surplus
  let h = surplus
  let codes = nibbles + j
  const end = codes + groups * length
  for (; codes < end; codes += length) {
    const code = v128.load(codes)
    const other = v128.load(codes, 16)
    let t = v128.load(table)
    a = i8x16.add(a, pick(t, code))
    b = i8x16.add(b, pick(t, other))
    t = v128.load(table, 16)
    c = i8x16.add(c, pick(t, code))
    d = i8x16.add(d, pick(t, other))
    t = v128.load(table, 32)
    e = i8x16.add(e, pick(t, code))
    f = i8x16.add(f, pick(t, other))
    t = v128.load(table, 48)
    g = i8x16.add(g, pick(t, code))
    h = i8x16.add(h, pick(t, other))
    table += TILE * 16
  }
  const row = 4 * weightRow()
  let out = weights + i * row + 4 * j
  storeWeights(out, a, scale)
  storeWeights(out + 64, b, scale)
  out += row
  storeWeights(out, c, scale)
  storeWeights(out + 64, d, scale)
  out += row
  storeWeights(out, e, scale)
  storeWeights(out + 64, f, scale)
  out += row
  storeWeights(out, g, scale)
  storeWeights(out + 64, h, scale)
}

/** 16 weights from 16 sums over the patterns. */
@inline
function storeWeights(out: usize, sums: v128, scale: v128): void {
  const low = i16x8.extend_low_i8x16_s(sums)
  const high = i16x8.extend_high_i8x16_s(sums)
  storeFour(out, i32x4.extend_low_i16x8_s(low), scale)
  storeFour(out + 16, i32x4.extend_high_i16x8_s(low), scale)
  storeFour(out + 32, i32x4.extend_low_i16x8_s(high), scale)
  storeFour(out + 48, i32x4.extend_high_i16x8_s(high), scale)
}

@inline
function storeFour(out: usize, sums: v128, scale: v128): void {
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(sums), scale))
}

/** w_ji ← w_ij for the square whose corner is (i, j). A whole line of the cache is written at a time. */
function mirrorTile(i: usize, j: usize, length: usize): void {
  const row = 4 * weightRow()
  const from = weights + 4 * (i * weightRow() + j)
  const to = weights + 4 * (j * weightRow() + i)
  for (let k: usize = 0; k < TILE_BYTES; k += 16) {
    for (let l: usize = 0; l < TILE_BYTES; l += 16) {
      const source = from + (l >> 2) * row + k
      const a = v128.load(source)
      const b = v128.load(source + row)
      const c = v128.load(source + 2 * row)
      const d = v128.load(source + 3 * row)
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
      const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
      const lateAb = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
      const lateCd = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
      const target = to + (k >> 2) * row + l
      v128.store(target, v128.shuffle<f64>(ab, cd, 0, 2))
      v128.store(target + row, v128.shuffle<f64>(ab, cd, 1, 3))
      v128.store(target + 2 * row, v128.shuffle<f64>(lateAb, lateCd, 0, 2))
      v128.store(target + 3 * row, v128.shuffle<f64>(lateAb, lateCd, 1, 3))
    }
  }
}
