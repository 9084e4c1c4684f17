import type { FlowArrow, PhaseCurves } from '../../model/phase/phaseCurves.ts'
import { endHead, middleHead, type Triangle } from './curveGeometry.ts'
import { addCurve, type TwoTone } from './twoTonePath.ts'

/** Lengths of heads in CSS pixels. */
const arrowHeadPx = 5
const manifoldHeadPx = 9

type Paths = TwoTone<Path2D>

/** Paths in CSS pixels from the middle of the map. */
export interface CurvePaths {
  readonly nullclines: readonly [Paths, Paths]
  readonly stable: Paths
  readonly unstable: Paths
  readonly manifoldHeads: Paths
  readonly flow: Paths
  readonly flowHeads: Paths
  readonly descent: Paths
  readonly descentHeads: Paths
}

/** The paths of all curves. `scale`: CSS pixels of a unit of the state; `mark`: how much thicker than usual marks are. */
export function makeCurvePaths(
  curves: PhaseCurves,
  scale: number,
  mark: number,
  isDarkAt: (x1: number, x2: number) => boolean,
  newPath: () => Path2D = () => new Path2D(),
): CurvePaths {
  const emptyPaths = (): Paths => ({ onLight: newPath(), onDark: newPath() })
  const paths: CurvePaths = {
    nullclines: [emptyPaths(), emptyPaths()],
    stable: emptyPaths(),
    unstable: emptyPaths(),
    manifoldHeads: emptyPaths(),
    flow: emptyPaths(),
    flowHeads: emptyPaths(),
    descent: emptyPaths(),
    descentHeads: emptyPaths(),
  }
  const addHead = (heads: Paths, head: Triangle | null) => {
    if (!head) return
    const path = isDarkAt(head[0][0], head[0][1]) ? heads.onDark : heads.onLight
    head.forEach(([x, y], k) => (k === 0 ? path.moveTo(x * scale, -y * scale) : path.lineTo(x * scale, -y * scale)))
    path.closePath()
  }
  for (const { neuron, points } of curves.nullclines ?? []) addCurve(paths.nullclines[neuron], points, scale, isDarkAt)
  for (const { kind, points } of curves.separatrices ?? []) {
    addCurve(paths[kind], points, scale, isDarkAt)
    // States come in along a stable manifold and go out along an unstable one.
    addHead(paths.manifoldHeads, middleHead(points, (manifoldHeadPx * mark) / scale, kind === 'unstable'))
  }
  const addArrows = (arrows: readonly FlowArrow[] | null, shafts: Paths, heads: Paths) => {
    for (const { points } of arrows ?? []) {
      const middle = 2 * Math.floor(points.length / 4)
      // An arrow is short: it has one tone.
      const isDark = points.length >= 2 && isDarkAt(points[middle], points[middle + 1])
      addCurve(shafts, points, scale, () => isDark)
      addHead(heads, endHead(points, (arrowHeadPx * mark) / scale))
    }
  }
  addArrows(curves.flow, paths.flow, paths.flowHeads)
  addArrows(curves.descent, paths.descent, paths.descentHeads)
  return paths
}
