import { findEquilibria, type Equilibrium } from './equilibria.ts'
import type { TwoNeuronSystem } from './twoNeurons.ts'

/**
 * What an equilibrium is called: ±ξ^μ (mu counts from 0), mixed, or the origin. With a current the names follow the equilibria of the
 * same saliencies without it: the point near γ₁ξ¹ is still memory 1.
 */
export type EquilibriumName =
  | { readonly kind: 'memory'; readonly mu: 0 | 1; readonly sign: 1 | -1 }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'origin' }

/** An equilibrium with its name. `key` is unique in the list and stays with the point as parameters move. */
export interface NamedEquilibrium extends Equilibrium {
  readonly name: EquilibriumName
  /** 'origin', 'memory-1+', 'memory-1-', 'memory-2+', 'memory-2-', 'mixed-a' …. */
  readonly key: string
}

/** Keys of the mixed points by quadrant of (p₁, p₂), x = p₁ξ¹ + p₂ξ²: a between ξ¹ and ξ², then on round. */
export const MIXED_LETTERS: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/**
 * Names every equilibrium of a system.
 *
 * Without current: by position, exactly. With a current each point takes the name of its counterpart without current: pairs are made
 * by distance, nearest first, in three rounds (stable points with memories; equal stability; memories and the origin with what is left);
 * what has no counterpart is mixed. Not a continuation in b: where a pair meets and vanishes, a name may pass to a neighbour.
 */
export function nameEquilibria(equilibria: readonly Equilibrium[], system: TwoNeuronSystem): NamedEquilibrium[] {
  if (system.current[0] === 0 && system.current[1] === 0) return equilibria.map(nameByPosition)
  const models = findEquilibria({ ...system, current: [0, 0] }).map(nameByPosition)
  const named = new Map<Equilibrium, NamedEquilibrium>()
  const isFree = (model: NamedEquilibrium) => ![...named.values()].some((point) => point.key === model.key)
  const pairUp = (accepts: (point: Equilibrium, model: NamedEquilibrium) => boolean) => {
    for (;;) {
      let best = Infinity
      let match: [Equilibrium, NamedEquilibrium] | null = null
      for (const point of equilibria) {
        if (named.has(point)) continue
        for (const model of models) {
          const separation = distance(point, model)
          if (separation < best && isFree(model) && accepts(point, model)) {
            best = separation
            match = [point, model]
          }
        }
      }
      if (match === null) return
      named.set(match[0], { ...match[0], name: match[1].name, key: match[1].key })
    }
  }
  pairUp(
    (point, model) => point.stability === 'stable' && (model.name.kind === 'memory' || model.stability === 'stable'),
  )
  pairUp((point, model) => point.stability === model.stability)
  pairUp((_, model) => model.name.kind !== 'mixed')
  const letters = MIXED_LETTERS.filter(
    (letter) => ![...named.values()].some((point) => point.key === `mixed-${letter}`),
  )
  return equilibria.map((point, k) => {
    return named.get(point) ?? { ...point, name: { kind: 'mixed' }, key: `mixed-${letters.shift() ?? k}` }
  })
}

/** Without current: the origin and the axes are exact; the rest is mixed. */
function nameByPosition(point: Equilibrium): NamedEquilibrium {
  const [x1, x2] = point.state
  if (x1 === 0 && x2 === 0) return { ...point, name: { kind: 'origin' }, key: 'origin' }
  if (Math.abs(x1) === Math.abs(x2)) {
    const mu = x1 === x2 ? 0 : 1
    const sign = x1 > 0 ? 1 : -1
    return { ...point, name: { kind: 'memory', mu, sign }, key: `memory-${mu + 1}${sign > 0 ? '+' : '-'}` }
  }
  const quadrant = x1 + x2 > 0 ? (x1 - x2 > 0 ? 0 : 3) : x1 - x2 > 0 ? 1 : 2
  return { ...point, name: { kind: 'mixed' }, key: `mixed-${MIXED_LETTERS[quadrant]}` }
}

function distance(a: Equilibrium, b: Equilibrium): number {
  return Math.hypot(a.state[0] - b.state[0], a.state[1] - b.state[1])
}
