import { patternsInForce } from '../../../experiment/recall/deriveRecall.ts'
import type { Memory, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { changedColumnCodes, selfCouplingsInto } from '../../../model/columnCodes.ts'
import { changedGramOf, gramOf, inverseGramOf, pseudoInverseCouplingsInto } from '../../../model/gram.ts'
import type { Patterns } from '../../../model/patterns.ts'

/** What follows from the memories and the learning rule alone: worth keeping while the input changes. */
export interface NetworkFacts {
  readonly patterns: Patterns
  readonly memoryIds: readonly number[]
  /** The memories in force, P: what the patterns were made of. */
  readonly memories: readonly Memory[]
  /** G = (1/N) ΞΞᵀ, P x P. */
  readonly gram: Float64Array
  /** The largest eigenvalue of the Gram matrix, so that |W| ≤ max |α| `gramNorm`; found when first asked for. */
  readonly gramNorm: () => number
  /** G⁺ for the pseudo-inverse rule, else null. */
  readonly inverse: Float64Array | null
  /** W_ii of the pseudo-inverse rule where all weights are 1, N, made when first asked for (4 to 6 ms at the largest size). */
  readonly projectionDiagonal: () => Float32Array
}

/** Iterations and margin of the power method below: a bound for the time step needs no third digit. */
const powerIterations = 40
const powerMargin = 1.05

/** What the facts follow from. Names and memories that are off are no part of it. */
interface Source {
  readonly rule: string
  readonly neuronCount: number
  readonly memories: readonly Memory[]
}

/** Keeps the facts of the last memories and rule: the same object as long as they are the same. */
export function createNetworkFacts(): (recall: RecallSettings) => NetworkFacts {
  let known: { readonly facts: NetworkFacts; readonly source: Source } | null = null
  return (recall) => {
    const { rule } = recall.network
    const neuronCount = recall.size.columns * recall.size.rows
    const source = { rule, neuronCount, memories: recall.memories.filter((memory) => memory.isOn) }
    const isSameBank = known !== null && hasSameBank(known.source, source)
    if (known !== null && isSameBank && known.source.rule === rule) return known.facts
    const bank = known !== null && isSameBank ? known.facts : makeBank(recall, source.memories, known?.facts ?? null)
    const { patterns } = bank
    const inverse = rule === 'pseudo-inverse' ? inverseGramOf(patterns).inverse : null
    const projectionDiagonal = lazily(() => {
      const couplings = inverse ?? new Float64Array(patterns.patternCount).fill(1)
      return selfCouplingsInto(new Float32Array(neuronCount), patterns, couplings)
    })
    known = { facts: { ...bank, inverse, projectionDiagonal }, source }
    return known.facts
  }
}

function hasSameBank(a: Source, b: Source): boolean {
  return (
    a.neuronCount === b.neuronCount &&
    a.memories.length === b.memories.length &&
    a.memories.every(({ id, bits }, mu) => id === b.memories[mu].id && bits === b.memories[mu].bits)
  )
}

type Bank = Omit<NetworkFacts, 'inverse' | 'projectionDiagonal'>

/** What follows from the memories alone. Of one that is drawn on, only its own row is looked at again: all rows take 10 ms at the largest size. */
function makeBank(recall: RecallSettings, memories: readonly Memory[], before: Bank | null): Bank {
  const { patterns, memoryIds } = patternsInForce(recall)
  const made = { patterns, memoryIds, memories }
  const changed = before && changedPatterns(before, made)
  const gram = before && changed ? changedGramOf(patterns, before.patterns, changed) : gramOf(patterns)
  if (before && changed) changedColumnCodes(patterns, before.patterns, changed)
  return { ...made, gram, gramNorm: lazily(() => largestEigenvalue(gram, patterns.patternCount)) }
}

/** Power method from equal entries plus a ramp, which no eigenvector of interest is orthogonal to in practice. */
function largestEigenvalue(gram: Float64Array, p: number): number {
  if (p === 0) return 1
  let vector = Float64Array.from({ length: p }, (_, mu) => 1 + mu / p)
  let value = 1
  for (let k = 0; k < powerIterations; k++) {
    const image = productInto(new Float64Array(p), gram, vector)
    const square = dot(image, image)
    value = Math.sqrt(square / dot(vector, vector))
    const scale = 1 / Math.sqrt(square)
    vector = image.map((entry) => entry * scale)
  }
  return Math.max(1, powerMargin * value)
}

/** Made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/**
 * |W| of the input-driven model with the weights α of the memories. Hebb: max |α| `gramNorm`, a bound. Pseudo-inverse: W = (1/N) ΞᵀDΞ has the
 * eigenvalues of DG, which is symmetric in the product aᵀGb, so that the power method there cannot miss the largest but by a start orthogonal
 * to it; with a margin.
 */
export function weightNorm({ gram, gramNorm, inverse }: NetworkFacts, saliency: Float64Array): number {
  const p = saliency.length
  const largest = saliency.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (inverse === null) return largest * gramNorm()
  const couplings = pseudoInverseCouplingsInto(new Float64Array(p * p), saliency, inverse)
  let vector = Float64Array.from(saliency, (value, mu) => value + largest / (mu + 2))
  let norm = 0
  for (let k = 0; k < powerIterations; k++) {
    const image = productInto(new Float64Array(p), gram, vector)
    const before = dot(vector, image)
    const next = productInto(new Float64Array(p), couplings, image)
    const after = dot(next, productInto(new Float64Array(p), gram, next))
    if (!(before > 0 && after > 0)) break
    norm = Math.sqrt(after / before)
    const scale = 1 / Math.sqrt(after)
    vector = next.map((entry) => entry * scale)
  }
  return powerMargin * Math.max(norm, largest)
}

/** Four rows at a time, each summed by itself: an addition need not wait for the one before. */
function productInto(out: Float64Array<ArrayBuffer>, matrix: Float64Array, vector: Float64Array) {
  const p = out.length
  let mu = 0
  for (; mu + 3 < p; mu += 4) {
    const at = mu * p
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let nu = 0; nu < p; nu++) {
      const value = vector[nu]
      sum0 += matrix[at + nu] * value
      sum1 += matrix[at + p + nu] * value
      sum2 += matrix[at + 2 * p + nu] * value
      sum3 += matrix[at + 3 * p + nu] * value
    }
    out[mu] = sum0
    out[mu + 1] = sum1
    out[mu + 2] = sum2
    out[mu + 3] = sum3
  }
  for (; mu < p; mu++) {
    let sum = 0
    for (let nu = 0; nu < p; nu++) sum += matrix[mu * p + nu] * vector[nu]
    out[mu] = sum
  }
  return out
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k]
  return sum
}

/** Whether two sets of facts are of the same memories in the same order, whatever their pixels. */
export function hasSameMemories(a: Pick<Bank, 'memoryIds'>, b: Pick<Bank, 'memoryIds'>): boolean {
  return a.memoryIds.length === b.memoryIds.length && a.memoryIds.every((id, mu) => id === b.memoryIds[mu])
}

type Drawn = Pick<Bank, 'patterns' | 'memoryIds' | 'memories'>

/** The patterns whose pixels differ; null where the memories are others, or of another size, so that all patterns are new. */
export function changedPatterns(before: Drawn, after: Drawn): readonly number[] | null {
  if (before.patterns.neuronCount !== after.patterns.neuronCount || !hasSameMemories(before, after)) return null
  return after.memories.flatMap(({ bits }, mu) => (bits === before.memories[mu].bits ? [] : [mu]))
}
