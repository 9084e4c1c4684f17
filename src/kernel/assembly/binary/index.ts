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
/** Differing bits of every nibble from each of the 16: a vector each. */
let differences: usize = 0
/** The vectors of `differences` for four neurons, by groups of patterns. */
let rows: usize = 0
let groups: i32 = 0

/** Neurons whose weights are made together. */
const TILE: usize = 16
const ROWS: i32 = 4

/** Neurons, padded to whole tiles: bytes of a row of `nibbles`, and numbers of a row of `weights`. */
export function rowLength(): usize {
  return (<usize>neurons + TILE - 1) & ~(TILE - 1)
}

/** Lays out the training of N² weights. The caller then writes `nibbles`: bit μ mod 4 of neuron i in row ⌊μ/4⌋ is set for +1, others are 0. */
export function createTraining(neuronCount: i32, patternCount: i32): bool {
  neurons = neuronCount
  patterns = patternCount
  groups = (patternCount + 3) >> 2
  differences = round(__heap_base)
  rows = differences + 256
  nibbles = rows + round(groups * ROWS * 16)
  weights = nibbles + round(groups * rowLength())
  if (!reserve(weights + 4 * rowLength() * rowLength())) return false
  for (let a = 0; a < 16; a++) {
    for (let b = 0; b < 16; b++) store<u8>(differences + 16 * a + b, <u8>popcnt(a ^ b))
  }
  memory.fill(nibbles, 0, weights - nibbles)
  return true
}

/** w_ij = (1/N) (P - 2 · patterns in which i and j differ), all i and j. */
export function trainHebb(): void {
  const length = rowLength()
  for (let i: usize = 0; i < length; i += ROWS) {
    for (let group = 0; group < groups; group++) {
      for (let row = 0; row < ROWS; row++) {
        const nibble = <usize>load<u8>(nibbles + group * length + i + row)
        v128.store(rows + 16 * (group * ROWS + row), v128.load(differences + 16 * nibble))
      }
    }
    for (let at: usize = 0; at < length; at += TILE) trainTile(i, at, length)
  }
}

@inline
function trainTile(i: usize, at: usize, length: usize): void {
  let a = i8x16.splat(0)
  let b = i8x16.splat(0)
  let c = i8x16.splat(0)
  let d = i8x16.splat(0)
  let table = rows
  let codes = nibbles + at
  for (let group = 0; group < groups; group++) {
    const code = v128.load(codes)
    a = i8x16.add(a, pick(v128.load(table), code))
    b = i8x16.add(b, pick(v128.load(table, 16), code))
    c = i8x16.add(c, pick(v128.load(table, 32), code))
    d = i8x16.add(d, pick(v128.load(table, 48), code))
    table += 64
    codes += length
  }
  const out = weights + 4 * (i * length + at)
  const row = 4 * length
  storeWeights(out, a)
  storeWeights(out + row, b)
  storeWeights(out + 2 * row, c)
  storeWeights(out + 3 * row, d)
}

/** 16 weights from 16 counts of differing patterns. */
@inline
function storeWeights(out: usize, counts: v128): void {
  const low = i16x8.extend_low_i8x16_u(counts)
  const high = i16x8.extend_high_i8x16_u(counts)
  storeFour(out, i32x4.extend_low_i16x8_u(low))
  storeFour(out + 16, i32x4.extend_high_i16x8_u(low))
  storeFour(out + 32, i32x4.extend_low_i16x8_u(high))
  storeFour(out + 48, i32x4.extend_high_i16x8_u(high))
}

@inline
function storeFour(out: usize, counts: v128): void {
  const agreeing = i32x4.sub(i32x4.splat(patterns), i32x4.shl(counts, 1))
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(agreeing), f32x4.splat(<f32>(1.0 / <f64>neurons))))
}
