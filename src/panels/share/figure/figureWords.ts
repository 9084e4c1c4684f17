import type { Experiment } from '../../../experiment/experiment.ts'
import type { ExportHeader } from '../../../exports/header.ts'
import { formatShort } from '../../../ui/formatNumber.ts'
import { laneTitles } from '../../race/laneWords.ts'

const modelWords = {
  idp: 'Input-driven plasticity',
  current: 'Classic model, input as current',
  start: 'Classic model, input as start',
} as const

/** Every parameter that the two neurons depend on. */
function landscapeParts({ model, input, noise }: Experiment): string[] {
  const [first, second] = input.saliency.map((value) => formatShort(value))
  return [
    modelWords[model.kind === 'idp' ? 'idp' : model.inputAs],
    `α₁ = ${first}, α₂ = ${second}`,
    `g = ${formatShort(model.gain)}`,
    ...(model.kind === 'classic' ? [`s = ${formatShort(model.strength)}`] : []),
    ...(noise.strength > 0 ? [`σ = ${formatShort(noise.strength)}, seed ${noise.seed}`] : []),
  ]
}

/** Every parameter of the network of pixels, but its pictures. */
function recallParts({ recall }: Experiment): string[] {
  const { size, memories, network, noise, slice } = recall
  const on = memories.filter(({ isOn }) => isOn).length
  return [
    `${size.columns} × ${size.rows} neurons, ${on} ${on === 1 ? 'memory' : 'memories'}`,
    `slice: ${laneTitles[slice.lane]}`,
    `g = ${formatShort(network.gain)}`,
    `s = ${formatShort(network.strength)}`,
    ...(noise.strength > 0 ? [`σ = ${formatShort(noise.strength)}, seed ${noise.seed}`] : []),
  ]
}

/** The caption of a figure: what it shows, with every parameter, and what made it. */
export function figureCaption(
  label: string,
  experiment: Experiment,
  isRecall: boolean,
  { version }: ExportHeader,
): string {
  const parts = isRecall ? recallParts(experiment) : landscapeParts(experiment)
  // A symbol, its sign and its number stay on one line.
  return `${label}. ${parts.join('; ').replaceAll(' = ', '\u00a0=\u00a0')}. Memoryscape ${version}.`
}
