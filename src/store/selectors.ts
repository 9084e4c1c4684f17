import { effectiveTimeStep, inputOf, systemOf, timeStepLimit } from '../experiment/derive.ts'
import type { Experiment, InputSettings, ModelSettings } from '../experiment/experiment.ts'
import { numberText } from '../experiment/ranges.ts'
import { criticalSaliency, existenceSaliency, memoryAmplitude } from '../model/memory.ts'
import { regime, type Regime } from '../model/regime.ts'
import type { TwoNeuronSystem } from '../model/twoNeurons.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import type { LabState } from './labState.ts'

/** What follows from model and input alone. The same objects as long as these do not change. */
export interface Derived {
  readonly system: TwoNeuronSystem
  /** u = (u₁, u₂). */
  readonly input: ReadonlyPair
  /** Of the saliencies of `system`: without a current. */
  readonly regime: Regime
  /** True where a current tilts the landscape, so that the regime is only that of the network without it. */
  readonly hasCurrent: boolean
  /** 1/g: above it a memory exists. */
  readonly existence: number
  /** α* that memory 1 and memory 2 must exceed beside the other one to be stable. */
  readonly critical: ReadonlyPair
  /** γ of memory 1 and memory 2; 0 where it does not exist. */
  readonly amplitudes: ReadonlyPair
}

function derive(experiment: Pick<Experiment, 'model' | 'input'>): Derived {
  const system = systemOf(experiment)
  const { saliency, gain, current } = system
  return {
    system,
    input: inputOf(experiment),
    regime: regime(saliency, gain),
    hasCurrent: current[0] !== 0 || current[1] !== 0,
    existence: existenceSaliency(gain),
    critical: [criticalSaliency(saliency[1], gain), criticalSaliency(saliency[0], gain)],
    amplitudes: [memoryAmplitude(saliency[0], gain), memoryAmplitude(saliency[1], gain)],
  }
}

// Keyed by the parts of the document, weakly: right for any number of labs, and nothing is kept alive.
const known = new WeakMap<ModelSettings, WeakMap<InputSettings, Derived>>()

/** For `useLabState(selectDerived)`, or a part of it: `useLabState((state) => selectDerived(state).regime)`. */
export function selectDerived({ experiment }: Pick<LabState, 'experiment'>): Derived {
  const ofModel = known.get(experiment.model) ?? new WeakMap<InputSettings, Derived>()
  known.set(experiment.model, ofModel)
  const derived = ofModel.get(experiment.input) ?? derive(experiment)
  ofModel.set(experiment.input, derived)
  return derived
}

export const selectSystem = (state: Pick<LabState, 'experiment'>) => selectDerived(state).system

/** Why the run uses a smaller time step than the one asked for; null where it does not. */
export function selectTimeStepSentence({ experiment }: Pick<LabState, 'experiment'>): string | null {
  const used = effectiveTimeStep(experiment)
  if (used >= experiment.integration.timeStep) return null
  const limit = digits(timeStepLimit(experiment))
  return `This network allows a time step of at most ${limit}: the run uses ${digits(used)}.`
}

function digits(value: number): string {
  return numberText(Number(value.toPrecision(3)))
}
