import { nameEquilibria } from '../equilibriumNames.ts'
import { pairEnergy, pairOverlaps } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import type { PathNode } from './continuation.ts'
import type { Bifurcation, Branch, DiagramPath } from './diagram.ts'
import { systemAlong } from './diagramPath.ts'

/** An eigenvalue nearer to zero than this at neighbouring steps: the path runs along a border there. Per unit of time. */
const FLAT = 1e-9
/** A shorter flat stretch is only the neighbourhood of a bifurcation. In s. */
const SHORTEST_FLAT = 1e-3

/** One point of a branch. `node` and `index` say which equilibrium it is; null for a bifurcation at an end. */
interface BranchPoint {
  readonly s: number
  readonly state: ReadonlyPair
  readonly node: PathNode | null
  readonly index: number
}

/** A branch that grows along the path. */
interface GrowingBranch {
  readonly stability: Branch['stability']
  readonly points: BranchPoint[]
}

/** Grows the branches of a path from its links, from one node to the next. */
export interface BranchBuilder {
  /** Every equilibrium of the node goes on in the next one. */
  readonly extend: (to: PathNode, link: ArrayLike<number>) => void
  /** The same, but where `link` is -1 the branch ends at the given bifurcation, if any, and what nobody links to begins there. */
  readonly cross: (
    to: PathNode,
    link: ArrayLike<number>,
    at: (side: 'left' | 'right', k: number) => Bifurcation | null,
  ) => void
  readonly finish: () => { readonly branches: Branch[]; readonly flat: Bifurcation[] }
}

export function createBranchBuilder(path: DiagramPath, first: PathNode): BranchBuilder {
  const done: GrowingBranch[] = []
  const begin = (node: PathNode, index: number): GrowingBranch => {
    const { stability, state } = node.points[index]
    return { stability, points: [{ s: node.s, state, node, index }] }
  }
  let live = first.points.map((_, k) => begin(first, k))

  const builder: BranchBuilder = {
    extend: (to, link) => builder.cross(to, link, () => null),
    cross(to, link, at) {
      const next = Array.from<GrowingBranch | undefined>({ length: to.points.length })
      live.forEach((branch, k) => {
        const index = link[k]
        if (index >= 0) {
          branch.points.push({ s: to.s, state: to.points[index].state, node: to, index })
          next[index] = branch
          return
        }
        const end = at('left', k)
        if (end) branch.points.push(endPoint(end))
        done.push(branch)
      })
      live = to.points.map((_, index) => {
        const known = next[index]
        if (known) return known
        const branch = begin(to, index)
        const start = at('right', index)
        if (start) branch.points.unshift(endPoint(start))
        return branch
      })
    },
    finish() {
      const all = [...done, ...live]
      const branches = all.map((branch) => finished(path, branch))
      return { branches, flat: all.flatMap((branch, k) => flatStretches(branch, branches[k].key)) }
    },
  }
  return builder
}

function endPoint({ s, state }: Bifurcation): BranchPoint {
  return { s, state, node: null, index: -1 }
}

/** The arrays of a branch. Energies and overlaps are those of the state in the network at s. */
function finished(path: DiagramPath, { stability, points }: GrowingBranch): Branch {
  const s = new Float64Array(points.length)
  const states = new Float64Array(2 * points.length)
  const energies = new Float64Array(points.length)
  const overlaps = new Float64Array(2 * points.length)
  points.forEach((point, k) => {
    const [x1, x2] = point.state
    const system = point.node?.system ?? systemAlong(path, point.s)
    s[k] = point.s
    states.set(point.state, 2 * k)
    energies[k] = pairEnergy(system, x1, x2)
    overlaps.set(pairOverlaps(x1, x2, system.gain), 2 * k)
  })
  return { stability, key: middleKey(points), s, states, energies, overlaps }
}

/** The key of the equilibrium at the node nearest to the middle of the branch. */
function middleKey(points: readonly BranchPoint[]): string {
  const middle = (points[0].s + points[points.length - 1].s) / 2
  let nearest: BranchPoint | null = null
  for (const point of points) {
    if (point.node && (nearest === null || Math.abs(point.s - middle) < Math.abs(nearest.s - middle))) nearest = point
  }
  return nearest?.node ? nameEquilibria(nearest.node.points, nearest.node.system)[nearest.index].key : ''
}

/** Where an eigenvalue of the branch stays zero: the path runs along a border of the regimes. */
function flatStretches({ points }: GrowingBranch, key: string): Bifurcation[] {
  const isFlat = ({ node, index }: BranchPoint) =>
    node !== null && Math.min(...node.points[index].eigenvalues.map(Math.abs)) < FLAT
  const found: Bifurcation[] = []
  for (let from = 0; from < points.length; from++) {
    if (!isFlat(points[from])) continue
    let to = from
    while (to + 1 < points.length && isFlat(points[to + 1])) to++
    const span = [points[from].s, points[to].s] as const
    if (span[1] - span[0] > SHORTEST_FLAT) {
      const { state } = points[(from + to) >> 1]
      const s = (span[0] + span[1]) / 2
      found.push({ kind: 'degenerate', s, span, state, memory: null, event: null, keys: [key], change: 0 })
    }
    from = to
  }
  return found
}
