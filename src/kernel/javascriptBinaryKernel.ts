import { needsDenseWeights, type BinaryKernel } from './binaryKernel.ts'
import { createDenseBinaryNetwork } from './denseBinaryNetwork.ts'
import { createOverlapBinaryNetwork } from './overlapBinaryNetwork.ts'

/** Binary networks in JavaScript, for every rule. */
export function createJavascriptBinaryKernel(): BinaryKernel {
  return {
    flavour: 'javascript',
    createNetwork: (spec) =>
      needsDenseWeights(spec) ? createDenseBinaryNetwork(spec) : createOverlapBinaryNetwork(spec),
  }
}
