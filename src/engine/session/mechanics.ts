import { effectiveScheme, effectiveTimeStep, systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { createStepper, type Field } from '../../model/integrators.ts'
import type { RandomSource } from '../../model/random.ts'
import { pairEnergy, pairFieldInto, type TwoNeuronSystem } from '../../model/twoNeurons.ts'

/** A ball with |f| below this is at rest: it would take a day of model time to cross a pixel. */
const restSpeed = 1e-5
/** Rounding of E in a step, relative to 1 + |E|: two hundred times the spacing of doubles. */
const energyRounding = 5e-14

export interface RunningBall {
  readonly id: number
  readonly state: Float64Array
  readonly random: RandomSource
  energy: number
}

/** How a step went: 'rose' where E went up without noise, 'lost' where it left finite numbers and the ball stayed as it was. */
export type Move = 'moved' | 'rose' | 'lost'

/** How balls move in the network of one document. */
export interface Mechanics {
  readonly system: TwoNeuronSystem
  readonly timeStep: number
  readonly isNoisy: boolean
  /** One time step. */
  readonly move: (ball: RunningBall) => Move
  readonly isAtRest: (ball: RunningBall) => boolean
  /** Where a ball without noise is a part of a step later; with noise, where it is. The same pair every time. */
  readonly glimpse: (ball: RunningBall, span: number) => Float64Array
}

export function createMechanics(experiment: Experiment): Mechanics {
  const system = systemOf(experiment)
  const timeStep = effectiveTimeStep(experiment)
  const step = createStepper(effectiveScheme(experiment), 2)
  const noise = experiment.noise.strength
  const isNoisy = noise > 0
  const before = new Float64Array(2)
  const slope = new Float64Array(2)
  const ahead = new Float64Array(2)
  const field: Field = (out, x) => pairFieldInto(out, system, x[0], x[1])

  return {
    system,
    timeStep,
    isNoisy,
    move(ball) {
      const { state } = ball
      before.set(state)
      step(state, field, timeStep, noise, isNoisy ? ball.random : null)
      const energy = pairEnergy(system, state[0], state[1])
      if (!Number.isFinite(energy) || !Number.isFinite(state[0]) || !Number.isFinite(state[1])) {
        state.set(before)
        return 'lost'
      }
      const hasRisen = energy > ball.energy + energyRounding * (1 + Math.abs(ball.energy))
      ball.energy = energy
      return hasRisen && !isNoisy ? 'rose' : 'moved'
    },
    isAtRest({ state }) {
      if (isNoisy) return false
      field(slope, state)
      return Math.hypot(slope[0], slope[1]) < restSpeed
    },
    glimpse({ state }, span) {
      ahead.set(state)
      // The integrator itself, because a straight line along f overshoots where the time step is near its limit.
      if (!isNoisy && span > 0) step(ahead, field, span, 0, null)
      return ahead
    },
  }
}
