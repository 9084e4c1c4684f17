import type { Experiment } from '../experiment/experiment.ts'
import { keysDiffering } from './keysDiffering.ts'

type Part = Exclude<keyof Experiment, 'version' | 'view'>

const partNames: Readonly<Record<Part, string>> = {
  model: 'Change the model',
  input: 'Change the input',
  balls: 'Change the balls',
  noise: 'Change the noise',
  integration: 'Change the integration',
  playback: 'Change the speed',
  recall: 'Change the network',
}

const modelNames: Readonly<Record<keyof Experiment['model'], string>> = {
  kind: 'Choose the model',
  inputAs: 'Choose what the input does',
  strength: 'Change the strength',
  gain: 'Change the gain',
}

const noiseNames: Readonly<Record<keyof Experiment['noise'], string>> = {
  strength: 'Change the noise',
  seed: 'Change the seed',
  particles: 'Change the number of particles',
}

const integrationNames: Readonly<Record<keyof Experiment['integration'], string>> = {
  scheme: 'Choose the integrator',
  noisyScheme: 'Choose the integrator',
  timeStep: 'Change the time step',
}

/** An edit named for what changed, and grouped with others of the same: another model is not one step with the slider moved just before. */
export function describePartEdit(
  before: Experiment,
  next: Experiment,
): { readonly label: string; readonly gesture: string } {
  const parts = (Object.keys(partNames) as Part[]).filter((part) => before[part] !== next[part])
  const [part] = parts
  if (parts.length !== 1 || part === undefined) {
    return { label: 'Change the experiment', gesture: `parts ${parts.join()}` }
  }
  const details = part === 'recall' || part === 'balls' ? [] : keysDiffering(before[part], next[part])
  return { label: detailName(part, before, next) ?? partNames[part], gesture: `part ${part} ${details.join()}` }
}

/** The words for the one thing that changed in a part; null where there are none of their own, or where more changed. */
function detailName(part: Part, before: Experiment, next: Experiment): string | null {
  switch (part) {
    case 'model':
      return only(before.model, next.model, modelNames)
    case 'noise':
      return only(before.noise, next.noise, noiseNames)
    case 'integration':
      return only(before.integration, next.integration, integrationNames)
    case 'input':
    case 'balls':
    case 'playback':
    case 'recall':
      return null
    default:
      return part satisfies never
  }
}

function only<T extends object>(before: T, next: T, names: Readonly<Record<keyof T, string>>): string | null {
  const [detail, ...others] = keysDiffering(before, next)
  return detail === undefined || others.length > 0 ? null : names[detail]
}
