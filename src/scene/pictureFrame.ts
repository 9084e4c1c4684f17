import { heightAt, levelStep, type NamedEquilibrium } from '../model/index.ts'
import { pairEigenvectors } from '../model/phase/eigenvectors.ts'
import type { PhaseCurves } from '../model/phase/phaseCurves.ts'
import { coordinateNames, type PictureLab } from '../store/pictureLab.ts'
import { facingSides, frameLayout, type FacingSides, type FrameLayout } from './frameLayout.ts'
import { curvesInto, directionsInto, type Direction } from './phaseStrips.ts'
import type { PictureParts } from './pictureParts.ts'
import type { Viewpoint } from './viewpoint.ts'
import { worldHeight, WORLD_BASE, type ShownRange } from './worldFrame.ts'

/** About how many contour lines lie between the lowest and the highest energy shown. */
const CONTOUR_COUNT = 26
/** Above this elevation the vertical scale is seen end on, and fades. */
const SCALE_FADE = [1.12, 1.3] as const
/** The free area, in pixels, from which on glyphs are larger: a projector or a large screen. */
const LARGE_AREA = 900
/** The free area, in pixels, below which glyphs are smaller and minor names are left out: a phone. */
const SMALL_AREA = 480

/** What the labels need to know of the frame that was just prepared. */
export interface PreparedFrame {
  readonly shown: ShownRange
  readonly layout: FrameLayout
  readonly scaleOpacity: number
  readonly markerSize: number
  /** Little room: only the names that matter. */
  readonly isCrowded: boolean
  /** Eigendirections of the chosen equilibrium; none where they are off. */
  readonly directions: readonly Direction[]
  /** The next frame will look different by itself: a tint is fading. */
  readonly isChanging: boolean
}

/** Brings the curves and directions in line with the newest landscape. Uploads only what changed. */
function createPhaseFrame(picture: PictureLab, { curves, directions, cloud }: PictureParts) {
  let shownCurves: PhaseCurves | null = null
  let shownPoint: NamedEquilibrium | null = null
  let cloudVersion = -1
  let groundVersion = -1
  let layKey = ''
  let rays: readonly Direction[] = []
  return (): readonly Direction[] => {
    const { cell } = picture
    const { phase } = picture.store.getState()
    const { extent = 1, columns = 2 } = cell.landscape ?? {}
    const lay = { extent, step: 2 / (columns - 1) }
    const key = `${extent} ${columns}`
    const isOtherLay = key !== layKey
    layKey = key
    const isOtherGround = groundVersion !== cell.landscapeVersion
    groundVersion = cell.landscapeVersion
    const isOtherLine = isOtherLay || shownCurves !== cell.curves
    if (isOtherLine) {
      shownCurves = cell.curves
      curvesInto(curves.strip, cell.curves, lay)
    }
    const isChosen = (each: NamedEquilibrium) => each.key === phase?.selectedKey
    const point = (phase?.settings.directions && cell.system && cell.equilibria.find(isChosen)) || null
    const isOtherPoint = isOtherLay || shownPoint !== point
    if (isOtherPoint) {
      shownPoint = point
      directions.strip.count = 0
      rays =
        point && cell.system
          ? directionsInto(directions.strip, point.state, pairEigenvectors(cell.system, ...point.state), lay)
          : []
    }
    if (cell.landscape && (isOtherGround || isOtherLine)) curves.lay(cell.landscape)
    if (cell.landscape && (isOtherGround || isOtherPoint)) directions.lay(cell.landscape)
    if (cloudVersion !== cell.cloudVersion) {
      cloudVersion = cell.cloudVersion
      cloud.show(cell.cloud?.positions ?? null)
    }
    return rays
  }
}

/**
 * Brings the parts in line with the newest frame of its cell, once before each drawing. Uploads only what changed. `like`: a frame of the same
 * picture, whose axes stand on the same sides.
 */
export function createPictureFrame(
  picture: PictureLab,
  parts: PictureParts,
  viewpoint: Viewpoint,
  like: { readonly sides: () => FacingSides | null } | null = null,
) {
  const { field, tint, block, trails, markers, balls, base, scale, plumb } = parts
  const showPhase = createPhaseFrame(picture, parts)
  let landscapeVersion = -1
  let grid = 0
  let sides = like?.sides() ?? null
  let layout: FrameLayout | null = null
  let layoutKey = ''

  function showLandscape() {
    const { landscape } = picture.cell
    if (!landscape || landscapeVersion === picture.cell.landscapeVersion) return
    landscapeVersion = picture.cell.landscapeVersion
    field.show(landscape)
    if (grid === landscape.columns) return
    grid = landscape.columns
    block.setGrid(landscape.columns, landscape.rows)
  }

  function showFrameLines(shown: ShownRange): FrameLayout {
    const { azimuth, elevation } = viewpoint.rig.view()
    sides = facingSides(azimuth, sides, elevation > SCALE_FADE[1])
    const { memoryNames, phase } = picture.store.getState()
    const names = coordinateNames(memoryNames)
    const quantity = phase?.quantity ?? 'energy'
    const key = `${names.letter} ${quantity} ${shown.extent} ${shown.floor} ${shown.ceiling} ${sides.frontX} ${sides.frontZ} ${sides.leftX} ${sides.leftZ}`
    if (layout && key === layoutKey) return layout
    layoutKey = key
    layout = frameLayout(shown, sides, names, quantity)
    for (const [segments, lines] of [
      [base, layout.base],
      [scale, layout.scale],
    ] as const) {
      segments.clear()
      for (const [a, b] of lines) segments.add(a.x, a.y, a.z, b.x, b.y, b.z)
      segments.finish()
    }
    return layout
  }

  function showCursor(shown: ShownRange) {
    const { cursor, landscape } = picture.cell
    block.uniforms.uCursor.value.set(cursor?.[0] ?? 0, cursor?.[1] ?? 0, cursor ? 1 : 0)
    plumb.clear()
    if (cursor && landscape) {
      const x = cursor[0] / shown.extent
      const z = -cursor[1] / shown.extent
      const top = worldHeight(heightAt(landscape, cursor[0], cursor[1]), shown)
      // Dashes down to the base plane, and a small cross where it lands.
      const dash = 0.018
      for (let y = top; y > WORLD_BASE + dash; y -= 2 * dash) plumb.add(x, y, z, x, y - dash, z)
      plumb.add(x - 0.03, WORLD_BASE, z, x + 0.03, WORLD_BASE, z)
      plumb.add(x, WORLD_BASE, z - 0.03, x, WORLD_BASE, z + 0.03)
    }
    plumb.finish()
  }

  return {
    /** Which corners of the block were nearest last. */
    sides: () => sides,
    /** Null while there is no landscape to draw. */
    prepare(pixelRatio: number, nowMs: number): PreparedFrame | null {
      const { cell } = picture
      if (!cell.landscape) return null
      const { layers, highlightedKey, phase } = picture.store.getState()
      const shown = { extent: cell.landscape.extent, floor: cell.view.floor, ceiling: cell.view.ceiling }
      showLandscape()
      const isChanging = tint.update(phase, picture.analysis, cell.system, nowMs)
      field.setRange(shown)
      field.uniforms.uPixelRatio.value = pixelRatio
      field.uniforms.uViewport.value.set(viewpoint.size.width * pixelRatio, viewpoint.size.height * pixelRatio)
      block.uniforms.uSpacing.value = layers.contours ? levelStep(shown.floor, shown.ceiling, CONTOUR_COUNT) : 0
      const view = viewpoint.rig.view()
      block.setLight(view.azimuth)
      const area = Math.min(viewpoint.free().width, viewpoint.free().height)
      const isCrowded = area < SMALL_AREA
      const markerSize = area > LARGE_AREA ? 13 : isCrowded ? 8 : 10
      markers.uniforms.uMarkerSize.value = markerSize
      balls.uniforms.uBallSize.value = markerSize * 0.86
      const thickness = Math.max(1, markerSize / 10)
      for (const each of [parts.curves, parts.directions, parts.cloud]) each.uniforms.uThickness.value = thickness
      const directions = showPhase()
      markers.update(layers.equilibria ? cell.equilibria : [], highlightedKey, phase?.selectedKey ?? null)
      trails.update(layers.trails ? cell.traces.values() : [])
      balls.clear()
      for (const trace of cell.traces.values()) {
        if (trace.length === 0) continue
        const newest = trace.at(trace.length - 1)
        balls.add(trace.x1[newest] ?? 0, trace.x2[newest] ?? 0)
      }
      showCursor(shown)
      const scaleOpacity =
        1 - Math.min(1, Math.max(0, (view.elevation - SCALE_FADE[0]) / (SCALE_FADE[1] - SCALE_FADE[0])))
      scale.uniforms.uAlpha.value = scaleOpacity
      const shownLayout = showFrameLines(shown)
      return { shown, layout: shownLayout, scaleOpacity, markerSize, isCrowded, directions, isChanging }
    },
  }
}
