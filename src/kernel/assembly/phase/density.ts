import {
  cells,
  CELLS,
  CHILD_A,
  CHILD_B,
  costs,
  exits,
  factors,
  FACTORS,
  FACTOR_STRIDE,
  front,
  FRONT_BYTES,
  frontCount,
  fronts,
  NUMBER,
  ORDER,
  part,
  PIVOTS,
  places,
  rates,
  RATES,
  RATES_END,
  runs,
  RUNS,
  RUNS_END,
  solution,
  STRIDE,
  TWO,
  UPDATE,
  UPDATE_STRIDE,
  updates,
  word,
} from './densityLayout'

export { cells, costs, create, exits, fronts, places, rates, runs, solution } from './densityLayout'

// Elimination of the states of a Markov chain on a grid, front by front, in the manner of Grassmann, Taksar & Heyman: exactly what
// src/kernel/phase/densityJavascript.ts tells, four states at a time.

/** States that are taken out together, so that a number of the front is read and written once for all of them. */
const BLOCK: usize = 4

/** The smallest sum of rates that was divided by. */
export let smallestPivot: f64 = Infinity
let isStationary = false

/** A new chain: its rates, exits and costs have been written. */
export function begin(newIsStationary: i32): void {
  isStationary = newIsStationary != 0
  smallestPivot = Infinity
}

/** a b + c. */
@inline
function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c)
  return f64x2.add(f64x2.mul(a, b), c)
}

/** Adds `length` numbers. */
@inline
function addRun(source: usize, target: usize, length: usize): void {
  const end = source + NUMBER * length
  const evenEnd = source + NUMBER * (length & ~1)
  while (source < evenEnd) {
    v128.store(target, f64x2.add(v128.load(target), v128.load(source)))
    source += TWO
    target += TWO
  }
  if (source < end) store<f64>(target, load<f64>(target) + load<f64>(source))
}

/** Adds what a child hands over to the front. */
function extend(child: usize, order: usize, rowBytes: usize): void {
  const updateBytes = NUMBER * word(child, UPDATE_STRIDE)
  const from = updates + NUMBER * word(child, UPDATE)
  const rim = word(child, ORDER) - word(child, PIVOTS)
  const firstRun = runs + word(child, RUNS) * 4
  const end = runs + word(child, RUNS_END) * 4
  for (let a = firstRun; a < end; a += 12) {
    let source = from + word(a, 0) * updateBytes
    let target = front + word(a, 4) * rowBytes
    for (let i = word(a, 8); i > 0; i--) {
      for (let b = firstRun; b < end; b += 12) {
        addRun(source + NUMBER * word(b, 0), target + NUMBER * word(b, 4), word(b, 8))
      }
      addRun(source + NUMBER * rim, target + NUMBER * order, 2)
      source += updateBytes
      target += rowBytes
    }
  }
}

function assemble(own: usize): void {
  const order = word(own, ORDER)
  const rowBytes = NUMBER * word(own, STRIDE)
  memory.fill(front, 0, order * rowBytes)
  if (load<i32>(own + CHILD_A) >= 0) extend(fronts + FRONT_BYTES * word(own, CHILD_A), order, rowBytes)
  if (load<i32>(own + CHILD_B) >= 0) extend(fronts + FRONT_BYTES * word(own, CHILD_B), order, rowBytes)
  const end = places + word(own, RATES_END) * 4
  for (let at = places + word(own, RATES) * 4; at < end; at += 8) {
    const target = front + NUMBER * word(at, 4)
    store<f64>(target, load<f64>(target) + load<f64>(rates + NUMBER * word(at, 0)))
  }
  let cell = cells + word(own, CELLS) * 4
  let target = front + NUMBER * order
  for (let k = word(own, PIVOTS); k > 0; k--) {
    store<f64>(target, load<f64>(target) + load<f64>(exits + NUMBER * word(cell, 0)))
    store<f64>(target, load<f64>(target, 8) + load<f64>(costs + NUMBER * word(cell, 0)), 8)
    cell += 4
    target += rowBytes
  }
}

/** Sum of the numbers of `row` after the diagonal, with the exit. */
function sumOf(row: usize, k: usize, order: usize): f64 {
  let at = row + NUMBER * (k + 1)
  const end = row + NUMBER * (order + 1)
  let sum = f64x2.splat(0)
  for (; at + TWO <= end; at += TWO) sum = f64x2.add(sum, v128.load(at))
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
  return at < end ? total + load<f64>(at) : total
}

/** Keeps what the substitution needs of a state that leaves by its row; its columns are kept as they are found. Returns 1 over its sum. */
function keepRow(row: usize, k: usize, order: usize, kept: usize): f64 {
  const sum = sumOf(row, k, order)
  smallestPivot = sum >= smallestPivot ? smallestPivot : sum
  const scale = 1 / sum
  store<f64>(kept + NUMBER * order, load<f64>(row + NUMBER * (order + 1)) * scale)
  if (isStationary) return scale
  const scales = f64x2.splat(scale)
  // From an even place on: what stands before the diagonal is never read.
  for (let j = (NUMBER * (k + 1)) & ~15; j < NUMBER * (order & ~1); j += TWO) {
    v128.store(kept + j, f64x2.mul(scales, v128.load(row + j)))
  }
  if (order & 1) store<f64>(kept + NUMBER * (order - 1), load<f64>(row + NUMBER * (order - 1)) * scale)
  return scale
}

/** target += share row, from number `j` on. */
@inline
function addRow(target: usize, row: usize, share: f64, j: usize, rowBytes: usize): void {
  const shares = f64x2.splat(share)
  for (let at = (NUMBER * j) & ~15; at < rowBytes; at += TWO) {
    v128.store(target + at, madd(shares, v128.load(row + at), v128.load(target + at)))
  }
}

/** Takes state k out by itself. */
function takeOne(k: usize, order: usize, rowBytes: usize, kept: usize): void {
  const row = front + k * rowBytes
  const scale = keepRow(row, k, order, kept)
  let target = row + rowBytes
  for (let i = k + 1; i < order; i++) {
    const share = load<f64>(target + NUMBER * k) * scale
    if (isStationary) store<f64>(kept + NUMBER * i, share)
    addRow(target, row, share, k + 1, rowBytes)
    target += rowBytes
  }
}

/** Takes states k to k + 3 out: first among themselves, then from all others, two rows at a time. */
function takeFour(k: usize, order: usize, rowBytes: usize, kept0: usize, keptBytes: usize): void {
  const row0 = front + k * rowBytes
  const row1 = row0 + rowBytes
  const row2 = row1 + rowBytes
  const row3 = row2 + rowBytes
  const kept1 = kept0 + keptBytes
  const kept2 = kept1 + keptBytes
  const kept3 = kept2 + keptBytes
  const at = NUMBER * k
  const scale0 = keepRow(row0, k, order, kept0)
  share(row1, row0, at, scale0, kept0, k + 1, rowBytes)
  share(row2, row0, at, scale0, kept0, k + 2, rowBytes)
  share(row3, row0, at, scale0, kept0, k + 3, rowBytes)
  const scale1 = keepRow(row1, k + 1, order, kept1)
  share(row2, row1, at + 8, scale1, kept1, k + 2, rowBytes)
  share(row3, row1, at + 8, scale1, kept1, k + 3, rowBytes)
  const scale2 = keepRow(row2, k + 2, order, kept2)
  share(row3, row2, at + 16, scale2, kept2, k + 3, rowBytes)
  const scale3 = keepRow(row3, k + 3, order, kept3)

  const q01 = load<f64>(row0 + at, 8)
  const q02 = load<f64>(row0 + at, 16)
  const q03 = load<f64>(row0 + at, 24)
  const q12 = load<f64>(row1 + at, 16)
  const q13 = load<f64>(row1 + at, 24)
  const q23 = load<f64>(row2 + at, 24)
  const first = (at + 32) & ~15
  let i = k + BLOCK
  let target = row3 + rowBytes
  for (; i + 2 <= order; i += 2) {
    const second = target + rowBytes
    const a0 = load<f64>(target + at) * scale0
    const a1 = (load<f64>(target + at, 8) + a0 * q01) * scale1
    const a2 = (load<f64>(target + at, 16) + a0 * q02 + a1 * q12) * scale2
    const a3 = (load<f64>(target + at, 24) + a0 * q03 + a1 * q13 + a2 * q23) * scale3
    const b0 = load<f64>(second + at) * scale0
    const b1 = (load<f64>(second + at, 8) + b0 * q01) * scale1
    const b2 = (load<f64>(second + at, 16) + b0 * q02 + b1 * q12) * scale2
    const b3 = (load<f64>(second + at, 24) + b0 * q03 + b1 * q13 + b2 * q23) * scale3
    if (isStationary) {
      store<f64>(kept0 + NUMBER * i, a0)
      store<f64>(kept1 + NUMBER * i, a1)
      store<f64>(kept2 + NUMBER * i, a2)
      store<f64>(kept3 + NUMBER * i, a3)
      store<f64>(kept0 + NUMBER * i, b0, 8)
      store<f64>(kept1 + NUMBER * i, b1, 8)
      store<f64>(kept2 + NUMBER * i, b2, 8)
      store<f64>(kept3 + NUMBER * i, b3, 8)
    }
    const s0 = f64x2.splat(a0)
    const s1 = f64x2.splat(a1)
    const s2 = f64x2.splat(a2)
    const s3 = f64x2.splat(a3)
    const t0 = f64x2.splat(b0)
    const t1 = f64x2.splat(b1)
    const t2 = f64x2.splat(b2)
    const t3 = f64x2.splat(b3)
    for (let j = first; j < rowBytes; j += TWO) {
      const r0 = v128.load(row0 + j)
      const r1 = v128.load(row1 + j)
      let a = madd(s0, r0, v128.load(target + j))
      let b = madd(t0, r0, v128.load(second + j))
      a = madd(s1, r1, a)
      b = madd(t1, r1, b)
      const r2 = v128.load(row2 + j)
      const r3 = v128.load(row3 + j)
      a = madd(s2, r2, a)
      b = madd(t2, r2, b)
      v128.store(target + j, madd(s3, r3, a))
      v128.store(second + j, madd(t3, r3, b))
    }
    target = second + rowBytes
  }
  if (i < order) {
    share(target, row0, at, scale0, kept0, i, rowBytes)
    share(target, row1, at + 8, scale1, kept1, i, rowBytes)
    share(target, row2, at + 16, scale2, kept2, i, rowBytes)
    share(target, row3, at + 24, scale3, kept3, i, rowBytes)
  }
}

/** Gives state i its share of the traffic of the state that leaves, whose row is `row` and whose diagonal stands at `at`. */
function share(target: usize, row: usize, at: usize, scale: f64, kept: usize, i: usize, rowBytes: usize): void {
  const value = load<f64>(target + at) * scale
  if (isStationary) store<f64>(kept + NUMBER * i, value)
  addRow(target, row, value, at / NUMBER + 1, rowBytes)
}

function eliminateFront(own: usize): void {
  assemble(own)
  const pivots = word(own, PIVOTS)
  const order = word(own, ORDER)
  const rowBytes = NUMBER * word(own, STRIDE)
  const keptBytes = NUMBER * word(own, FACTOR_STRIDE)
  let kept = factors + NUMBER * word(own, FACTORS)
  // The last state of a chain without exits has nowhere to go: its share is 1, and all others follow.
  const hasLast = isStationary && pivots == order
  const last = hasLast ? pivots - 1 : pivots
  let k: usize = 0
  for (; k + BLOCK <= last; k += BLOCK) {
    takeFour(k, order, rowBytes, kept, keptBytes)
    kept += BLOCK * keptBytes
  }
  for (; k < last; k++) {
    takeOne(k, order, rowBytes, kept)
    kept += keptBytes
  }
  if (hasLast) store<f64>(kept + NUMBER * order, 1)
  handOver(own, pivots, order, rowBytes)
}

/** Keeps the rates between the cells of the rim for the parent. */
function handOver(own: usize, pivots: usize, order: usize, rowBytes: usize): void {
  const updateBytes = NUMBER * word(own, UPDATE_STRIDE)
  const bytes = NUMBER * (order - pivots + 2)
  let source = front + pivots * rowBytes + NUMBER * pivots
  let target = updates + NUMBER * word(own, UPDATE)
  for (let i = pivots; i < order; i++) {
    memory.copy(target, source, bytes)
    source += rowBytes
    target += updateBytes
  }
}

export function eliminate(from: i32, to: i32): void {
  for (let index = from; index < to; index++) eliminateFront(fronts + FRONT_BYTES * <usize>index)
}

/** From the last state back to the first: each is a sum over those that were there when it left. */
export function substitute(): void {
  for (let index = frontCount - 1; index >= 0; index--) {
    const own = fronts + FRONT_BYTES * <usize>index
    const order = word(own, ORDER)
    const ownCells = cells + word(own, CELLS) * 4
    const keptBytes = NUMBER * word(own, FACTOR_STRIDE)
    const pivots = word(own, PIVOTS)
    for (let i = pivots; i < order; i++) store<f64>(part + NUMBER * i, load<f64>(solution + NUMBER * word(ownCells + i * 4, 0)))
    let kept = factors + NUMBER * word(own, FACTORS) + keptBytes * pivots
    for (let k = pivots; k > 0; ) {
      k--
      kept -= keptBytes
      let sum = f64x2.splat(0)
      let i = k + 1
      for (; i + 2 <= order; i += 2) sum = madd(v128.load(kept + NUMBER * i), v128.load(part + NUMBER * i), sum)
      let total = load<f64>(kept + NUMBER * order) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
      if (i < order) total += load<f64>(kept + NUMBER * i) * load<f64>(part + NUMBER * i)
      store<f64>(part + NUMBER * k, total)
      store<f64>(solution + NUMBER * word(ownCells + 4 * k, 0), total)
    }
  }
}
