import type { Basins } from '../../model/phase/basins.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { FractionEntry } from './analysis.ts'

/** More than the band has pixels. */
export const fractionHistoryLength = 400

/** The history with one entry more, or with the last one made better where the saliencies are still the same. */
export function withFractions(
  history: readonly FractionEntry[],
  { saliency }: Pick<TwoNeuronSystem, 'saliency'>,
  { attractors, fractions }: Pick<Basins, 'attractors' | 'fractions'>,
): readonly FractionEntry[] {
  const last = history.at(-1)?.saliency
  const isSame = last?.[0] === saliency[0] && last[1] === saliency[1]
  const before = isSame ? history.slice(0, -1) : history
  return [...before, { saliency, attractors, fractions }].slice(-fractionHistoryLength)
}
