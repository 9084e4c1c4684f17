import { hebbWeights, pseudoInverseWeights, storkeyWeights } from '../../../model/binary/weights.ts'
import { binaryEnergy, localField, sweep, updateTogether } from '../../../model/binary/dynamics.ts'
import { unlearn } from '../../../model/binary/unlearning.ts'
import { createRandom } from '../../../model/random.ts'
import type { BinaryKernel } from '../../../kernel/binaryKernel.ts'

const largestStorkey = 1024

/** Dense weights in double precision behind the interface of the kernel: the reference that tests run the session on. */
export function createDenseBinaryKernel(): BinaryKernel {
  return {
    flavour: 'javascript',
    createNetwork({ values, patternCount, neuronCount, rule, hasZeroDiagonal, unlearning }) {
      if (rule === 'storkey' && neuronCount > largestStorkey)
        throw new RangeError('Storkey’s rule needs too much memory.')
      const patterns = { values, patternCount, neuronCount }
      const make = { hebb: hebbWeights, storkey: storkeyWeights, 'pseudo-inverse': pseudoInverseWeights }[rule]
      const weights = unlearn(make(patterns, hasZeroDiagonal), unlearning, createRandom(unlearning.seed))
      const state = new Int8Array(neuronCount).fill(1)
      return {
        neuronCount,
        flavour: 'javascript',
        train: () => true,
        trainedShare: () => 1,
        writeState: (next) => state.set(next),
        readState(out) {
          out.set(state)
          return out
        },
        localField: (i) => localField(weights, state, i),
        update: (order, from, to) => sweep(state, weights, order.subarray(from, to)),
        updateTogether: () => updateTogether(state, weights),
        overlapsInto(out) {
          for (let mu = 0; mu < patternCount; mu++) {
            let sum = 0
            for (let i = 0; i < neuronCount; i++) sum += values[mu * neuronCount + i] * state[i]
            out[mu] = sum / neuronCount
          }
          return out
        },
        energy: () => binaryEnergy(weights, state),
        dispose: () => {},
      }
    },
  }
}
