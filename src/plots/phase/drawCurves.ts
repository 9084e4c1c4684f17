import { heightAt } from '../../model/landscape.ts'
import type { PhaseCurves } from '../../model/phase/phaseCurves.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { Sheet } from '../canvasSurface.ts'
import { darkAndLight } from '../drawMarks.ts'
import type { MapLayout } from '../mapLayout.ts'
import { math, sans, sub } from '../mathText.ts'
import { inPart, newPath } from '../sheetParts.ts'
import { nullclineLabelPlace } from './curveGeometry.ts'
import { makeCurvePaths, type CurvePaths } from './curvePaths.ts'
import { groundColour, groundIsDark, type GroundTint } from './groundTint.ts'
import type { TwoTone } from './twoTonePath.ts'

/** Neuron 2, and the descent of E: dashes tell without colour. */
const secondDash = [6, 4]
const dotted = [1.5, 2.5]
/** Room that the name of a nullcline needs around it. */
const nameRoomRem = 2

interface Stroke {
  readonly width: number
  readonly opacity?: number
  readonly dash?: readonly number[]
  /** Width and opacity of the edge in the other tone, so that a line stands out where the ground is in between. */
  readonly casing?: readonly [width: number, opacity: number]
  readonly isFilled?: boolean
}

/** Strokes or fills paths: dark on light ground, pale on dark ground. */
function paint({ context, tokens }: Sheet, { onLight, onDark }: TwoTone<Path2D>, look: Stroke): void {
  const { width, opacity = 1, dash = [], casing, isFilled = false } = look
  const [dark, light] = darkAndLight(tokens)
  context.setLineDash(dash.map((length) => length * tokens.mark))
  for (const [path, core, edge] of [
    [onLight, dark, light],
    [onDark, light, dark],
  ] as const) {
    if (casing) {
      context.globalAlpha = casing[1]
      context.strokeStyle = edge
      context.lineWidth = casing[0] * tokens.mark
      context.stroke(path)
    }
    context.globalAlpha = opacity
    context.strokeStyle = core
    context.fillStyle = core
    context.lineWidth = width * tokens.mark
    if (isFilled) context.fill(path)
    else context.stroke(path)
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

/** In this order: stable manifolds, which bound the basins, lie over everything. */
function drawPaths(sheet: Sheet, paths: CurvePaths): void {
  // −∇E before f: where both agree, f is what one sees.
  inPart(sheet, 'descent', () => {
    paint(sheet, paths.descent, { width: 1.5, opacity: 0.6, dash: dotted })
    paint(sheet, paths.descentHeads, { width: 1, opacity: 0.6, isFilled: true })
  })
  inPart(sheet, 'flow', () => {
    paint(sheet, paths.flow, { width: 1, opacity: 0.85 })
    paint(sheet, paths.flowHeads, { width: 1, opacity: 0.85, isFilled: true })
  })
  inPart(sheet, 'nullclines', () =>
    paths.nullclines.forEach((path, neuron) =>
      paint(sheet, path, { width: 1.6, opacity: 0.9, casing: [3.6, 0.35], dash: neuron === 1 ? secondDash : [] }),
    ),
  )
  inPart(sheet, 'separatrices', () => {
    paint(sheet, paths.unstable, { width: 1.1, casing: [2.8, 0.35] })
    paint(sheet, paths.stable, { width: 2.75, casing: [5.5, 0.6] })
    paint(sheet, paths.manifoldHeads, { width: 1, casing: [2, 0.5], isFilled: true })
  })
}

/** What the paths were made for. */
interface Known {
  readonly key: string
  readonly curves: PhaseCurves
  readonly paths: CurvePaths
  /** Where f₁ = 0 and f₂ = 0 are written: each once, where there is room. */
  readonly names: readonly NullclineName[]
}

interface NullclineName {
  readonly neuron: 0 | 1
  readonly place: ReadonlyPair
  readonly isDark: boolean
  readonly ground: string
}

interface CurveOptions {
  readonly tint: GroundTint
  readonly analysis: Pick<AnalysisCell, 'basins' | 'basinsVersion' | 'density' | 'densityVersion'> | null
  readonly hasLabels: boolean
}

function drawNames(sheet: Sheet, { names }: Known, scale: number): void {
  const { context, tokens } = sheet
  const [dark, light] = darkAndLight(tokens)
  for (const { neuron, place, isDark, ground } of names) {
    const runs = [math('f'), sub(String(neuron + 1)), sans(' = 0')]
    sheet.text.draw(context, runs, [place[0] * scale, -place[1] * scale], tokens, {
      sizePx: 0.875 * tokens.rem,
      colour: isDark ? light : dark,
      halo: ground,
      haloWidth: 4.5,
      align: 'center',
    })
  }
}

/** The curves of the phase portrait on a map. Paths are kept as long as they stay: a moving ball does not make new ones. */
export function createCurveLayer() {
  let known: Known | null = null

  function know(curves: PhaseCurves, cell: FrameCell, options: CurveOptions, scale: number, sheet: Sheet): Known {
    const { tokens } = sheet
    const { landscape, view, equilibria } = cell
    const { tint, analysis } = options
    const version = tint === 'density' ? analysis?.densityVersion : tint === 'basins' ? analysis?.basinsVersion : 0
    const key = [scale, tint, version, view.floor, view.ceiling, tokens.paper, tokens.mark].join()
    if (known?.curves === curves && known.key === key) return known
    const sources = { tint, view, analysis, tokens }
    const heightOf = (x1: number, x2: number) => (landscape ? heightAt(landscape, x1, x2) : 0)
    const [isDark, colour] = [groundIsDark(sources), groundColour(sources)]
    const isDarkAt = (x1: number, x2: number) => isDark(heightOf(x1, x2), x1, x2)
    const marks = equilibria.map(({ state }) => [state[0], state[1]] as const)
    const surroundings = { extent: landscape?.extent ?? 1, marks, leastRoom: (nameRoomRem * tokens.rem) / scale }
    const names = ([0, 1] as const).flatMap((neuron): NullclineName[] => {
      const place = nullclineLabelPlace(curves.nullclines ?? [], neuron, surroundings)
      return place ? [{ neuron, place, isDark: isDarkAt(...place), ground: colour(heightOf(...place), ...place) }] : []
    })
    return { key, curves, paths: makeCurvePaths(curves, scale, tokens.mark, isDarkAt, () => newPath(sheet)), names }
  }

  return {
    draw(sheet: Sheet, cell: FrameCell, layout: MapLayout, options: CurveOptions) {
      const { curves, landscape } = cell
      if (!curves || !landscape) return
      const { context } = sheet
      const scale = layout.size / (2 * landscape.extent)
      known = know(curves, cell, options, scale, sheet)
      context.save()
      context.beginPath()
      context.rect(layout.left, layout.top, layout.size, layout.size)
      context.clip()
      context.lineJoin = 'round'
      context.lineCap = 'butt'
      context.translate(layout.left + layout.size / 2, layout.top + layout.size / 2)
      drawPaths(sheet, known.paths)
      if (options.hasLabels) drawNames(sheet, known, scale)
      context.restore()
    },
  }
}
