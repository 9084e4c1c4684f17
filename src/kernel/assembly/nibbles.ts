import * as layout from './layout'
import { TILE } from './layout'
import { tabulate } from './pairs'
import { pick } from './simd'

// The same products where the codes of pairs would not stay in the caches: two codes in the nibbles of each byte, for half the traffic and twice
// the instructions.

/** Bytes of the codes of two pairs for a tile, and of a group. */
const CODES: usize = 64

@inline
function first(codes: v128): v128 {
  return v128.and(codes, i8x16.splat(15))
}

@inline
function second(codes: v128): v128 {
  return v128.and(i16x8.shr_u(codes, 4), i8x16.splat(15))
}

/** out += Ξᵀa for the neurons `from` to `to` (offsets in bytes of a row). */
export function addFromNibbles(out: usize, from: usize, to: usize): void {
  const twos = (layout.pairs + 1) >> 1
  const tables = layout.tables
  const end = tables + 32 * twos
  let index = layout.pairCodes + from * twos
  for (let at = out + from; at < out + to; at += TILE) {
    let s0 = v128.load(at)
    let s1 = v128.load(at, 16)
    let s2 = v128.load(at, 32)
    let s3 = v128.load(at, 48)
    for (let table = tables; table < end; table += 32) {
      const a = v128.load(table)
      const b = v128.load(table, 16)
      const i0 = v128.load(index)
      s0 = f32x4.add(s0, f32x4.add(pick(a, first(i0)), pick(b, second(i0))))
      const i1 = v128.load(index, 16)
      s1 = f32x4.add(s1, f32x4.add(pick(a, first(i1)), pick(b, second(i1))))
      const i2 = v128.load(index, 32)
      s2 = f32x4.add(s2, f32x4.add(pick(a, first(i2)), pick(b, second(i2))))
      const i3 = v128.load(index, 48)
      s3 = f32x4.add(s3, f32x4.add(pick(a, first(i3)), pick(b, second(i3))))
      index += CODES
    }
    v128.store(at, s0)
    v128.store(at, s1, 16)
    v128.store(at, s2, 32)
    v128.store(at, s3, 48)
  }
}

/** Adds Ξψ of the neurons `from` to `to` to the sums of the chunk. Lanes are patterns. */
export function addNibblesToPartials(from: usize, to: usize): void {
  tabulate(from, to)
  const partials = layout.partials
  const lastPartial = partials + 16 * layout.groups
  let table = layout.neuronTables
  let index = layout.groupCodes + from * layout.groups
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
      let codes = v128.load(index)
      let a = f32x4.add(pick(t0, first(codes)), pick(t1, second(codes)))
      codes = v128.load(index, 16)
      let b = f32x4.add(pick(t2, first(codes)), pick(t3, second(codes)))
      codes = v128.load(index, 32)
      a = f32x4.add(a, pick(t4, first(codes)))
      b = f32x4.add(b, pick(t5, second(codes)))
      codes = v128.load(index, 48)
      a = f32x4.add(a, pick(t6, first(codes)))
      b = f32x4.add(b, pick(t7, second(codes)))
      v128.store(partial, f32x4.add(v128.load(partial), f32x4.add(a, b)))
      index += CODES
    }
  }
}
