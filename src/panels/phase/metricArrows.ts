import { activationSlope } from '../../model/activation.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { fieldAt, gradientAt } from './fieldAt.ts'

/** Shown before the pointer is anywhere: neuron 1 is near its limit, neuron 2 is not. */
export const firstMetricState: ReadonlyPair = [2.3, -0.2]

/** The two directions at one state, and what turns one into the other. */
export interface MetricArrows {
  /** f, where the state goes. */
  readonly field: ReadonlyPair
  /** −∇E, straight downhill. */
  readonly downhill: ReadonlyPair
  /** ψ′ of either neuron: f = −∇E / ψ′, component by component. */
  readonly slopes: ReadonlyPair
}

export function metricArrows({ system, state }: { system: TwoNeuronSystem; state: ReadonlyPair }): MetricArrows {
  const [x1, x2] = state
  const gradient = gradientAt(system, state)
  return {
    field: fieldAt(system, state),
    downhill: [-gradient[0], -gradient[1]],
    slopes: [activationSlope(x1, system.gain), activationSlope(x2, system.gain)],
  }
}

/** Degrees between two directions, from 0 to 180; null where one of them is none. */
export function angleBetween(a: ReadonlyPair, b: ReadonlyPair): number | null {
  const size = Math.hypot(...a) * Math.hypot(...b)
  if (size === 0) return null
  const cosine = (a[0] * b[0] + a[1] * b[1]) / size
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}
