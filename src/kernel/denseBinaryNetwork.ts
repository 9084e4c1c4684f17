import { requireDenseSize, type BinaryNetwork, type BinarySpec } from './binaryKernel.ts'
import {
  clearDiagonal,
  fieldOf,
  trainHebb,
  trainPseudoInverse,
  trainStorkey,
  trainUnlearning,
  updateInOrder,
  type Training,
} from './binaryTraining.ts'

/** Hebb's weights by a faster way than `trainHebb`; diagonal kept. */
export type HebbTrainer = (weights: Float32Array, spec: BinarySpec) => void

/** A binary network with all its N² weights: any rule, with unlearning. An update costs O(1), a flip O(N). */
export function createDenseBinaryNetwork(spec: BinarySpec, trainHebbFast?: HebbTrainer): BinaryNetwork {
  const { values, patternCount: p, neuronCount: n } = spec
  requireDenseSize(n)
  const weights = new Float32Array(n * n)
  const state = new Int8Array(n).fill(1)
  const next = new Int8Array(n)
  const fields = new Float64Array(n)
  const training = trainAll(weights, spec, trainHebbFast)
  let isTrained = false

  function refresh() {
    for (let i = 0; i < n; i++) fields[i] = fieldOf(weights, state, i)
  }

  return {
    neuronCount: n,
    train() {
      if (isTrained) return true
      isTrained = training.next().done === true
      if (isTrained) refresh()
      return isTrained
    },
    writeState(source) {
      state.set(source)
      refresh()
    },
    readState(out) {
      out.set(state)
      return out
    },
    localField: (neuron) => fields[neuron],
    update: (order, from, to) => updateInOrder(weights, state, fields, order, from, to),
    updateTogether() {
      let flips = 0
      for (let i = 0; i < n; i++) {
        next[i] = fields[i] * state[i] < 0 ? -state[i] : state[i]
        if (next[i] !== state[i]) flips += 1
      }
      state.set(next)
      if (flips > 0) refresh()
      return flips
    },
    overlapsInto(out) {
      for (let mu = 0; mu < p; mu++) {
        let sum = 0
        for (let i = 0; i < n; i++) sum += values[mu * n + i] * state[i]
        out[mu] = sum / n
      }
      return out
    },
    energy() {
      let total = 0
      for (let i = 0; i < n; i++) total += fields[i] * state[i]
      return -total / 2
    },
    dispose() {},
  }
}

function* trainAll(weights: Float32Array, spec: BinarySpec, trainHebbFast?: HebbTrainer): Training {
  switch (spec.rule) {
    case 'hebb':
      if (trainHebbFast === undefined) yield* trainHebb(weights, spec)
      else trainHebbFast(weights, spec)
      break
    case 'pseudo-inverse':
      yield* trainPseudoInverse(weights, spec)
      break
    case 'storkey':
      yield* trainStorkey(weights, spec)
      break
    default:
      spec.rule satisfies never
  }
  if (spec.hasZeroDiagonal) clearDiagonal(weights, spec.neuronCount)
  yield* trainUnlearning(weights, spec)
}
