import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'

/** Error allowed in one step, in units of the state, of curves and of starts that decide an area. */
const TOLERANCE = 1e-9
/** Longest step, in units of time: a step that is longer might not notice that it crossed the steep part of ψ. */
const LONGEST_STEP = 0.5
const SAFETY = 0.9
const MOST_GROWTH = 5
const MOST_SHRINKAGE = 0.2
/** Numbers of one interpolant: five for each coordinate. */
export const INTERPOLANT = 10

/** The largest modulus that an eigenvalue of the Jacobian can have anywhere: 1 + g max |α_μ|. Per unit of time. */
export function fastestRate({ saliency, gain }: TwoNeuronSystem): number {
  return 1 + gain * Math.max(Math.abs(saliency[0]), Math.abs(saliency[1]))
}

/** A trajectory that is followed step by step. */
export interface BasinSolver {
  x1: number
  x2: number
  time: number
  /** Begins anew at a state, forward (1) or backward (-1) in time. */
  start(x1: number, x2: number, direction: 1 | -1): void
  /** One accepted step. */
  step(): void
  /** The last step as a polynomial of θ in [0, 1]: five numbers for x₁, five for x₂; see `interpolate`. */
  readInterpolant(out: Float64Array, at: number): void
}

/**
 * dx/dt = ±f(x) by the method of Dormand and Prince of order 5(4), with the interpolant of order 4 (Hairer, Nørsett, Wanner 1993, II.5 and
 * II.6). Double precision; the local error of a step is kept below 1e-9. No allocation after creation.
 *
 * Products are summed in an order that keeps x → −x and the swap of the neurons exact: symmetric starts give symmetric trajectories.
 */
export function createBasinSolver(system: TwoNeuronSystem): BasinSolver {
  const { gain, current } = system
  const w = selfWeight(system.saliency)
  const c = crossWeight(system.saliency)
  const [b1, b2] = current
  const firstStep = 0.1 / fastestRate(system)
  const k = new Float64Array(14)
  const r = new Float64Array(INTERPOLANT)
  let sign = 1
  let h = firstStep

  const evaluate = (at: number, x1: number, x2: number): void => {
    const psi1 = Math.tanh(gain * x1)
    const psi2 = Math.tanh(gain * x2)
    k[at] = sign * (w * psi1 + c * psi2 - x1 + b1)
    k[at + 1] = sign * (w * psi2 + c * psi1 - x2 + b2)
  }

  const attempt = (y1: number, y2: number): number => {
    evaluate(2, y1 + h * (1 / 5) * k[0], y2 + h * (1 / 5) * k[1])
    evaluate(4, y1 + h * ((3 / 40) * k[0] + (9 / 40) * k[2]), y2 + h * ((3 / 40) * k[1] + (9 / 40) * k[3]))
    evaluate(
      6,
      y1 + h * ((44 / 45) * k[0] - (56 / 15) * k[2] + (32 / 9) * k[4]),
      y2 + h * ((44 / 45) * k[1] - (56 / 15) * k[3] + (32 / 9) * k[5]),
    )
    evaluate(
      8,
      y1 + h * ((19372 / 6561) * k[0] - (25360 / 2187) * k[2] + (64448 / 6561) * k[4] - (212 / 729) * k[6]),
      y2 + h * ((19372 / 6561) * k[1] - (25360 / 2187) * k[3] + (64448 / 6561) * k[5] - (212 / 729) * k[7]),
    )
    const at10 = (i: number): number =>
      (9017 / 3168) * k[i] -
      (355 / 33) * k[i + 2] +
      (46732 / 5247) * k[i + 4] +
      (49 / 176) * k[i + 6] -
      (5103 / 18656) * k[i + 8]
    evaluate(10, y1 + h * at10(0), y2 + h * at10(1))
    const at12 = (i: number): number =>
      (35 / 384) * k[i] +
      (500 / 1113) * k[i + 4] +
      (125 / 192) * k[i + 6] -
      (2187 / 6784) * k[i + 8] +
      (11 / 84) * k[i + 10]
    solver.x1 = y1 + h * at12(0)
    solver.x2 = y2 + h * at12(1)
    evaluate(12, solver.x1, solver.x2)
    const errorOf = (i: number): number =>
      (71 / 57600) * k[i] -
      (71 / 16695) * k[i + 4] +
      (71 / 1920) * k[i + 6] -
      (17253 / 339200) * k[i + 8] +
      (22 / 525) * k[i + 10] -
      (1 / 40) * k[i + 12]
    return Math.max(Math.abs(h * errorOf(0)), Math.abs(h * errorOf(1))) / TOLERANCE
  }

  const keepInterpolant = (y1: number, y2: number): void => {
    for (let i = 0; i < 2; i++) {
      const from = i === 0 ? y1 : y2
      const difference = (i === 0 ? solver.x1 : solver.x2) - from
      const bend = h * k[i] - difference
      r[5 * i] = from
      r[5 * i + 1] = difference
      r[5 * i + 2] = bend
      r[5 * i + 3] = difference - h * k[i + 12] - bend
      r[5 * i + 4] =
        h *
        ((-12715105075 / 11282082432) * k[i] +
          (87487479700 / 32700410799) * k[i + 4] -
          (10690763975 / 1880347072) * k[i + 6] +
          (701980252875 / 199316789632) * k[i + 8] -
          (1453857185 / 822651844) * k[i + 10] +
          (69997945 / 29380423) * k[i + 12])
    }
  }

  const solver: BasinSolver = {
    x1: 0,
    x2: 0,
    time: 0,
    start(x1, x2, direction) {
      solver.x1 = x1
      solver.x2 = x2
      solver.time = 0
      sign = direction
      h = firstStep
      evaluate(0, x1, x2)
    },
    step() {
      const y1 = solver.x1
      const y2 = solver.x2
      for (;;) {
        const error = attempt(y1, y2)
        const factor = Math.min(MOST_GROWTH, Math.max(MOST_SHRINKAGE, SAFETY * error ** -0.2))
        if (error <= 1) {
          keepInterpolant(y1, y2)
          solver.time += h
          h = Math.min(LONGEST_STEP, h * factor)
          k[0] = k[12]
          k[1] = k[13]
          return
        }
        h *= factor
      }
    },
    readInterpolant: (out, at) => out.set(r, at),
  }
  return solver
}

/** Value at θ of an interpolant's coordinate that begins at `at` (x₁) or `at` + 5 (x₂). */
export function interpolate(steps: Float64Array, at: number, theta: number): number {
  const rest = 1 - theta
  return steps[at] + theta * (steps[at + 1] + rest * (steps[at + 2] + theta * (steps[at + 3] + rest * steps[at + 4])))
}
