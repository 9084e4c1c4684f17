// The multiply-add peak of one core: twelve independent chains in registers, no memory.

/** Multiply-adds of one turn: 12 chains of 4 lanes. */
const CHAINS = 12

@inline
function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c)
  return f32x4.add(f32x4.mul(a, b), c)
}

/** Returns something that depends on all chains, so that none is left out. */
export function multiplyAdd(turns: i32, factor: f32, term: f32): f32 {
  const b = f32x4.splat(factor)
  const c = f32x4.splat(term)
  let a0 = f32x4.splat(1)
  let a1 = f32x4.splat(2)
  let a2 = f32x4.splat(3)
  let a3 = f32x4.splat(4)
  let a4 = f32x4.splat(5)
  let a5 = f32x4.splat(6)
  let a6 = f32x4.splat(7)
  let a7 = f32x4.splat(8)
  let a8 = f32x4.splat(9)
  let a9 = f32x4.splat(10)
  let a10 = f32x4.splat(11)
  let a11 = f32x4.splat(12)
  for (let k = 0; k < turns; k++) {
    a0 = madd(a0, b, c)
    a1 = madd(a1, b, c)
    a2 = madd(a2, b, c)
    a3 = madd(a3, b, c)
    a4 = madd(a4, b, c)
    a5 = madd(a5, b, c)
    a6 = madd(a6, b, c)
    a7 = madd(a7, b, c)
    a8 = madd(a8, b, c)
    a9 = madd(a9, b, c)
    a10 = madd(a10, b, c)
    a11 = madd(a11, b, c)
  }
  const low = f32x4.add(f32x4.add(f32x4.add(a0, a1), f32x4.add(a2, a3)), f32x4.add(a4, a5))
  const high = f32x4.add(f32x4.add(f32x4.add(a6, a7), f32x4.add(a8, a9)), f32x4.add(a10, a11))
  return f32x4.extract_lane(f32x4.add(low, high), 0)
}

/** Floating-point operations of one turn. */
export function operationsOfTurn(): i32 {
  return CHAINS * 4 * 2
}
