import type { Ball, Experiment, ModelSettings, NoiseSettings } from '../experiment.ts'
import { defaultExperiment } from '../defaultExperiment.ts'
import type { PhaseSettings } from '../phaseSettings.ts'

/** One entry of the registry: a whole document with its words. */
export interface Preset {
  /** Stable: links and tests use it. */
  readonly id: string
  readonly title: string
  /** One sentence that says what to see. */
  readonly caption: string
  readonly experiment: Experiment
  /** Layers that its figure needs, over those of the default. Without it the layers stay the person's own. */
  readonly phase?: Partial<PhaseSettings>
}

interface PresetParts {
  readonly saliency: readonly [number, number]
  readonly starts: readonly (readonly [number, number])[]
  readonly model?: Partial<ModelSettings>
  readonly noise?: Partial<NoiseSettings>
}

/** The default document with other parts; balls are numbered from 1. */
export function presetExperiment({ saliency, starts, model, noise }: PresetParts): Experiment {
  const balls: Ball[] = starts.map((start, i) => ({ id: i + 1, start }))
  return {
    ...defaultExperiment,
    model: { ...defaultExperiment.model, ...model },
    input: { saliency },
    balls,
    noise: { ...defaultExperiment.noise, ...noise },
  }
}
