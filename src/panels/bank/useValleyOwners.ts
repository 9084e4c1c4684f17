import { inverseGram, pseudoInverseCouplingsInto } from '../../model/gram.ts'
import { soleValley } from '../../model/soleValley.ts'
import type { Thresholds } from '../../model/thresholds.ts'
import { useLabState } from '../../store/useLab.ts'
import { useBankGram } from './useBankGram.ts'

/** Of more memories than these the eigenvalues take too long for a sentence that follows a drag. */
const mostMemories = 32

/** Which memories own the only valley that these saliencies leave, by their numbers (`soleValley`); null where that is not known. */
export type ValleyOwners = (saliency: ArrayLike<number>, thresholds: Thresholds) => readonly number[] | null

export function useValleyOwners(): ValleyOwners {
  const rule = useLabState((state) => state.experiment.recall.network.rule)
  const found = useBankGram()
  return (saliency, { existence }) => {
    const p = saliency.length
    // Just after a memory came or went the comparison is of those before.
    if (found === null || found.gram.length !== p * p || p > mostMemories) return null
    const couplings = new Float64Array(p * p)
    if (rule === 'pseudo-inverse')
      pseudoInverseCouplingsInto(couplings, Float64Array.from(saliency), inverseGram(found.gram, p).inverse)
    else for (let mu = 0; mu < p; mu++) couplings[mu * p + mu] = saliency[mu]
    return soleValley(found.gram, couplings, existence)
  }
}
