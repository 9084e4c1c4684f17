import type { Experiment } from '../experiment/experiment.ts'
import { modelParts, type ModelChoice } from '../experiment/modelChoice.ts'

/** What a control of the bar does to the document. */
export type EmbedEdit =
  | { readonly kind: 'alpha'; readonly memory: 0 | 1; readonly value: number }
  | { readonly kind: 'gain' | 'noise' | 'speed'; readonly value: number }
  | { readonly kind: 'model'; readonly choice: ModelChoice }
  | { readonly kind: 'picture'; readonly picture: 'surface' | 'map' }
  | { readonly kind: 'clear-balls' }

/** What a control does to the run. */
export interface EmbedCommand {
  readonly kind: 'play' | 'pause' | 'step' | 'reset'
}

export function isCommand(action: EmbedEdit | EmbedCommand): action is EmbedCommand {
  return ['play', 'pause', 'step', 'reset'].includes(action.kind)
}

/** The document after an edit; its numbers are not clamped here. */
export function edited(document: Experiment, edit: EmbedEdit): Experiment {
  const { model, input, noise, playback, view } = document
  switch (edit.kind) {
    case 'alpha': {
      const [first, second] = input.saliency
      return { ...document, input: { saliency: edit.memory === 0 ? [edit.value, second] : [first, edit.value] } }
    }
    case 'gain':
      return { ...document, model: { ...model, gain: edit.value } }
    case 'noise':
      return { ...document, noise: { ...noise, strength: edit.value } }
    case 'speed':
      return { ...document, playback: { ...playback, speed: edit.value } }
    case 'model':
      return { ...document, model: { ...model, ...modelParts(edit.choice) } }
    case 'picture':
      return { ...document, view: { ...view, picture: edit.picture } }
    case 'clear-balls':
      return { ...document, balls: [] }
    default:
      return edit satisfies never
  }
}
