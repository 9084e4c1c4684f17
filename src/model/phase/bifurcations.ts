import type { Equilibrium } from '../equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../equilibriumNames.ts'
import type { ReadonlyPair } from '../vector.ts'
import { indexOf, type PathNode } from './continuation.ts'
import type { Bifurcation } from './diagram.ts'

/**
 * Equilibria nearer than this times 1/g, within 1e-11 of a bifurcation in s, take part in it: at a pitchfork or fold they are within 2e-5/g.
 * Bifurcations that follow each other closer than about 1e-8 in s so count as one.
 */
const TOGETHER = 1e-4
/** A determinant nearer to zero than this, between equilibria that stay what they are, has touched zero there. No unit. */
const TOUCHING = 1e-6

/** Equilibria that come together between two nodes: indices into the points of both. */
export interface Meeting {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/**
 * The equilibria on both sides of a stretch too short to divide, sorted by what they belong to: everything connected by distances below
 * `TOGETHER`/g. What passes undisturbed is a meeting of one and one.
 */
export function meetingsBetween(left: PathNode, right: PathNode): Meeting[] {
  const radius = TOGETHER / left.system.gain
  const states = [...left.points, ...right.points].map(({ state }) => state)
  const group = states.map((_, k) => k)
  for (let a = 0; a < states.length; a++) {
    for (let b = a + 1; b < states.length; b++) {
      if (group[a] === group[b] || Math.hypot(states[a][0] - states[b][0], states[a][1] - states[b][1]) > radius)
        continue
      const [kept, gone] = [group[a], group[b]]
      group.forEach((value, k) => {
        if (value === gone) group[k] = kept
      })
    }
  }
  const count = left.points.length
  return [...new Set(group)].map((name) => {
    const members = states.flatMap((_, k) => (group[k] === name ? [k] : []))
    return { left: members.filter((k) => k < count), right: members.filter((k) => k >= count).map((k) => k - count) }
  })
}

/** True where one equilibrium goes through a meeting as it was. */
export function isPassage({ left, right }: Meeting, before: PathNode, after: PathNode): boolean {
  return (
    left.length === 1 && right.length === 1 && before.points[left[0]].stability === after.points[right[0]].stability
  )
}

/** What happens between two nodes that could not be linked: at each meeting that is not a passage, or else where det J touches zero. */
export function bifurcationsAt(
  meetings: readonly Meeting[],
  before: PathNode,
  after: PathNode,
): Map<Meeting, Bifurcation> {
  const changes = meetings.filter((meeting) => !isPassage(meeting, before, after))
  const touches = meetings.filter(({ left }) => left.some((k) => Math.abs(before.determinants[k]) < TOUCHING))
  const places = changes.length > 0 ? changes : touches
  return new Map(places.map((meeting) => [meeting, bifurcationOf(meeting, before, after)]))
}

function bifurcationOf(meeting: Meeting, before: PathNode, after: PathNode): Bifurcation {
  const old = meeting.left.map((k) => before.points[k])
  const young = meeting.right.map((k) => after.points[k])
  const hasMoreAfter = young.length >= old.length
  const [few, many] = hasMoreAfter ? [old, young] : [young, old]
  const side = hasMoreAfter ? after : before
  const named = nameEquilibria(side.points, side.system)
  const members = many.map((point) => named[side.points.indexOf(point)])
  const kind = kindOf(few, many)
  return {
    kind,
    s: (before.s + after.s) / 2,
    span: null,
    state: meetingState(kind, few, many),
    ...meaningOf(kind, members),
    keys: members.map(({ key }) => key),
    change: young.length - old.length,
  }
}

/** One and three, two of them of the one's index: a pitchfork. None and two of opposite index: a fold. */
function kindOf(few: readonly Equilibrium[], many: readonly Equilibrium[]): Bifurcation['kind'] {
  const sum = many.reduce((total, { stability }) => total + indexOf(stability), 0)
  if (few.length === 0 && many.length === 2 && sum === 0) return 'fold'
  if (few.length === 1 && many.length === 3 && sum === indexOf(few[0].stability)) return 'pitchfork'
  return 'degenerate'
}

/** At a pitchfork the one from which they fork; else the middle of those that meet. */
function meetingState(
  kind: Bifurcation['kind'],
  few: readonly Equilibrium[],
  many: readonly Equilibrium[],
): ReadonlyPair {
  const points = kind === 'pitchfork' ? few : many
  const mean = (i: 0 | 1) => points.reduce((sum, { state }) => sum + state[i], 0) / points.length
  return [mean(0), mean(1)]
}

function meaningOf(
  kind: Bifurcation['kind'],
  members: readonly NamedEquilibrium[],
): Pick<Bifurcation, 'memory' | 'event'> {
  const memories = members.flatMap(({ name, stability }) =>
    name.kind === 'memory' ? [{ mu: name.mu, stability }] : [],
  )
  const [first] = memories
  switch (kind) {
    case 'pitchfork': {
      const hasOrigin = members.some(({ name }) => name.kind === 'origin')
      if (hasOrigin && memories.length === 2) return { memory: first.mu, event: 'appears' }
      if (!hasOrigin && memories.length === 1) return { memory: first.mu, event: 'stabilises' }
      return { memory: null, event: null }
    }
    case 'fold':
      return { memory: memories.find(({ stability }) => stability === 'stable')?.mu ?? null, event: null }
    case 'degenerate':
      return { memory: null, event: null }
    default:
      return kind satisfies never
  }
}
