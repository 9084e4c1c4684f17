import {
  COS_0,
  COS_1,
  COS_2,
  COS_3,
  COS_4,
  SIN_0,
  SIN_1,
  SIN_2,
  SIN_3,
} from '../approximations'
import { madd } from './simd'

/** ln(1 + w) ≈ w L(w) on [√½ − 1, √2 − 1], relative error 1.1e-6. */
const LOG_0 = 1.00000097
const LOG_1 = -0.50001113
const LOG_2 = 0.33314509
const LOG_3 = -0.24909744
const LOG_4 = 0.20496331
const LOG_5 = -0.18667862
const LOG_6 = 0.11896108

/** Bits of √½ in single precision, where the exponent of a logarithm is split from its mantissa; and 2²⁴ in the exponent's place. */
const ROOT_HALF: i32 = 0x3f3504f3
const SCALE: i32 = 24 << 23

/**
 * The constants of the loop below, in memory: V8 builds a constant vector from three instructions in every turn and then stores it for want of
 * registers, while a load that repeats one number over four lanes is one instruction.
 */
const numbers = memory.data<f32>([
  <f32>(-2 * LOG_6),
  <f32>(-2 * LOG_5),
  <f32>(-2 * LOG_4),
  <f32>(-2 * LOG_3),
  <f32>(-2 * LOG_2),
  <f32>(-2 * LOG_1),
  <f32>(-2 * LOG_0),
  <f32>(-2 * 0.6931471805599453),
  <f32>(1.5707963267948966 / 2147483648),
  <f32>SIN_3,
  <f32>SIN_2,
  <f32>SIN_1,
  <f32>SIN_0,
  <f32>COS_4,
  <f32>COS_3,
  <f32>COS_2,
  <f32>COS_1,
  <f32>COS_0,
  1,
])
const words = memory.data<i32>([1, ROOT_HALF + SCALE, 0x7fffff, ROOT_HALF, 0x80000000])

@inline
function number(k: usize): v128 {
  return v128.load32_splat(numbers + 4 * k)
}

@inline
function word(k: usize): v128 {
  return v128.load32_splat(words + 4 * k)
}

/**
 * Fills `from` to `to` with standard normals, eight numbers a turn: xoshiro128+ in four lanes and Box and Muller's transform, exactly as
 * src/kernel/noise.ts tells. The state of the generators stands at `generators`.
 */
export function fillNormals(generators: usize, from: usize, to: usize): void {
  let a = v128.load(generators)
  let b = v128.load(generators, 16)
  let c = v128.load(generators, 32)
  let d = v128.load(generators, 48)
  for (let at = from; at < to; at += 32) {
    const first = i32x4.add(a, d)
    let shifted = i32x4.shl(b, 9)
    c = v128.xor(c, a)
    d = v128.xor(d, b)
    b = v128.xor(b, c)
    a = v128.xor(a, d)
    c = v128.xor(c, shifted)
    d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21))
    const second = i32x4.add(a, d)
    shifted = i32x4.shl(b, 9)
    c = v128.xor(c, a)
    d = v128.xor(d, b)
    b = v128.xor(b, c)
    a = v128.xor(a, d)
    c = v128.xor(c, shifted)
    d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21))

    // −2 ln u for u = (odd number of 24 bits) / 2²⁴, as e ln 2 + ln m with m from √½ to √2.
    const bits = f32x4.convert_i32x4_s(v128.or(i32x4.shr_u(first, 8), word(0)))
    const split = i32x4.sub(bits, word(1))
    const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(split, 23))
    const mantissa = i32x4.add(v128.and(split, word(2)), word(3))
    const w = f32x4.sub(mantissa, number(18))
    let log = madd(w, number(0), number(1))
    log = madd(log, w, number(2))
    log = madd(log, w, number(3))
    log = madd(log, w, number(4))
    log = madd(log, w, number(5))
    log = madd(log, w, number(6))
    const radius = f32x4.sqrt(madd(exponent, number(7), f32x4.mul(log, w)))

    const phi = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(second, 1)), number(8))
    const t = f32x4.mul(phi, phi)
    let sine = madd(t, number(9), number(10))
    let cosine = madd(t, number(13), number(14))
    sine = madd(sine, t, number(11))
    cosine = madd(cosine, t, number(15))
    sine = madd(sine, t, number(12))
    cosine = madd(cosine, t, number(16))
    cosine = madd(cosine, t, number(17))
    const sign = v128.and(second, word(4))
    v128.store(at, v128.xor(f32x4.mul(radius, cosine), sign))
    v128.store(at, f32x4.mul(radius, f32x4.mul(phi, sine)), 16)
  }
  v128.store(generators, a)
  v128.store(generators, b, 16)
  v128.store(generators, c, 32)
  v128.store(generators, d, 48)
}
