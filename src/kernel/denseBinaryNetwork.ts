import { requireDenseSize, type BinaryNetwork, type BinarySpec } from './binaryKernel.ts'
import {
  clearDiagonal,
  fieldsInto,
  trainHebb,
  trainPseudoInverse,
  trainStorkey,
  trainUnlearning,
  updateInOrder,
  type Training,
} from './binaryTraining.ts'
import { createTrainings, type Trainings } from './sharedTraining.ts'

/** Hebb's weights by a faster way than `trainHebb`; diagonal kept. */
export type HebbTrainer = (weights: Float32Array, spec: BinarySpec) => Training

/** What a network with all its weights learns. */
export interface DenseTables {
  /** N², row-major. */
  readonly weights: Float32Array
  /** A state, and its fields, as they were last found: networks that begin together begin at the same one, and 64 MB of weights take 5 to 10 ms. */
  found: { readonly state: Int8Array; readonly fields: Float64Array } | null
}

/**
 * Trainings of N² weights. `fastHebb`: the faster way for a network, where there is one.
 *
 * New weights are written over old ones of their size: while a memory is drawn on, networks come and go with every frame, and 64 MB take 10 ms
 * to be got, and again to be collected.
 */
export function createDenseTrainings(
  fastHebb: (spec: BinarySpec) => HebbTrainer | null = () => null,
): Trainings<DenseTables> {
  return createTrainings((spec, before) => {
    const count = spec.neuronCount * spec.neuronCount
    const weights = before?.weights.length === count ? before.weights : new Float32Array(count)
    return { learned: { weights, found: null }, training: trainAll(weights, spec, fastHebb(spec)) }
  })
}

/** A binary network with all its N² weights: any rule, with unlearning. An update costs O(1), a flip O(N). */
export function createDenseBinaryNetwork(spec: BinarySpec, trainings: Trainings<DenseTables>): BinaryNetwork {
  const { values, patternCount: p, neuronCount: n } = spec
  requireDenseSize(n)
  const { learned: tables, train, share, release } = trainings.join(spec)
  const { weights } = tables
  const state = new Int8Array(n).fill(1)
  const next = new Int8Array(n)
  const fields = new Float64Array(n)

  /** The fields are those of the state. They cost N² multiply-adds, and so are found only when they are asked for. */
  let isFresh = false

  function refresh() {
    if (isFresh) return
    isFresh = true
    const { found } = tables
    if (found?.state.every((value, i) => value === state[i]) === true) fields.set(found.fields)
    else {
      fieldsInto(fields, weights, state)
      tables.found = { state: state.slice(), fields: fields.slice() }
    }
  }

  return {
    neuronCount: n,
    flavour: 'javascript',
    train,
    trainedShare: share,
    writeState(source) {
      state.set(source)
      isFresh = false
    },
    readState(out) {
      out.set(state)
      return out
    },
    localField(neuron) {
      refresh()
      return fields[neuron]
    },
    update(order, from, to) {
      refresh()
      return updateInOrder(weights, state, fields, order, from, to)
    },
    updateTogether() {
      refresh()
      let flips = 0
      for (let i = 0; i < n; i++) {
        next[i] = fields[i] * state[i] < 0 ? -state[i] : state[i]
        if (next[i] !== state[i]) flips += 1
      }
      state.set(next)
      if (flips > 0) isFresh = false
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
      refresh()
      let total = 0
      for (let i = 0; i < n; i++) total += fields[i] * state[i]
      return -total / 2
    },
    dispose: release,
  }
}

/** Passes over all weights that a memory costs, that all of them cost by the faster way, and that a step of unlearning costs, about. */
const storkeyPasses = 5
const fastPasses = 2
const unlearningPasses = 3

/** All of the training; its shares are of the work of both parts. */
function* trainAll(weights: Float32Array, spec: BinarySpec, fastHebb: HebbTrainer | null): Training {
  const { rule, patternCount, neuronCount: n, hasZeroDiagonal, unlearning } = spec
  const isFast = rule === 'hebb' && fastHebb !== null
  const ruleWork = isFast ? fastPasses : (rule === 'storkey' ? storkeyPasses : 1) * patternCount
  const work = ruleWork + unlearningPasses * unlearning.steps
  const ofRule = isFast ? fastHebb(weights, spec) : trainRule(weights, spec)
  for (const share of ofRule) yield (share * ruleWork) / work
  if (hasZeroDiagonal) clearDiagonal(weights, n)
  for (const share of trainUnlearning(weights, spec)) yield (ruleWork + share * (work - ruleWork)) / work
}

function trainRule(weights: Float32Array, spec: BinarySpec): Training {
  switch (spec.rule) {
    case 'hebb':
      return trainHebb(weights, spec)
    case 'pseudo-inverse':
      return trainPseudoInverse(weights, spec)
    case 'storkey':
      return trainStorkey(weights, spec)
    default:
      return spec.rule satisfies never
  }
}
