import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { FlowArrow } from './phaseCurves.ts'

/** Arrows along each side of the square. */
const ARROWS_PER_SIDE = 16
/** Length of the fastest arrows, over the distance of their places. No unit. */
const LONGEST = 0.9
/** An arrow of this speed has half that length. In units of the extent per unit of time. */
const HALF_SPEED = 0.25
/** Chords of half an arrow. */
const STEPS = 3
/** Longest time step times the Lipschitz constant of the field; the scheme is stable up to 2.78. No unit. */
const LONGEST_STEP = 1.5

/**
 * Short pieces of trajectories through the centres of 16² cells of the square, each from tail to head.
 *
 * - 'flow': dx/dt = f(x).
 * - 'descent': dx/dt = -∇E = ψ'(x) ∘ f(x), in a time in which the larger of the two ψ' is 1. That factor, alike for both neurons, changes no
 *   curve; without it arrows in the saturated corners, where ψ' ~ e^(-2g|x|), would have no length.
 *
 * With the speed v in the middle an arrow is ℓ v/(v + extent/4) long, ℓ = 0.9 cells, half of it behind and half before its place; a half is
 * shorter where the field is too stiff to go on (3 steps of RK4, hence never past an equilibrium). Drawn, not exact: 1e-2 of a cell.
 */
export function traceArrows(system: TwoNeuronSystem, extent: number, kind: 'flow' | 'descent'): FlowArrow[] {
  const walk = createWalk(system, extent, kind)
  const arrows: FlowArrow[] = []
  for (let row = 0; row < ARROWS_PER_SIDE; row++) {
    for (let column = 0; column < ARROWS_PER_SIDE; column++) {
      const x1 = extent * ((2 * column + 1) / ARROWS_PER_SIDE - 1)
      const x2 = extent * ((2 * row + 1) / ARROWS_PER_SIDE - 1)
      arrows.push({ points: walk(x1, x2) })
    }
  }
  return arrows
}

/** Writes the velocity at a place. */
type Velocity = (out: Float64Array, x1: number, x2: number) => void

function createWalk(
  system: TwoNeuronSystem,
  extent: number,
  kind: 'flow' | 'descent',
): (x1: number, x2: number) => Float32Array<ArrayBuffer> {
  const velocity = createVelocity(system, kind === 'descent')
  const step = createStep(velocity)
  const longest = (LONGEST * 2 * extent) / ARROWS_PER_SIDE
  const lipschitz = 1 + system.gain * Math.max(...system.saliency.map(Math.abs))
  const place = new Float64Array(2)
  const speedHere = new Float64Array(2)

  /** Writes one half, from next to the middle outwards, at `at`, `at + stride` …. */
  function half(points: Float32Array, at: number, stride: number, x1: number, x2: number, chord: number): void {
    place[0] = x1
    place[1] = x2
    for (let k = 0; k < STEPS; k++) {
      velocity(speedHere, place[0], place[1])
      const speed = Math.sqrt(speedHere[0] ** 2 + speedHere[1] ** 2)
      // The weights ψ'/max ψ' of the descent change by e in a state's change of 1/2g.
      const rate = kind === 'descent' ? lipschitz + 2 * system.gain * speed : lipschitz
      const time = speed > 0 ? Math.min(chord / speed, LONGEST_STEP / rate) : 0
      step(place, speedHere, Math.sign(stride) * time)
      points[at + k * stride] = place[0]
      points[at + k * stride + 1] = place[1]
    }
  }

  return (x1, x2) => {
    velocity(speedHere, x1, x2)
    const speed = Math.sqrt(speedHere[0] ** 2 + speedHere[1] ** 2)
    const chord = (longest * speed) / (speed + HALF_SPEED * extent) / (2 * STEPS)
    const points = new Float32Array(2 * (2 * STEPS + 1))
    points[2 * STEPS] = x1
    points[2 * STEPS + 1] = x2
    half(points, 2 * STEPS + 2, 2, x1, x2, chord)
    half(points, 2 * STEPS - 2, -2, x1, x2, chord)
    return points
  }
}

/** f, or f weighted by ψ'/max ψ'. One exponential a neuron gives both: ψ = (1 - e)/(1 + e), ψ' = 4g e/(1 + e)², e = e^(-2g|x|). */
function createVelocity({ saliency, gain, current }: TwoNeuronSystem, isWeighted: boolean): Velocity {
  const w11 = selfWeight(saliency)
  const w12 = crossWeight(saliency)
  return (out, x1, x2) => {
    const decay1 = Math.exp(-2 * gain * Math.abs(x1))
    const decay2 = Math.exp(-2 * gain * Math.abs(x2))
    const psi1 = (Math.sign(x1) * (1 - decay1)) / (1 + decay1)
    const psi2 = (Math.sign(x2) * (1 - decay2)) / (1 + decay2)
    out[0] = current[0] - x1 + (w11 * psi1 + w12 * psi2)
    out[1] = current[1] - x2 + (w11 * psi2 + w12 * psi1)
    if (!isWeighted) return
    // ψ'₁/ψ'₂, without the quotient of two numbers that may both round to 0.
    const root = (1 + decay2) / (1 + decay1)
    const ratio = Math.exp(2 * gain * (Math.abs(x2) - Math.abs(x1))) * root * root
    if (ratio < 1) out[0] *= ratio
    else out[1] /= ratio
  }
}

/** One step of the classical Runge-Kutta scheme, in place; `first` is the velocity at its start. */
function createStep(velocity: Velocity): (place: Float64Array, first: Float64Array, time: number) => void {
  const slope = new Float64Array(2)
  return (place, first, time) => {
    const x1 = place[0]
    const x2 = place[1]
    velocity(slope, x1 + (time / 2) * first[0], x2 + (time / 2) * first[1])
    let sum1 = first[0] + 2 * slope[0]
    let sum2 = first[1] + 2 * slope[1]
    velocity(slope, x1 + (time / 2) * slope[0], x2 + (time / 2) * slope[1])
    sum1 += 2 * slope[0]
    sum2 += 2 * slope[1]
    velocity(slope, x1 + time * slope[0], x2 + time * slope[1])
    place[0] = x1 + (time / 6) * (sum1 + slope[0])
    place[1] = x2 + (time / 6) * (sum2 + slope[1])
  }
}
