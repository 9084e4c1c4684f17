import { needsDenseWeights, type BinaryKernel } from './binaryKernel.ts'
import { createDenseBinaryNetwork, createDenseTrainings } from './denseBinaryNetwork.ts'
import { createOverlapBinaryNetwork, createOverlapTrainings } from './overlapBinaryNetwork.ts'

/** Binary networks in JavaScript, for every rule. */
export function createJavascriptBinaryKernel(): BinaryKernel {
  const dense = createDenseTrainings()
  const overlap = createOverlapTrainings()
  return {
    flavour: 'javascript',
    createNetwork(spec) {
      const isDense = needsDenseWeights(spec)
      ;(isDense ? overlap : dense).drop()
      return isDense ? createDenseBinaryNetwork(spec, dense) : createOverlapBinaryNetwork(spec, overlap)
    },
  }
}
