import type { ReadonlyPair } from '../model/vector.ts'
import type { TwoNeuronSystem } from '../model/twoNeurons.ts'
import type { Scheme } from '../model/integrators.ts'
import { fieldLipschitz, stabilityLimit } from '../model/integrators.ts'
import { inputOfPair } from '../model/saliency.ts'
import type { Experiment } from './experiment.ts'

/** The share of the stability limit that a run may use: at the limit itself an error would neither grow nor fade. */
const safeShareOfLimit = 0.9

/** The id of the ball that starts at the input. No ball of the document may have it. */
export const inputBallId = 0

/** True where the input is the initial state of a classic network. */
export function startsAtInput(experiment: Pick<Experiment, 'model'>): boolean {
  return experiment.model.kind === 'classic' && experiment.model.inputAs === 'start'
}

/** u = α₁ ξ¹ + α₂ ξ². */
export function inputOf(experiment: Pick<Experiment, 'input'>): ReadonlyPair {
  return inputOfPair(experiment.input.saliency)
}

/** The network that the document describes. A classic network has one saliency s for both memories, and the input as a current or not at all. */
export function systemOf(experiment: Pick<Experiment, 'model' | 'input'>): TwoNeuronSystem {
  const { kind, strength, gain } = experiment.model
  switch (kind) {
    case 'idp':
      return { saliency: experiment.input.saliency, gain, current: [0, 0] }
    case 'classic':
      return {
        saliency: [strength, strength],
        gain,
        current: startsAtInput(experiment) ? [0, 0] : inputOf(experiment),
      }
    default:
      return kind satisfies never
  }
}

/** The integrator of the run: the noise-free one, or with noise the stochastic one. */
export function effectiveScheme(experiment: Pick<Experiment, 'noise' | 'integration'>): Scheme {
  return experiment.noise.strength > 0 ? experiment.integration.noisyScheme : experiment.integration.scheme
}

/** The largest time step at which the integrator is stable for the present network. */
export function timeStepLimit(experiment: Pick<Experiment, 'model' | 'input' | 'noise' | 'integration'>): number {
  const { saliency, gain } = systemOf(experiment)
  return stabilityLimit(effectiveScheme(experiment), fieldLipschitz(saliency, gain))
}

/** The time step of the run: the one asked for, or a safe share of the limit when that is less. */
export function effectiveTimeStep(experiment: Pick<Experiment, 'model' | 'input' | 'noise' | 'integration'>): number {
  return Math.min(experiment.integration.timeStep, safeShareOfLimit * timeStepLimit(experiment))
}

/** Where a run begins and whose ball it is. */
export interface StartingBall {
  readonly id: number
  readonly start: ReadonlyPair
}

/** Every ball at the start of a run: those of the document, and before them the one that starts at the input, where the model has it. */
export function startingBalls(experiment: Pick<Experiment, 'model' | 'input' | 'balls'>): readonly StartingBall[] {
  if (!startsAtInput(experiment)) return experiment.balls
  return [{ id: inputBallId, start: inputOf(experiment) }, ...experiment.balls]
}
