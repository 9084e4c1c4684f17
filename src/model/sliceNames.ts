import { activation } from './activation.ts'
import type { Equilibrium } from './equilibria.ts'
import { MIXED_LETTERS, type NamedEquilibrium } from './equilibriumNames.ts'
import type { Slice } from './slice.ts'
import { compose, RECALLED_SHARE } from './verdict.ts'

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
 * - memory: the signs of the state are those of the picture, and the verdict on it would name that memory alone (of orthogonal ones: ψ₊/ψ₋
 *   within tan 22.5° and its inverse); one point for each of the four, stable ones first, then the nearest to equal activity.
 * - origin: without current, 0. With one, the unnamed point nearest to 0 of the stability that 0 has without it.
 * - mixed: all others.
 *
 * `still`: the points of the same slice without current; a memory that is not among these does not exist, and a current that points along it
 * only displaces the origin. The same list as `points` where there is no current.
 */
export function nameSlicePoints(
  points: readonly Equilibrium[],
  still: readonly Equilibrium[],
  slice: Slice,
): NamedEquilibrium[] {
  const named = new Map<Equilibrium, NamedEquilibrium>()
  const isDriven = points !== still
  if (!isDriven) {
    const origin = points.find(({ state }) => state[0] === 0 && state[1] === 0)
    if (origin) named.set(origin, { ...origin, name: { kind: 'origin' }, key: 'origin' })
  }
  for (const way of WAYS) {
    const { mu, sign } = way
    const best = bestAlong(points, way, slice)
    if (best === null || (isDriven && bestAlong(still, way, slice) === null)) continue
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

function bestAlong(points: readonly Equilibrium[], way: (typeof WAYS)[number], slice: Slice): Equilibrium | null {
  let best: Equilibrium | null = null
  let bestRank = 0
  for (const point of points) {
    const a = way.plus * activation(point.state[0], slice.gain)
    const b = way.minus * activation(point.state[1], slice.gain)
    if (!(a > 0 && b > 0) || !isAlone(way.mu, a, b, slice)) continue
    const rank = Math.min(a, b) / Math.max(a, b) + (point.stability === 'stable' ? 1 : 0)
    if (rank >= bestRank) {
      best = point
      bestRank = rank
    }
  }
  return best
}

/** Whether the verdict on a state that is `a` and `b` times memory `mu` of the slice in its two groups names that memory alone. */
function isAlone(mu: 0 | 1, a: number, b: number, { geometry, neuronCount }: Slice): boolean {
  const plus = geometry.plusCount / neuronCount
  const minus = geometry.minusCount / neuronCount
  const own = plus * a + minus * b
  const other = plus * a - minus * b
  const overlaps = Float64Array.of(mu === 0 ? own : other, mu === 0 ? other : own)
  const { mus } = compose(overlaps, Float64Array.of(1, plus - minus, plus - minus, 1))
  return mus.length === 1 && mus[0] === mu && own >= RECALLED_SHARE * Math.sqrt(plus * a * a + minus * b * b)
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
