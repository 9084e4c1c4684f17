import { activation, activationSlope } from './activation.ts'
import { memoryAmplitude } from './memory.ts'

/** More than bisection alone needs to exhaust double precision. */
const MAX_ITERATIONS = 120
/** Relative step at which an iteration has arrived: about a unit of the last place. No unit. */
const RELATIVE_STEP = 3e-16
/** Every so many steps the bracket must have shrunk to an eighth, or the next step bisects. */
const CHECK_EVERY = 4
/** A local extremum of x - b - wψ(x) this near to zero, relative to |b| + |w|, is a double root: the rounding error of its evaluation. */
const TANGENCY = 4e-16

/**
 * The root of a rising function between `low` and `high`: Newton's method, with bisection wherever that would leave the bracket or gains
 * too little. Where rounding hides the change of sign the nearer end is the root. `slope` need not be exact; it is called right after
 * `value`, at the same place.
 */
export function risingRoot(
  value: (x: number) => number,
  slope: (x: number) => number,
  low: number,
  high: number,
): number {
  let a = low
  let b = high
  let x = (a + b) / 2
  let lastWidth = b - a
  for (let k = 1; k <= MAX_ITERATIONS; k++) {
    const f = value(x)
    if (f === 0) return x
    if (f > 0) b = x
    else a = x
    const newton = x - f / slope(x)
    const isCheck = k % CHECK_EVERY === 0
    const hasStalled = isCheck && b - a > lastWidth / 8
    if (isCheck) lastWidth = b - a
    const next = newton >= a && newton <= b && !hasStalled ? newton : (a + b) / 2
    if (Math.abs(next - x) <= RELATIVE_STEP * Math.abs(x)) return next
    x = next
  }
  return x
}

/**
 * Every solution of x = b + w ψ(x), ascending: one, two (a double root, at a fold) or three. A neuron that feels only itself.
 *
 * h(x) = x - b - w ψ(x) is monotone between its critical points ±x_c, where w ψ' = 1: ψ(x_c)² = 1 - 1/(g w) (they exist iff g w > 1).
 * The signs at ±x_c count the roots exactly. For b = 0 the roots are 0 and ±γ(w). `weight`: w; `current`: b; `gain`: g > 0.
 */
export function selfConsistentStates(weight: number, current: number, gain: number): number[] {
  if (current === 0) {
    const gamma = memoryAmplitude(weight, gain)
    return gamma > 0 ? [-gamma, 0, gamma] : [0]
  }
  const h = (x: number) => x - current - weight * activation(x, gain)
  const slope = (x: number) => 1 - weight * activationSlope(x, gain)
  const minusH = (x: number) => -h(x)
  const minusSlope = (x: number) => -slope(x)
  const low = current - Math.abs(weight)
  const high = current + Math.abs(weight)
  if (!(gain * weight > 1)) return [risingRoot(h, slope, low, high)]
  const critical = Math.atanh(Math.sqrt((gain * weight - 1) / (gain * weight))) / gain
  const tolerance = TANGENCY * (Math.abs(current) + weight)
  const peak = signOf(h(-critical), tolerance)
  const valley = signOf(h(critical), tolerance)
  const roots: number[] = []
  if (peak > 0) roots.push(risingRoot(h, slope, Math.min(low, -critical), -critical))
  if (peak === 0) roots.push(-critical)
  if (peak > 0 && valley < 0) roots.push(risingRoot(minusH, minusSlope, -critical, critical))
  if (valley === 0) roots.push(critical)
  if (valley < 0) roots.push(risingRoot(h, slope, critical, Math.max(high, critical)))
  return roots
}

function signOf(value: number, tolerance: number): -1 | 0 | 1 {
  if (Math.abs(value) <= tolerance) return 0
  return value > 0 ? 1 : -1
}
