import { bifurcationsAt, isPassage, meetingsBetween, type Meeting } from './bifurcations.ts'
import { isComplete, linkNearest, linkNodes, makePathNode, type PathNode } from './continuation.ts'
import type { Bifurcation, Diagram, DiagramPath } from './diagram.ts'
import { createBranchBuilder } from './diagramBranches.ts'

/** Steps of a path before any is halved. */
const STEPS = 160
/** A step of this length in s is not halved: what is in it is a bifurcation. No unit. */
const SHORTEST = 1e-11
/** In a shorter step det J may be all rounding error, and tangents with it: nearness links, and a border that is touched is met. No unit. */
const SHORTEST_TANGENT = 1e-7
/** No path has needed a quarter of these. Beyond it steps stay as they are, and what is unclear in them is called degenerate. */
const MOST_NODES = 6000
/** Links in one piece of work: about 0.5 ms where closed forms serve, 5 ms by boxes. */
const PIECE = 24

/** A step of the path: linked, or too short to divide (`link` null). */
interface Step {
  readonly left: PathNode
  readonly right: PathNode
  readonly link: Int32Array | null
}

/** A diagram in the making. */
export interface DiagramTask {
  /** Does a bounded piece of work; true when there is nothing left to do. */
  readonly advance: () => boolean
  /** The diagram; does what is left. */
  readonly result: () => Diagram
}

/** The bifurcation diagram of a path, at once. See `beginDiagram`. */
export function traceDiagram(path: DiagramPath): Diagram {
  return beginDiagram(path).result()
}

/**
 * The bifurcation diagram of a straight path of networks, in pieces.
 *
 * The path is walked in 160 steps. At each end all equilibria are found (`findEquilibria` is complete), and those of neighbouring ends
 * linked by continuation (`linkNodes`). A step in which that is not certain is halved, down to 1e-11 if the equilibria change in it: which
 * come together there tells how (`bifurcationsAt`). So bifurcations are bracketed by the complete sets on both sides, to 1e-11 in s, and no
 * closed form enters. Missed would be: equilibria that appear and vanish again within one step without forking off a branch. Without a
 * current there are none; with one and α₁ = α₂, steps end where a neuron's current changes its sign, in the middle of the only window.
 *
 * Throws as `findEquilibria` does.
 */
export function beginDiagram(path: DiagramPath): DiagramTask {
  const stops = stopsOf(path)
  const steps: Step[] = []
  const nodes: PathNode[] = []
  /** Right ends that are waiting, the nearest last. */
  const ends: PathNode[] = []
  let diagram: Diagram | null = null
  const addNode = (s: number) => {
    const node = makePathNode(path, s)
    nodes.push(node)
    return node
  }
  let left = addNode(stops[0])
  let next = 1

  /** Links the step from `left` to the nearest end, or halves it. */
  function walk(): void {
    const end = ends.pop() ?? addNode(stops[next++])
    const width = end.s - left.s
    const outcome = linkNodes(left, end)
    const isNear = outcome === 'unclear' && width < SHORTEST_TANGENT
    const link = typeof outcome !== 'string' ? outcome : isNear ? linkNearest(left, end) : null
    const shortest = outcome === 'touching' ? SHORTEST_TANGENT : SHORTEST
    if (link === null && width > shortest && nodes.length < MOST_NODES) {
      ends.push(end, addNode((left.s + end.s) / 2))
      return
    }
    steps.push({ left, right: end, link })
    left = end
  }

  function finish(): Diagram {
    for (;;) {
      if (ends.length === 0 && next === stops.length) return assemble(path, nodes, steps)
      walk()
    }
  }

  return {
    advance() {
      for (let k = 0; k < PIECE && diagram === null; k++) {
        if (ends.length === 0 && next === stops.length) diagram = assemble(path, nodes, steps)
        else walk()
      }
      return diagram !== null
    },
    result: () => (diagram ??= finish()),
  }
}

/** The ends of the steps: evenly, and where a current changes its sign. */
function stopsOf(path: DiagramPath): number[] {
  const stops = Array.from({ length: STEPS + 1 }, (_, k) => k / STEPS)
  if (path.kind === 'current') {
    for (const i of [0, 1] as const) {
      const zero = path.from[i] / (path.from[i] - path.to[i])
      if (zero > 0 && zero < 1) stops.push(zero)
    }
  }
  return [...new Set(stops)].toSorted((a, b) => a - b)
}

/** Branches and bifurcations from the steps. Neighbouring steps that could not be linked are one place. */
function assemble(path: DiagramPath, nodes: readonly PathNode[], steps: readonly Step[]): Diagram {
  const builder = createBranchBuilder(path, steps[0].left)
  const bifurcations: Bifurcation[] = []
  for (let k = 0; k < steps.length; k++) {
    const { left, link } = steps[k]
    if (link) {
      builder.extend(steps[k].right, link)
      continue
    }
    while (k + 1 < steps.length && steps[k + 1].link === null) k++
    const { right } = steps[k]
    const meetings = meetingsBetween(left, right)
    const found = bifurcationsAt(meetings, left, right)
    bifurcations.push(...found.values())
    builder.cross(right, passages(meetings, left, right), (side, point) => {
      const meeting = meetings.find((each) => each[side].includes(point))
      return (meeting && found.get(meeting)) ?? null
    })
  }
  const { branches, flat } = builder.finish()
  return {
    path,
    branches,
    bifurcations: [...bifurcations, ...flat].toSorted((a, b) => a.s - b.s),
    checked: countComplete(nodes),
  }
}

/** For each equilibrium on the left the one on the right that it passes into, or -1. */
function passages(meetings: readonly Meeting[], left: PathNode, right: PathNode): Int32Array {
  const link = new Int32Array(left.points.length).fill(-1)
  for (const meeting of meetings) if (isPassage(meeting, left, right)) link[meeting.left[0]] = meeting.right[0]
  return link
}

function countComplete(nodes: readonly PathNode[]): Diagram['checked'] {
  const verdicts = nodes.map(isComplete).filter((verdict) => verdict !== null)
  return { steps: verdicts.length, complete: verdicts.filter(Boolean).length }
}
