import {
  TANH_A0,
  TANH_A1,
  TANH_A2,
  TANH_A3,
  TANH_B1,
  TANH_B2,
  TANH_B3,
  TANH_B4,
  TANH_LIMIT,
} from '../approximations'
import { madd } from './simd'

/**
 * tanh z = z A(z²)/B(z²), both divided by B₄: B then begins with 1, and a sum takes the place of a multiply-add and its number. (By A₃, E seems to
 * rise by twice as much where neurons saturate.)
 *
 * In memory, as those of the noise: where x comes from registers a load that repeats a number is cheaper than building a constant.
 */
const numbers = memory.data<f32>([
  <f32>TANH_LIMIT,
  <f32>(-TANH_LIMIT),
  <f32>(TANH_B3 / TANH_B4),
  <f32>(TANH_B2 / TANH_B4),
  <f32>(TANH_B1 / TANH_B4),
  <f32>(1 / TANH_B4),
  <f32>(TANH_A3 / TANH_B4),
  <f32>(TANH_A2 / TANH_B4),
  <f32>(TANH_A1 / TANH_B4),
  <f32>(TANH_A0 / TANH_B4),
])

@inline
function number(k: usize): v128 {
  return v128.load32_splat(numbers + 4 * k)
}

/** tanh of four numbers: absolute error below 5e-7, odd, 0 at 0. `pmin` and `pmax` are one instruction each; `min` and `max` are five. */
@inline
export function tanh4(z: v128): v128 {
  const x = f32x4.pmin(number(0), f32x4.pmax(number(1), z))
  const s = f32x4.mul(x, x)
  let b = f32x4.add(s, number(2))
  let a = madd(s, number(6), number(7))
  b = madd(b, s, number(3))
  a = madd(a, s, number(8))
  b = madd(b, s, number(4))
  a = madd(a, s, number(9))
  b = madd(b, s, number(5))
  return f32x4.div(f32x4.mul(a, x), b)
}

/** `tanh4` of two vectors, to `at`: they share the loads of the numbers, which is what a large part of a step waits for. */
@inline
export function storeTanh8(at: usize, z0: v128, z1: v128): void {
  let n = number(1)
  let x0 = f32x4.pmax(n, z0)
  let x1 = f32x4.pmax(n, z1)
  n = number(0)
  x0 = f32x4.pmin(n, x0)
  x1 = f32x4.pmin(n, x1)
  const s0 = f32x4.mul(x0, x0)
  const s1 = f32x4.mul(x1, x1)
  n = number(2)
  let b0 = f32x4.add(s0, n)
  let b1 = f32x4.add(s1, n)
  n = number(6)
  const next = number(7)
  let a0 = madd(s0, n, next)
  let a1 = madd(s1, n, next)
  n = number(3)
  b0 = madd(b0, s0, n)
  b1 = madd(b1, s1, n)
  n = number(8)
  a0 = madd(a0, s0, n)
  a1 = madd(a1, s1, n)
  n = number(4)
  b0 = madd(b0, s0, n)
  b1 = madd(b1, s1, n)
  n = number(9)
  a0 = madd(a0, s0, n)
  a1 = madd(a1, s1, n)
  n = number(5)
  b0 = madd(b0, s0, n)
  b1 = madd(b1, s1, n)
  v128.store(at, f32x4.div(f32x4.mul(a0, x0), b0))
  v128.store(at, f32x4.div(f32x4.mul(a1, x1), b1), 16)
}
