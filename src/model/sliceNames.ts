import { activation } from './activation.ts'
import type { Equilibrium } from './equilibria.ts'
import { MIXED_LETTERS, type NamedEquilibrium } from './equilibriumNames.ts'

/** A point whose activities differ by more than this ratio between the groups lies nearer to the middle between μ and ν than to either: tan 22.5°. */
const MEMORY_CONE = Math.SQRT2 - 1

/** The four ways along a memory: signs of (y₊, y₋). ξ^μ has like signs in both groups, ξ^ν unlike ones. */
const WAYS = [
  { mu: 0, sign: 1, plus: 1, minus: 1 },
  { mu: 0, sign: -1, plus: -1, minus: -1 },
  { mu: 1, sign: 1, plus: 1, minus: -1 },
  { mu: 1, sign: -1, plus: -1, minus: 1 },
] as const

/**
 * Names the critical points of a slice by what they look like as pictures: mu 0 is memory μ of the slice, 1 is ν. Keys as in
 * `equilibriumNames.ts`.
 *
 * - memory: the signs of the state are those of the picture, and the two groups are about equally active (ψ₊/ψ₋ within tan 22.5° and its
 *   inverse); one point for each of the four, stable ones first, then the nearest to equal activity.
 * - origin: without current, 0. With one, the unnamed point nearest to 0 of the stability that 0 has without it.
 * - mixed: all others.
 *
 * `still`: the points of the same slice without current; a memory that is not among these does not exist, and a current that points along it
 * only displaces the origin. The same list as `points` where there is no current.
 */
export function nameSlicePoints(
  points: readonly Equilibrium[],
  still: readonly Equilibrium[],
  gain: number,
): NamedEquilibrium[] {
  const named = new Map<Equilibrium, NamedEquilibrium>()
  const isDriven = points !== still
  if (!isDriven) {
    const origin = points.find(({ state }) => state[0] === 0 && state[1] === 0)
    if (origin) named.set(origin, { ...origin, name: { kind: 'origin' }, key: 'origin' })
  }
  for (const { mu, sign, plus, minus } of WAYS) {
    const best = bestAlong(points, plus, minus, gain)
    if (best === null || (isDriven && bestAlong(still, plus, minus, gain) === null)) continue
    named.set(best, { ...best, name: { kind: 'memory', mu, sign }, key: `memory-${mu + 1}${sign > 0 ? '+' : '-'}` })
  }
  if (isDriven) {
    const kind = still.find(({ state }) => state[0] === 0 && state[1] === 0)?.stability
    const [origin] = points
      .filter((point) => !named.has(point) && point.stability === kind)
      .toSorted((a, b) => Math.hypot(...a.state) - Math.hypot(...b.state))
    if (origin) named.set(origin, { ...origin, name: { kind: 'origin' }, key: 'origin' })
  }
  const taken = new Set<string>()
  return points.map((point) => named.get(point) ?? { ...point, name: { kind: 'mixed' }, key: mixedKey(point, taken) })
}

function bestAlong(points: readonly Equilibrium[], plus: 1 | -1, minus: 1 | -1, gain: number): Equilibrium | null {
  let best: Equilibrium | null = null
  let bestRank = MEMORY_CONE
  for (const point of points) {
    const a = plus * activation(point.state[0], gain)
    const b = minus * activation(point.state[1], gain)
    if (!(a > 0 && b > 0)) continue
    const evenness = Math.min(a, b) / Math.max(a, b)
    if (evenness < MEMORY_CONE) continue
    const rank = evenness + (point.stability === 'stable' ? 1 : 0)
    if (rank >= bestRank) {
      best = point
      bestRank = rank
    }
  }
  return best
}

/** A letter by the quadrant of (p, q), as for two neurons, else the next that is free. */
function mixedKey(point: Equilibrium, taken: Set<string>): string {
  const [yPlus, yMinus] = point.state
  const quadrant = yPlus + yMinus > 0 ? (yPlus - yMinus > 0 ? 0 : 3) : yPlus - yMinus > 0 ? 1 : 2
  const letters = [MIXED_LETTERS[quadrant], ...MIXED_LETTERS.slice(4), ...MIXED_LETTERS]
  const key = letters.map((letter) => `mixed-${letter}`).find((known) => !taken.has(known)) ?? `mixed-${taken.size}`
  taken.add(key)
  return key
}
