/**
 * Binary networks s ∈ {±1}^N (Hopfield 1982): s_i ← sign(h_i), h_i = Σ_j w_ij s_j; h_i = 0 leaves s_i. Implementations: WebAssembly, JavaScript.
 */
export interface BinaryKernel {
  /** The best it has: a network says itself what runs it. */
  readonly flavour: BinaryFlavour
  /** Throws a RangeError with a sentence when the rule needs more memory than allowed (Storkey and unlearning need dense weights). */
  readonly createNetwork: (spec: BinarySpec) => BinaryNetwork
}

type BinaryFlavour = 'wasm' | 'javascript'

export interface BinarySpec {
  /** Ξ: P x N, row-major, ±1. Networks of a kernel that have this very array learn together: it may never change. */
  readonly values: Int8Array
  readonly patternCount: number
  readonly neuronCount: number
  readonly rule: 'hebb' | 'storkey' | 'pseudo-inverse'
  readonly hasZeroDiagonal: boolean
  /** See `unlearn` in src/model/binary. */
  readonly unlearning: { readonly steps: number; readonly rate: number; readonly seed: number }
}

export interface BinaryNetwork {
  readonly neuronCount: number
  /** What runs it once it is trained. */
  readonly flavour: BinaryFlavour
  /** One bounded piece of the training, a few milliseconds. True once it is done, here and in all networks alike: until then call nothing else. */
  readonly train: () => boolean
  /** How much of the training is done, about, by its work: 0 to 1. It never falls. */
  readonly trainedShare: () => number
  readonly writeState: (state: Int8Array) => void
  readonly readState: (out: Int8Array) => Int8Array
  /** h_i of the present state. */
  readonly localField: (neuron: number) => number
  /** Attempts updates of the neurons `order[from]` to `order[to - 1]`, one after the other; returns how many flipped. */
  readonly update: (order: Uint32Array, from: number, to: number) => number
  /** All neurons at once; returns how many flipped. */
  readonly updateTogether: () => number
  /** m = (1/N) Ξ s, P. */
  readonly overlapsInto: (out: Float32Array) => Float32Array
  /** E = −½ Σ_ij w_ij s_i s_j. */
  readonly energy: () => number
  readonly dispose: () => void
}

/** Dense weights are refused above this: 64 MB. Neurons. */
const MOST_DENSE_NEURONS = 4096

/** Whether the rule needs all N² weights. */
export function needsDenseWeights({ rule, unlearning }: Pick<BinarySpec, 'rule' | 'unlearning'>): boolean {
  return rule === 'storkey' || unlearning.steps > 0
}

/** Throws the sentence for a network whose N² weights are too many. */
export function requireDenseSize(neuronCount: number): void {
  if (neuronCount <= MOST_DENSE_NEURONS) return
  const megabytes = Math.round((4 * neuronCount * neuronCount) / 2 ** 20)
  throw new RangeError(
    `Storkey's rule and unlearning keep a weight for each pair of neurons: ${megabytes} MB for ${neuronCount} neurons. ` +
      `The limit is ${MOST_DENSE_NEURONS} neurons (64 × 64 pixels, 64 MB).`,
  )
}
