import { patternsInForce } from '../../experiment/recall/deriveRecall.ts'
import { pictureInto } from '../../experiment/recall/inputPicture.ts'
import type { RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { saliencyInto } from '../../model/saliency.ts'

type Bank = Pick<RecallSettings, 'memories' | 'size'>

interface KnownSaliency {
  readonly memories: RecallSettings['memories']
  readonly columns: number
  readonly saliency: Float64Array
}

const saliencyOfInput = new WeakMap<RecallInput, KnownSaliency>()

/** (1/N) ξ^μ · picture of an input, for each pattern in force; times `inputScale` it is α. Kept per input: do not write into it. */
export function pictureSaliency(bank: Bank, input: RecallInput): Float64Array {
  const known = saliencyOfInput.get(input)
  if (known?.memories === bank.memories && known.columns === bank.size.columns) return known.saliency
  const { patterns } = patternsInForce(bank)
  const picture = pictureInto(new Float32Array(patterns.neuronCount), bank, input)
  const saliency = saliencyInto(new Float64Array(patterns.patternCount), patterns, picture)
  saliencyOfInput.set(input, { memories: bank.memories, columns: bank.size.columns, saliency })
  return saliency
}

/** Id of the memory that the picture of an input shows most; null where no memory is on. */
export function leadingIn(bank: Bank, input: RecallInput): number | null {
  const saliency = pictureSaliency(bank, input)
  let leading = 0
  for (let mu = 1; mu < saliency.length; mu++) if (saliency[mu] > saliency[leading]) leading = mu
  return patternsInForce(bank).memoryIds[leading] ?? null
}
