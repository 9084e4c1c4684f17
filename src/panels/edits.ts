import type { Experiment, LayerSettings, ModelSettings } from '../experiment/experiment.ts'
import type { PhaseSettings } from '../experiment/phaseSettings.ts'

/** A change of the document, for `edit`. */
export type Edit = (experiment: Experiment) => Experiment

export const withSaliency =
  (saliency: readonly [number, number]): Edit =>
  (experiment) => ({ ...experiment, input: { saliency } })

/** One saliency, the other as it is. */
export const withSaliencyOf =
  (memory: 0 | 1, value: number): Edit =>
  (experiment) => {
    const [first, second] = experiment.input.saliency
    return { ...experiment, input: { saliency: memory === 0 ? [value, second] : [first, value] } }
  }

export const withModel =
  (model: Partial<ModelSettings>): Edit =>
  (experiment) => ({ ...experiment, model: { ...experiment.model, ...model } })

export const withNoise =
  (noise: Partial<Experiment['noise']>): Edit =>
  (experiment) => ({ ...experiment, noise: { ...experiment.noise, ...noise } })

export const withIntegration =
  (integration: Partial<Experiment['integration']>): Edit =>
  (experiment) => ({ ...experiment, integration: { ...experiment.integration, ...integration } })

export const withSpeed =
  (speed: number): Edit =>
  (experiment) => ({ ...experiment, playback: { speed } })

export const withView =
  (view: Partial<Experiment['view']>): Edit =>
  (experiment) => ({ ...experiment, view: { ...experiment.view, ...view } })

export const withLayer =
  (layer: keyof LayerSettings, isOn: boolean): Edit =>
  (experiment) =>
    withView({ layers: { ...experiment.view.layers, [layer]: isOn } })(experiment)

/** Layers of the phase portrait. */
export const withPhase =
  (phase: Partial<PhaseSettings>): Edit =>
  (experiment) =>
    withView({ phase: { ...experiment.view.phase, ...phase } })(experiment)
