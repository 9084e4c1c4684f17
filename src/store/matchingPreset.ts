import { keepUnchanged } from '../engine/session/keepUnchanged.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { presets } from '../experiment/presets/presets.ts'

/** The parts of the document that decide the run. View and speed are a matter of looking at it. */
export const runParts = ['model', 'input', 'balls', 'noise', 'integration'] as const

/** The preset as long as the document has its run. */
export function stillPreset(presetId: string | null, experiment: Experiment): string | null {
  const preset = presets.find((candidate) => candidate.id === presetId)?.experiment
  if (preset === undefined) return null
  return runParts.every((part) => keepUnchanged<unknown>(preset[part], experiment[part]) === preset[part])
    ? presetId
    : null
}

/** The preset that has the run of the document, for one that comes from outside. */
export function matchingPreset(experiment: Experiment): string | null {
  return presets.find(({ id }) => stillPreset(id, experiment) !== null)?.id ?? null
}
