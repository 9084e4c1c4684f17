import { findEquilibria } from '../equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../equilibriumNames.ts'
import { criticalSaliency } from '../memory.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import { neededView } from '../viewScale.ts'

/** A system with what the basins are made of. */
export interface BasinCase {
  readonly name: string
  readonly system: TwoNeuronSystem
  readonly equilibria: readonly NamedEquilibrium[]
  readonly extent: number
  /** States of the attractors, in the order of their labels. */
  readonly attractors: readonly ReadonlyPair[]
}

export function makeBasinCase(
  saliency: ReadonlyPair,
  gain = 1,
  current: ReadonlyPair = [0, 0],
  extent?: number,
): BasinCase {
  const system = { saliency, gain, current }
  const equilibria = nameEquilibria(findEquilibria(system), system)
  const attractors = equilibria.filter((point) => point.stability === 'stable').map(({ state }) => state)
  return {
    name: `α = (${saliency.join(', ')}), g = ${gain}, b = (${current.join(', ')})`,
    system,
    equilibria,
    extent: extent ?? neededView(system, equilibria).extent,
    attractors,
  }
}

/** Twenty sets of parameters: every regime, currents, negative saliencies, gains to 10, the range's corners, places near bifurcations. */
export const basinCases: readonly BasinCase[] = [
  makeBasinCase([0.5, 2]),
  makeBasinCase([1.2, 2.5]),
  makeBasinCase([1.9, 2]),
  makeBasinCase([1.5, 2.25]),
  makeBasinCase([1.5, 1.5]),
  makeBasinCase([2.5, 1.6]),
  makeBasinCase([-3, 5]),
  makeBasinCase([-2, -1]),
  makeBasinCase([4, 5], 10),
  makeBasinCase([0.5, 2], 10),
  makeBasinCase([5, 5], 10),
  makeBasinCase([1.5, 1.5], 1, [0.1, 0.05]),
  makeBasinCase([1.5, 1.5], 1, [0.25, -0.1]),
  makeBasinCase([1, 1], 10, [0.3, 0.2]),
  makeBasinCase([1.5, 2.25], 1, [0.1, -0.05]),
  makeBasinCase([2, 2.1], 3, [0.2, 0.3]),
  makeBasinCase([3, 0.2], 10, [0.1, -0.4]),
  makeBasinCase([-1, 1.5], 2, [0.05, 0.3]),
  makeBasinCase([criticalSaliency(2, 1) + 0.02, 2]),
  makeBasinCase([1.6, 2], 1, [0.2, 0.04], 1.2),
]
