import { madd, splat } from '../simd'
import { tanh4 } from '../tanh'

// Starts of dx/dt = −x + Wψ(x) + b, four at a time, until each is in a capture region: Dormand and Prince, order 5(4), in single precision.
// Every lane has a step and a time of its own, and takes the next start as soon as its own is done.

/** Starts of one call. */
export const MOST_STARTS: i32 = 1024
const MOST_REGIONS: i32 = 16
/** Error allowed in one step: a few times what rounding makes of it. */
const TOLERANCE: f32 = 2e-6
const LONGEST_STEP: f32 = 0.5
const IDLE: i32 = -1

/** x₁ and x₂ of the starts; their labels. */
export const starts1: usize = memory.data(4096, 16)
export const starts2: usize = memory.data(4096, 16)
export const labels: usize = memory.data(1024, 16)
/** x*₁, x*₂, weight₁, weight₂ of each region. */
export const regions: usize = memory.data(256, 16)
/** What lanes hold while one of them is refilled: x₁, x₂, h, t, and which start. */
const lanes: usize = memory.data(80, 16)

let w: f32 = 0
let c: f32 = 0
let gain: f32 = 1
let current1: f32 = 0
let current2: f32 = 0
let firstStep: f32 = 0.1
let longestTime: f32 = 100
let regionCount: i32 = 0

export function configure(
  selfWeight: f32,
  crossWeight: f32,
  newGain: f32,
  newCurrent1: f32,
  newCurrent2: f32,
  newFirstStep: f32,
  newLongestTime: f32,
  newRegionCount: i32,
): void {
  w = selfWeight
  c = crossWeight
  gain = newGain
  current1 = newCurrent1
  current2 = newCurrent2
  firstStep = newFirstStep
  longestTime = newLongestTime
  regionCount = min(newRegionCount, MOST_REGIONS)
}

/** One component of f: `own` is x of the neuron, `psi` its activity, `other` that of the other neuron. */
@inline
function field(own: v128, psi: v128, other: v128, current: f32): v128 {
  const pull = madd(f32x4.splat(w), psi, f32x4.mul(f32x4.splat(c), other))
  return f32x4.add(f32x4.sub(pull, own), f32x4.splat(current))
}

/** The number of the region a state is in, counted from 1; 0 for none. */
function regionOf(x1: f32, x2: f32): u8 {
  for (let k = 0; k < regionCount; k++) {
    const at = regions + 16 * k
    const z1 = x1 - load<f32>(at)
    const z2 = x2 - load<f32>(at, 4)
    if (load<f32>(at, 8) * z1 * z1 + load<f32>(at, 12) * z2 * z2 < 1) return <u8>(k + 1)
  }
  return 0
}

/** All bits of the lanes that are in a region. */
@inline
function capturedLanes(x1: v128, x2: v128): v128 {
  let captured = i32x4.splat(0)
  for (let k = 0; k < regionCount; k++) {
    const at = regions + 16 * k
    const z1 = f32x4.sub(x1, v128.load32_splat(at))
    const z2 = f32x4.sub(x2, v128.load32_splat(at, 4))
    const first = f32x4.mul(v128.load32_splat(at, 8), f32x4.mul(z1, z1))
    const value = f32x4.add(first, f32x4.mul(v128.load32_splat(at, 12), f32x4.mul(z2, z2)))
    captured = v128.or(captured, f32x4.lt(value, f32x4.splat(1)))
  }
  return captured
}

/** Puts the next start that is not captured at once into a lane; IDLE where none is left. Returns the number of the start after it. */
function refill(lane: usize, from: i32, count: i32): i32 {
  let next = from
  while (next < count) {
    const x1 = load<f32>(starts1 + 4 * next)
    const x2 = load<f32>(starts2 + 4 * next)
    const region = regionOf(x1, x2)
    store<u8>(labels + next, region)
    next++
    if (region != 0) continue
    store<f32>(lanes + 4 * lane, x1)
    store<f32>(lanes + 4 * lane, x2, 16)
    store<f32>(lanes + 4 * lane, firstStep, 32)
    store<f32>(lanes + 4 * lane, 0, 48)
    store<i32>(lanes + 4 * lane, next - 1, 64)
    return next
  }
  // An idle lane rests in the origin with a step of 0, whatever f is there.
  store<f32>(lanes + 4 * lane, 0)
  store<f32>(lanes + 4 * lane, 0, 16)
  store<f32>(lanes + 4 * lane, 0, 32)
  store<f32>(lanes + 4 * lane, 0, 48)
  store<i32>(lanes + 4 * lane, IDLE, 64)
  return next
}

/** error^(−1/5) to 6 %, from the exponent's bits. Factors of a step from 0.2 to 5. */
@inline
function stepFactor(error: v128): v128 {
  const bits = f32x4.convert_i32x4_s(f32x4.pmax(splat(1e-12), error))
  const root = i32x4.trunc_sat_f32x4_s(f32x4.sub(splat(1.2 * 1065353216.0), f32x4.mul(splat(0.2), bits)))
  return f32x4.pmin(splat(5), f32x4.pmax(splat(0.2), f32x4.mul(splat(0.88), root)))
}

/** Writes the labels of `count` starts: k + 1 for those that come into region k within the longest time, else 0. */
export function integrate(count: i32): void {
  let next: i32 = 0
  let busy: i32 = 0
  for (let lane: usize = 0; lane < 4; lane++) {
    next = refill(lane, next, count)
    if (load<i32>(lanes + 4 * lane, 64) != IDLE) busy++
  }
  const g = f32x4.splat(gain)
  let x1 = v128.load(lanes)
  let x2 = v128.load(lanes, 16)
  let h = v128.load(lanes, 32)
  let t = v128.load(lanes, 48)
  let p = tanh4(f32x4.mul(g, x1))
  let q = tanh4(f32x4.mul(g, x2))
  let a1 = field(x1, p, q, current1)
  let b1 = field(x2, q, p, current2)
  while (busy > 0) {
    let y1 = madd(f32x4.mul(h, splat(1.0 / 5.0)), a1, x1)
    let y2 = madd(f32x4.mul(h, splat(1.0 / 5.0)), b1, x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a2 = field(y1, p, q, current1)
    const b2 = field(y2, q, p, current2)

    y1 = madd(h, madd(splat(9.0 / 40.0), a2, f32x4.mul(splat(3.0 / 40.0), a1)), x1)
    y2 = madd(h, madd(splat(9.0 / 40.0), b2, f32x4.mul(splat(3.0 / 40.0), b1)), x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a3 = field(y1, p, q, current1)
    const b3 = field(y2, q, p, current2)

    y1 = madd(splat(-56.0 / 15.0), a2, f32x4.mul(splat(44.0 / 45.0), a1))
    y2 = madd(splat(-56.0 / 15.0), b2, f32x4.mul(splat(44.0 / 45.0), b1))
    y1 = madd(h, madd(splat(32.0 / 9.0), a3, y1), x1)
    y2 = madd(h, madd(splat(32.0 / 9.0), b3, y2), x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a4 = field(y1, p, q, current1)
    const b4 = field(y2, q, p, current2)

    y1 = madd(splat(-25360.0 / 2187.0), a2, f32x4.mul(splat(19372.0 / 6561.0), a1))
    y2 = madd(splat(-25360.0 / 2187.0), b2, f32x4.mul(splat(19372.0 / 6561.0), b1))
    y1 = madd(splat(-212.0 / 729.0), a4, madd(splat(64448.0 / 6561.0), a3, y1))
    y2 = madd(splat(-212.0 / 729.0), b4, madd(splat(64448.0 / 6561.0), b3, y2))
    y1 = madd(h, y1, x1)
    y2 = madd(h, y2, x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a5 = field(y1, p, q, current1)
    const b5 = field(y2, q, p, current2)

    y1 = madd(splat(-355.0 / 33.0), a2, f32x4.mul(splat(9017.0 / 3168.0), a1))
    y2 = madd(splat(-355.0 / 33.0), b2, f32x4.mul(splat(9017.0 / 3168.0), b1))
    y1 = madd(splat(49.0 / 176.0), a4, madd(splat(46732.0 / 5247.0), a3, y1))
    y2 = madd(splat(49.0 / 176.0), b4, madd(splat(46732.0 / 5247.0), b3, y2))
    y1 = madd(h, madd(splat(-5103.0 / 18656.0), a5, y1), x1)
    y2 = madd(h, madd(splat(-5103.0 / 18656.0), b5, y2), x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a6 = field(y1, p, q, current1)
    const b6 = field(y2, q, p, current2)

    y1 = madd(splat(500.0 / 1113.0), a3, f32x4.mul(splat(35.0 / 384.0), a1))
    y2 = madd(splat(500.0 / 1113.0), b3, f32x4.mul(splat(35.0 / 384.0), b1))
    y1 = madd(splat(-2187.0 / 6784.0), a5, madd(splat(125.0 / 192.0), a4, y1))
    y2 = madd(splat(-2187.0 / 6784.0), b5, madd(splat(125.0 / 192.0), b4, y2))
    y1 = madd(h, madd(splat(11.0 / 84.0), a6, y1), x1)
    y2 = madd(h, madd(splat(11.0 / 84.0), b6, y2), x2)
    p = tanh4(f32x4.mul(g, y1))
    q = tanh4(f32x4.mul(g, y2))
    const a7 = field(y1, p, q, current1)
    const b7 = field(y2, q, p, current2)

    let e1 = madd(splat(-71.0 / 16695.0), a3, f32x4.mul(splat(71.0 / 57600.0), a1))
    let e2 = madd(splat(-71.0 / 16695.0), b3, f32x4.mul(splat(71.0 / 57600.0), b1))
    e1 = madd(splat(-17253.0 / 339200.0), a5, madd(splat(71.0 / 1920.0), a4, e1))
    e2 = madd(splat(-17253.0 / 339200.0), b5, madd(splat(71.0 / 1920.0), b4, e2))
    e1 = madd(splat(-1.0 / 40.0), a7, madd(splat(22.0 / 525.0), a6, e1))
    e2 = madd(splat(-1.0 / 40.0), b7, madd(splat(22.0 / 525.0), b6, e2))
    const error = f32x4.mul(
      f32x4.mul(h, f32x4.splat(1 / TOLERANCE)),
      f32x4.pmax(f32x4.abs(e1), f32x4.abs(e2)),
    )
    const accepted = f32x4.le(error, f32x4.splat(1))
    x1 = v128.bitselect(y1, x1, accepted)
    x2 = v128.bitselect(y2, x2, accepted)
    a1 = v128.bitselect(a7, a1, accepted)
    b1 = v128.bitselect(b7, b1, accepted)
    t = f32x4.add(t, v128.and(h, accepted))
    h = f32x4.pmin(f32x4.splat(LONGEST_STEP), f32x4.mul(h, stepFactor(error)))

    const captured = capturedLanes(x1, x2)
    if (!v128.any_true(v128.or(captured, f32x4.ge(t, f32x4.splat(longestTime))))) continue
    v128.store(lanes, x1)
    v128.store(lanes, x2, 16)
    v128.store(lanes, h, 32)
    v128.store(lanes, t, 48)
    for (let lane: usize = 0; lane < 4; lane++) {
      const start = load<i32>(lanes + 4 * lane, 64)
      if (start == IDLE) continue
      const region = regionOf(load<f32>(lanes + 4 * lane), load<f32>(lanes + 4 * lane, 16))
      if (region == 0 && load<f32>(lanes + 4 * lane, 48) < longestTime) continue
      store<u8>(labels + start, region)
      next = refill(lane, next, count)
      if (load<i32>(lanes + 4 * lane, 64) == IDLE) busy--
    }
    x1 = v128.load(lanes)
    x2 = v128.load(lanes, 16)
    h = v128.load(lanes, 32)
    t = v128.load(lanes, 48)
    p = tanh4(f32x4.mul(g, x1))
    q = tanh4(f32x4.mul(g, x2))
    a1 = field(x1, p, q, current1)
    b1 = field(x2, q, p, current2)
  }
}
