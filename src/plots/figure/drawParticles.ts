import { heightAt } from '../../model/landscape.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { Sheet } from '../canvasSurface.ts'
import { darkAndLight } from '../drawMarks.ts'
import { stateToScreen, type MapLayout } from '../mapLayout.ts'
import { groundIsDark, type GroundTint } from '../phase/groundTint.ts'
import { inPart, newPath } from '../sheetParts.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'

/** Diameters of a dot's core and of its rim, in pixels, and how much of what is under the rim shines through. */
const corePx = 1.1
const rimPx = 2.2
const rimOpacity = 0.4

interface ParticleOptions {
  readonly tint: GroundTint
  readonly analysis: Pick<AnalysisCell, 'basins' | 'density'> | null
}

/** The cloud as dots: all cores in one path, all rims in another, pale dots on dark ground and dark ones on pale ground. */
export function drawParticles(sheet: Sheet, cell: FrameCell, layout: MapLayout, options: ParticleOptions): void {
  const { cloud, landscape, view } = cell
  if (!cloud || !landscape) return
  const { context, tokens } = sheet
  const { tint, analysis } = options
  const [dark, light] = darkAndLight(tokens)
  const isDark = groundIsDark({ tint, view, analysis, tokens })
  const isOnDensity = tint === 'probability' || tint === 'density'
  const onDark = newPath(sheet)
  const onLight = newPath(sheet)
  const { positions } = cloud
  for (let k = 0; k + 1 < positions.length; k += 2) {
    const [x1, x2] = [positions[k], positions[k + 1]]
    if (Math.max(Math.abs(x1), Math.abs(x2)) > landscape.extent) continue
    const [x, y] = stateToScreen(layout, landscape.extent, [x1, x2])
    const path = !isOnDensity || isDark(heightAt(landscape, x1, x2), x1, x2) ? onDark : onLight
    path.moveTo(x, y)
    path.lineTo(x, y)
  }
  inPart(sheet, 'particles', () => {
    context.save()
    context.lineCap = 'round'
    for (const [path, core, rim] of [
      [onDark, light, dark],
      [onLight, dark, light],
    ] as const) {
      context.globalAlpha = rimOpacity
      context.strokeStyle = rim
      context.lineWidth = rimPx
      context.stroke(path)
      context.globalAlpha = 1
      context.strokeStyle = core
      context.lineWidth = corePx
      context.stroke(path)
    }
    context.restore()
  })
}
