import { patternsInForce, type PatternsInForce } from '../../experiment/recall/deriveRecall.ts'
import { newestOf } from '../../experiment/recall/newestOf.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { gramOf, strongestCorrelation } from '../../model/gram.ts'
import { uniformValue } from './bankEdits.ts'
import { equalPairs, type PairOverlap, type UniformMemory } from './gramWords.ts'

/** What the memories in force have to do with each other. */
export interface BankGram {
  /** P x P, row-major. */
  readonly gram: Float64Array
  readonly names: readonly string[]
  readonly ids: readonly number[]
  readonly neuronCount: number
  /** Numbers of the two memories with the largest |overlap|; null for fewer than two. */
  readonly strongest: (PairOverlap & { readonly mu: number; readonly nu: number }) | null
  readonly equal: readonly PairOverlap[]
  readonly uniform: readonly UniformMemory[]
}

/** Several parts of the page ask for the same. */
const known = newestOf<PatternsInForce, BankGram>(1)

/** About 6 ms for 100 memories of 128 x 128 pixels: not to be called in a render. The same object for the same memories. */
export function makeBankGram(recall: Pick<RecallSettings, 'memories' | 'size'>): BankGram {
  const inForce = patternsInForce(recall)
  const gram = known.get(inForce) ?? compare(recall, inForce)
  known.set(inForce, gram)
  return gram
}

function compare(recall: Pick<RecallSettings, 'memories'>, { patterns, memoryIds }: PatternsInForce): BankGram {
  const { values, patternCount, neuronCount } = patterns
  const nameOf = new Map(recall.memories.map((memory) => [memory.id, memory.name]))
  const names = memoryIds.map((id) => nameOf.get(id) ?? '')
  const gram = gramOf(patterns)
  const { mu, nu, overlap } = strongestCorrelation(gram, patternCount)
  const uniform = names.flatMap((name, row) => {
    const value = uniformValue(values.subarray(row * neuronCount, (row + 1) * neuronCount))
    return value === null ? [] : [{ name, value }]
  })
  return {
    gram,
    names,
    ids: memoryIds,
    neuronCount,
    strongest: patternCount < 2 ? null : { mu, nu, overlap, names: [names[mu], names[nu]] },
    equal: equalPairs(gram, names),
    uniform,
  }
}
