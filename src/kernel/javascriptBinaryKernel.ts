import { needsDenseWeights, type BinaryKernel } from './binaryKernel.ts'
import { createDenseBinaryNetwork } from './denseBinaryNetwork.ts'
import { createOverlapBinaryNetwork } from './overlapBinaryNetwork.ts'
import { createSpareWeights } from './spareWeights.ts'

/** Binary networks in JavaScript, for every rule. */
export function createJavascriptBinaryKernel(): BinaryKernel {
  const spare = createSpareWeights()
  return {
    flavour: 'javascript',
    createNetwork(spec) {
      if (needsDenseWeights(spec)) return createDenseBinaryNetwork(spec, spare)
      spare.drop()
      return createOverlapBinaryNetwork(spec)
    },
  }
}
