import * as layout from './layout'
import { GROUP_CODES, PAIR_CODES, TILE } from './layout'
import { madd, pick } from './simd'

// The products with Ξ by codes of pairs: two ±1 values take one of four, which a swizzle picks for four lanes at once.

/** The four sums ±a ± a' of the two pairs of a group of drives. */
@inline
export function storePairTables(group: usize, a: v128): void {
  const negative = i32x4(0, 0, 0x80000000, 0x80000000)
  const alternating = i32x4(0, 0x80000000, 0, 0x80000000)
  const table = layout.tables + 32 * group
  const first = v128.xor(v128.shuffle<f32>(a, a, 0, 0, 0, 0), negative)
  v128.store(table, f32x4.add(first, v128.xor(v128.shuffle<f32>(a, a, 1, 1, 1, 1), alternating)))
  const second = v128.xor(v128.shuffle<f32>(a, a, 2, 2, 2, 2), negative)
  v128.store(table, f32x4.add(second, v128.xor(v128.shuffle<f32>(a, a, 3, 3, 3, 3), alternating)), 16)
}

/** out += Ξᵀa for the neurons `from` to `to` (offsets in bytes of a row). */
export function addFromPairs(out: usize, from: usize, to: usize): void {
  const pairs = layout.pairs
  const tables = layout.tables
  const lastTable = tables + 16 * pairs
  const evenTables = tables + 32 * (pairs >> 1)
  let index = layout.pairCodes + from * pairs
  for (let at = from; at < to; at += TILE) {
    let s0 = v128.load(out + at)
    let s1 = v128.load(out + at, 16)
    let s2 = v128.load(out + at, 32)
    let s3 = v128.load(out + at, 48)
    let table = tables
    for (; table < evenTables; table += 32) {
      const first = v128.load(table)
      const second = v128.load(table, 16)
      s0 = f32x4.add(s0, f32x4.add(pick(first, v128.load(index)), pick(second, v128.load(index, 64))))
      s1 = f32x4.add(s1, f32x4.add(pick(first, v128.load(index, 16)), pick(second, v128.load(index, 80))))
      s2 = f32x4.add(s2, f32x4.add(pick(first, v128.load(index, 32)), pick(second, v128.load(index, 96))))
      s3 = f32x4.add(s3, f32x4.add(pick(first, v128.load(index, 48)), pick(second, v128.load(index, 112))))
      index += 2 * PAIR_CODES
    }
    if (table < lastTable) {
      const sums = v128.load(table)
      s0 = f32x4.add(s0, pick(sums, v128.load(index)))
      s1 = f32x4.add(s1, pick(sums, v128.load(index, 16)))
      s2 = f32x4.add(s2, pick(sums, v128.load(index, 32)))
      s3 = f32x4.add(s3, pick(sums, v128.load(index, 48)))
      index += PAIR_CODES
    }
    v128.store(out + at, s0)
    v128.store(out + at, s1, 16)
    v128.store(out + at, s2, 32)
    v128.store(out + at, s3, 48)
  }
}

/**
 * The four signed sums (y + y', y − y', −(y − y'), −(y + y')) of the eight pairs of neurons (i, i + 4) of each tile. They pass through memory
 * because V8 would otherwise compute them again in every turn of the loop that uses them.
 */
export function tabulate(from: usize, to: usize): void {
  const activity = layout.activity
  const negative = i32x4(0, 0, 0x80000000, 0x80000000)
  let table = layout.neuronTables
  for (let at = from; at < to; at += 32) {
    const y = v128.load(activity + at)
    const z = v128.load(activity + at, 16)
    const sum = f32x4.add(y, z)
    const difference = f32x4.sub(y, z)
    const low = v128.shuffle<f32>(sum, difference, 0, 4, 1, 5)
    const high = v128.shuffle<f32>(sum, difference, 2, 6, 3, 7)
    v128.store(table, v128.xor(v128.shuffle<f32>(low, low, 0, 1, 1, 0), negative))
    v128.store(table, v128.xor(v128.shuffle<f32>(low, low, 2, 3, 3, 2), negative), 16)
    v128.store(table, v128.xor(v128.shuffle<f32>(high, high, 0, 1, 1, 0), negative), 32)
    v128.store(table, v128.xor(v128.shuffle<f32>(high, high, 2, 3, 3, 2), negative), 48)
    table += 64
  }
}

/** Adds Ξψ of the neurons `from` to `to` to the sums of the chunk. Lanes are patterns. */
export function addToPartials(from: usize, to: usize): void {
  tabulate(from, to)
  const partials = layout.partials
  const lastPartial = partials + 16 * layout.groups
  let table = layout.neuronTables
  let index = layout.groupCodes + 2 * from * layout.groups
  for (let at = from; at < to; at += TILE) {
    const t0 = v128.load(table)
    const t1 = v128.load(table, 16)
    const t2 = v128.load(table, 32)
    const t3 = v128.load(table, 48)
    const t4 = v128.load(table, 64)
    const t5 = v128.load(table, 80)
    const t6 = v128.load(table, 96)
    const t7 = v128.load(table, 112)
    table += 128
    for (let partial = partials; partial < lastPartial; partial += 16) {
      let a = f32x4.add(pick(t0, v128.load(index)), pick(t1, v128.load(index, 16)))
      let b = f32x4.add(pick(t2, v128.load(index, 32)), pick(t3, v128.load(index, 48)))
      a = f32x4.add(a, pick(t4, v128.load(index, 64)))
      b = f32x4.add(b, pick(t5, v128.load(index, 80)))
      a = f32x4.add(a, pick(t6, v128.load(index, 96)))
      b = f32x4.add(b, pick(t7, v128.load(index, 112)))
      v128.store(partial, f32x4.add(v128.load(partial), f32x4.add(a, b)))
      index += GROUP_CODES
    }
  }
}

/**
 * Adds the sums of a chunk to those of the network, in double precision, and clears them; after the last chunk they become m. Where there is only one
 * chunk, m in single precision is taken from the sums themselves: the next step waits for it.
 */
export function collectPartials(isFirst: bool, isLast: bool): void {
  const isOnly = isFirst && isLast
  const share = f32x4.splat(<f32>layout.neurons)
  const scale = f64x2.splat(isLast ? 1 / <f64>layout.neurons : 1)
  const end = layout.partials + 16 * layout.groups
  let short = layout.shortOverlaps
  let total = layout.overlaps
  for (let at = layout.partials; at < end; at += 16) {
    const sums = v128.load(at)
    if (isOnly) v128.store(short, f32x4.div(sums, share))
    let low = f64x2.promote_low_f32x4(sums)
    let high = f64x2.promote_low_f32x4(v128.shuffle<f32>(sums, sums, 2, 3, 2, 3))
    if (!isFirst) {
      low = f64x2.add(low, v128.load(total))
      high = f64x2.add(high, v128.load(total, 16))
    }
    low = f64x2.mul(low, scale)
    high = f64x2.mul(high, scale)
    v128.store(total, low)
    v128.store(total, high, 16)
    if (isLast && !isOnly) {
      v128.store(short, v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5))
    }
    v128.store(at, f32x4.splat(0))
    short += 16
    total += 32
  }
}
