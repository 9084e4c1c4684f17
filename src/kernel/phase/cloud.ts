import { densityExtent } from '../../model/phase/fokkerPlanck.ts'
import type { Stopwatch } from '../../model/phase/stopwatch.ts'
import { createRandom } from '../../model/random.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../../model/twoNeurons.ts'
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
} from '../approximations.ts'
import { fillNormalsInto, NOISE_WORDS, seedNoiseInto, TILE } from '../noise.ts'
import { createStopwatches } from './cloudStopwatches.ts'

/** Streams of the seed: normals of the steps, starting places. */
const NORMALS_STREAM = 1
const PLACES_STREAM = 2

/** Particles of dx = f dt + σ dB, each with noise of its own. Same seed and calls, same cloud. */
export interface Cloud {
  /** x₁, x₂ of each particle in turn. Another array after `setCount`. */
  readonly positions: Float32Array<ArrayBuffer>
  /** More particles begin where others are, so that a cloud at rest stays so; of fewer, the last ones go. */
  setCount(count: number): void
  /** Spreads the particles evenly over the square on which the density lives, and sets everything back to the seed. */
  reset(system: TwoNeuronSystem, noise: number): void
  /** Moves all particles by so many steps of stochastic Heun. A change of network or noise sets the stopwatches to zero; particles stay. */
  step(system: TwoNeuronSystem, noise: number, timeStep: number, steps: number): void
  /** Measured escape times from the memories that are stable, since the network or the noise last changed; up to 16 steps old. */
  stopwatches(): Stopwatch[]
}

/** A cloud of `count` particles, all in the origin until `reset`. `seed`: an integer. */
export function createCloud(count: number, seed: number): Cloud {
  const words = new Uint32Array(NOISE_WORDS)
  const watches = createStopwatches(count, seed)
  let positions = new Float32Array(2 * count)
  let before = new Float32Array(2 * count)
  let normals = makeNormals(count)
  seedNoiseInto(words, seed, NORMALS_STREAM)

  return {
    get positions() {
      return positions
    },
    setCount(wanted) {
      const next = new Float32Array(2 * wanted)
      const known = positions.length
      for (let k = 0; k < next.length; k++) next[k] = known > 0 ? positions[k % known] : 0
      positions = next
      before = new Float32Array(2 * wanted)
      normals = makeNormals(wanted)
      watches.setCount(wanted)
    },
    reset(system, noise) {
      seedNoiseInto(words, seed, NORMALS_STREAM)
      const random = createRandom(seed, PLACES_STREAM)
      const extent = noise > 0 ? densityExtent(system, noise) : 0
      for (let k = 0; k < positions.length; k++) positions[k] = extent * (2 * random.uniform() - 1)
      watches.reset()
    },
    step(system, noise, timeStep, steps) {
      watches.follow(system, noise, timeStep)
      for (let k = 0; k < steps; k++) {
        fillNormalsInto(normals, words)
        before.set(positions)
        stepCloud(positions, normals, system, noise, timeStep)
        watches.see(before, positions)
      }
    },
    stopwatches: () => watches.read(),
  }
}

/** Normals come in tiles. */
function makeNormals(count: number): Float64Array {
  return new Float64Array(TILE * Math.ceil((2 * count) / TILE))
}

/** Numerators and denominators of tanh, as constants of this file: where imports are looked up at run time, as in tests, they cost more than tanh. */
const [A0, A1, A2, A3] = [TANH_A0, TANH_A1, TANH_A2, TANH_A3]
const [B1, B2, B3, B4] = [TANH_B1, TANH_B2, TANH_B3, TANH_B4]
const LIMIT = TANH_LIMIT

/** tanh to 1.5e-7 (src/kernel/approximations.ts). */
function fastTanh(z: number): number {
  const x = z > LIMIT ? LIMIT : z < -LIMIT ? -LIMIT : z
  const s = x * x
  const a = A0 + s * (A1 + s * (A2 + s * A3))
  const b = 1 + s * (B1 + s * (B2 + s * (B3 + s * B4)))
  return (x * a) / b
}

/**
 * One step of stochastic Heun for additive noise: x̃ = x + f(x) dt + σ√dt ξ, then x + ½[f(x) + f(x̃)] dt + σ√dt ξ. Of weak order 2: errors of
 * averages fall as dt². Places in single precision.
 */
function stepCloud(
  positions: Float32Array,
  normals: Float64Array,
  { saliency, gain, current }: TwoNeuronSystem,
  noise: number,
  timeStep: number,
): void {
  const w11 = selfWeight(saliency)
  const w12 = crossWeight(saliency)
  const [b1, b2] = current
  const kick = noise * Math.sqrt(timeStep)
  const half = timeStep / 2
  for (let at = 0; at < positions.length; at += 2) {
    const x1 = positions[at]
    const x2 = positions[at + 1]
    const psi1 = fastTanh(gain * x1)
    const psi2 = fastTanh(gain * x2)
    const f1 = b1 - x1 + w11 * psi1 + w12 * psi2
    const f2 = b2 - x2 + w12 * psi1 + w11 * psi2
    const y1 = x1 + kick * normals[at]
    const y2 = x2 + kick * normals[at + 1]
    const guess1 = y1 + timeStep * f1
    const guess2 = y2 + timeStep * f2
    const phi1 = fastTanh(gain * guess1)
    const phi2 = fastTanh(gain * guess2)
    positions[at] = y1 + half * (f1 + b1 - guess1 + w11 * phi1 + w12 * phi2)
    positions[at + 1] = y2 + half * (f2 + b2 - guess2 + w12 * phi1 + w11 * phi2)
  }
}
