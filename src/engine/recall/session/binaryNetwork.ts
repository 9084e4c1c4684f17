import type { BinaryNetwork } from '../../../kernel/binaryKernel.ts'
import type { LaneContext } from './laneContext.ts'
import type { NetworkFacts } from './networkFacts.ts'

/** A network and its work arrays. */
export interface BinaryWork {
  readonly network: BinaryNetwork
  /** N each. */
  readonly state: Int8Array
  readonly previous: Int8Array
  readonly beforePrevious: Int8Array
  /** P. */
  readonly overlaps: Float32Array
}

/** A network of the document, not trained yet. It throws a RangeError with a sentence when the rule needs too much memory. */
export function makeBinaryNetwork(context: LaneContext): BinaryWork {
  const { recall, facts, createBinaryKernel } = context
  const { values, neuronCount, patternCount } = facts.patterns
  const { rule, hasZeroDiagonal, unlearning } = recall.network
  const network = createBinaryKernel().createNetwork({
    values,
    patternCount,
    neuronCount,
    rule,
    hasZeroDiagonal,
    unlearning: { ...unlearning, seed: recall.noise.seed },
  })
  return {
    network,
    state: new Int8Array(neuronCount),
    previous: new Int8Array(neuronCount),
    beforePrevious: new Int8Array(neuronCount),
    overlaps: new Float32Array(patternCount),
  }
}

/** What the weights depend on besides the memories. */
export function binaryKey({ recall }: LaneContext): string {
  const { rule, hasZeroDiagonal, unlearning } = recall.network
  return [rule, hasZeroDiagonal, unlearning.steps, unlearning.rate, unlearning.steps > 0 ? recall.noise.seed : 0].join()
}

export function isMadeOfMemories({ recall }: LaneContext): boolean {
  return recall.network.rule !== 'storkey' && recall.network.unlearning.steps === 0
}

interface FieldParts {
  readonly facts: NetworkFacts
  readonly hasZeroDiagonal: boolean
  readonly overlaps: Float32Array
  /** s_i of the neuron. */
  readonly own: number
  readonly neuron: number
}

/**
 * h_i = Σ_μ c_μ with c_μ = ξ^μ_i m_μ (Hebb), less s_i/N where the diagonal is zero; with the pseudo-inverse rule m is G⁺m, and what is taken off
 * is s_i ξ^μ_i (G⁺ξ_i)_μ/N. `out`: P. Returns `out`.
 */
export function contributionsInto(out: Float32Array<ArrayBuffer>, parts: FieldParts): Float32Array<ArrayBuffer> {
  const { facts, hasZeroDiagonal, overlaps, own, neuron } = parts
  const { patterns, inverse } = facts
  const { values, patternCount: p, neuronCount: n } = patterns
  for (let mu = 0; mu < p; mu++) {
    let weight = overlaps[mu]
    let self = values[mu * n + neuron]
    if (inverse !== null) {
      weight = 0
      self = 0
      for (let nu = 0; nu < p; nu++) {
        weight += inverse[mu * p + nu] * overlaps[nu]
        self += inverse[mu * p + nu] * values[nu * n + neuron]
      }
    }
    const pixel = values[mu * n + neuron]
    out[mu] = pixel * (weight - (hasZeroDiagonal ? (own * self) / n : 0))
  }
  return out
}
