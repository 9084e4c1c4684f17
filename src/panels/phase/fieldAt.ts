import { pairEnergyGradientInto, pairFieldInto, type TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { ReadonlyPair } from '../../model/vector.ts'

/** f at a state. */
export function fieldAt(system: TwoNeuronSystem, [x1, x2]: ReadonlyPair): ReadonlyPair {
  const [first, second] = pairFieldInto(new Float64Array(2), system, x1, x2)
  return [first, second]
}

/** ∇E at a state. */
export function gradientAt(system: TwoNeuronSystem, [x1, x2]: ReadonlyPair): ReadonlyPair {
  const [first, second] = pairEnergyGradientInto(new Float64Array(2), system, x1, x2)
  return [first, second]
}
