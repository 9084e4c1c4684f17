import { indexSum } from '../../../model/equilibria.ts'
import type { NamedEquilibrium } from '../../../model/equilibriumNames.ts'
import { criticalSaliency, existenceSaliency } from '../../../model/memory.ts'
import { regime } from '../../../model/regime.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { ReadonlyPair } from '../../../model/vector.ts'
import type { LandscapeEvent } from '../../protocol.ts'
import type { LandscapeResults, RegimeResults } from './results.ts'

/** What a landscape event says, with what follows from it. `energyRose`: of the balls; null where none were run. */
export function landscapeResults(
  { system, equilibria, needed }: LandscapeEvent,
  energyRose: boolean | null,
): LandscapeResults {
  const { saliency, gain, current } = system
  const described = equilibria.map(({ key, stability, state, energy, eigenvalues, isMarginal }) => {
    return { key, stability, state, energy, eigenvalues, isMarginal, residual: residualAt(system, state) }
  })
  return {
    saliency,
    gain,
    current,
    regime: regimeResults(saliency, gain),
    thresholds: {
      existence: existenceSaliency(gain),
      critical: [criticalSaliency(saliency[1], gain), criticalSaliency(saliency[0], gain)],
    },
    extent: needed.extent,
    equilibria: described,
    audit: {
      indexSum: indexSum(equilibria),
      largestResidual: described.reduce((most, { residual }) => Math.max(most, residual), 0),
      energyRose,
    },
  }
}

function residualAt(system: TwoNeuronSystem, [x1, x2]: NamedEquilibrium['state']): number {
  const [first, second] = pairFieldInto(new Float64Array(2), system, x1, x2)
  return Math.max(Math.abs(first), Math.abs(second))
}

function regimeResults(saliency: ReadonlyPair, gain: number): RegimeResults {
  const found = regime(saliency, gain)
  switch (found.kind) {
    case 'none':
      return { kind: 'none', existing: [], stable: [] }
    case 'one':
      return { kind: 'one', existing: [found.memory + 1], stable: [found.memory + 1] }
    case 'one-stable':
      return { kind: 'one-stable', existing: [1, 2], stable: [found.stable + 1] }
    case 'two':
      return { kind: 'two', existing: [1, 2], stable: [1, 2] }
    default:
      return found satisfies never
  }
}
