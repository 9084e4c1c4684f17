import type { Diagram } from '../../model/phase/diagram.ts'
import { isAlive, readBranch, type Shown } from './branchValues.ts'
import type { DiagramFrame } from './diagramFrame.ts'

/** A point of a diagram: a place on the path, and which branch there. */
export interface DiagramCursor {
  readonly s: number
  /** Index in `diagram.branches`. */
  readonly branch: number
}

/** A pointer this near to a branch means it. CSS pixels. */
const reachPx = 24
/** Branches nearer than this to each other lie on each other, and the stable one is meant. */
const samePx = 0.5

/** The branch nearest to a pixel, at the s of that pixel; the stable one where several lie on each other. Null too far away. */
export function cursorAt(
  diagram: Diagram,
  show: Shown,
  frame: DiagramFrame,
  [x, y]: readonly [number, number],
  reach = reachPx,
): DiagramCursor | null {
  const s = frame.s(x)
  const near = diagram.branches
    .flatMap((branch, k) => {
      if (!isAlive(branch, s)) return []
      const distance = Math.abs(frame.y(readBranch(branch, show, s).value) - y)
      return distance <= reach ? [{ branch: k, distance, rank: branch.stability === 'stable' ? 0 : 1 }] : []
    })
    .toSorted((a, b) => a.distance - b.distance)
  const [first] = near
  if (first === undefined) return null
  const together = near
    .filter(({ distance }) => distance <= first.distance + samePx)
    .toSorted((a, b) => a.rank - b.rank)
  return { s, branch: together[0].branch }
}

/** The branches at s from the highest value to the lowest. */
function stackAt(diagram: Diagram, show: Shown, s: number): { branch: number; value: number }[] {
  return diagram.branches
    .flatMap((branch, k) => (isAlive(branch, s) ? [{ branch: k, value: readBranch(branch, show, s).value }] : []))
    .toSorted((a, b) => b.value - a.value || a.branch - b.branch)
}

/** Where the keyboard begins: at s, on the highest stable branch. */
export function firstCursor(diagram: Diagram, show: Shown, s: number): DiagramCursor | null {
  const stack = stackAt(diagram, show, s)
  const stable = stack.find(({ branch }) => diagram.branches[branch].stability === 'stable') ?? stack.at(0)
  return stable ? { s, branch: stable.branch } : null
}

/** The next branch up (1) or down (-1) at the same s. */
export function stepAcross(diagram: Diagram, show: Shown, cursor: DiagramCursor, by: 1 | -1): DiagramCursor {
  const stack = stackAt(diagram, show, cursor.s)
  const at = stack.findIndex(({ branch }) => branch === cursor.branch)
  const next = stack.at(at - by)
  return at < 0 || next === undefined || at - by < 0 ? cursor : { s: cursor.s, branch: next.branch }
}

/** Along the path by a step of s. Where a branch ends, that of the same name takes over, else the one nearest in state. */
export function stepAlong(diagram: Diagram, show: Shown, cursor: DiagramCursor, by: number): DiagramCursor {
  const s = Math.min(1, Math.max(0, cursor.s + by))
  const own = diagram.branches[cursor.branch]
  if (isAlive(own, s)) return { s, branch: cursor.branch }
  const before = readBranch(own, show, cursor.s).state
  let best = cursor
  let least = Infinity
  diagram.branches.forEach((branch, k) => {
    if (!isAlive(branch, s)) return
    const { state } = readBranch(branch, show, s)
    const distance = branch.key === own.key ? -1 : Math.hypot(state[0] - before[0], state[1] - before[1])
    if (distance >= least) return
    least = distance
    best = { s, branch: k }
  })
  return best
}
