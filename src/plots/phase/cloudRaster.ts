import { heightAt } from '../../model/landscape.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { Sheet } from '../canvasSurface.ts'
import { darkAndLight } from '../drawMarks.ts'
import type { MapLayout } from '../mapLayout.ts'
import { bytesOfColour } from '../mapRaster.ts'
import { groundIsDark, type GroundTint } from './groundTint.ts'

/** More pixels a side than this show no more: the dots are soft anyway. */
const mostPixels = 900
/** Opacity of one dot's middle and of its rim, of 255. Where dots meet, the middle wins. */
const coreOpacity = 215
const rimOpacity = 95

/** A pixel with these bytes, as one number of a `Uint32Array` over RGBA bytes (every machine that runs a browser is little-endian). */
const pixelOf = ([red, green, blue]: readonly [number, number, number], opacity: number) =>
  ((opacity << 24) | (blue << 16) | (green << 8) | red) >>> 0

/** The two pixels that a dot is made of. */
interface Dot {
  readonly core: number
  readonly rim: number
}

interface DotTones {
  readonly onDark: Dot
  readonly onLight: Dot
  /** Where the ground is dark; null: everywhere. */
  readonly isDarkAt: ((x1: number, x2: number) => boolean) | null
}

/**
 * Marks particles on a square of `side` x `side` pixels, cleared first: a core of 2 x 2 pixels within a rim of 4 x 4 less its corners, in the
 * tones of the ground. A rim never covers a core. `positions`: x₁, x₂ in turn; those beyond the square are left out. 10,000 cost 0.3 ms, and
 * what `isDarkAt` costs.
 */
export function markParticles(
  pixels: Uint32Array,
  side: number,
  { positions }: { readonly positions: Float32Array },
  extent: number,
  { onDark, onLight, isDarkAt }: DotTones,
): void {
  pixels.fill(0)
  const scale = side / (2 * extent)
  for (let k = 0; k + 1 < positions.length; k += 2) {
    const column = Math.round((positions[k] + extent) * scale) - 2
    const row = Math.round((extent - positions[k + 1]) * scale) - 2
    if (!(column >= 0 && row >= 0 && column + 4 <= side && row + 4 <= side)) continue
    const { core, rim } = isDarkAt === null || isDarkAt(positions[k], positions[k + 1]) ? onDark : onLight
    for (let across = 0; across < 4; across += 1) {
      for (let down = 0; down < 4; down += 1) {
        const isInside = (across === 1 || across === 2) && (down === 1 || down === 2)
        const isCorner = (across === 0 || across === 3) && (down === 0 || down === 3)
        const at = (row + down) * side + column + across
        if (isInside) pixels[at] = core
        else if (!isCorner && pixels[at] !== onDark.core && pixels[at] !== onLight.core) pixels[at] = rim
      }
    }
  }
}

interface CloudOptions {
  readonly tint: GroundTint
  readonly analysis: Pick<AnalysisCell, 'basins' | 'density' | 'densityVersion'> | null
}

/**
 * The cloud on the map: light dots with a dark rim, so that they show on wells and on ridges; on the colours of a density, which it crowds
 * where they are strongest, in the other tone than the ground. Marked again only when it moved, or the ground under it changed.
 */
export function createCloudLayer() {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let image: ImageData | null = null
  let marked = ''
  return {
    draw(sheet: Sheet, cell: FrameCell, { left, top, size }: MapLayout, { tint, analysis }: CloudOptions) {
      const { context: page, tokens, pixelRatio } = sheet
      const { cloud, cloudVersion, landscape, landscapeVersion, view } = cell
      if (!cloud || !landscape || !context) return
      const side = Math.min(mostPixels, Math.round(size * pixelRatio))
      const [dark, light] = darkAndLight(tokens)
      const isOnDensity = tint === 'probability' || tint === 'density'
      const ground = isOnDensity ? [tokens.isDark, landscapeVersion, analysis?.densityVersion] : []
      const key = [cloudVersion, side, landscape.extent, dark, light, tint, ...ground].join()
      if (key !== marked) {
        marked = key
        if (image?.width !== side) {
          canvas.width = side
          canvas.height = side
          image = context.createImageData(side, side)
        }
        const isDark = groundIsDark({ tint, view, analysis, tokens })
        const dotOf = (core: string, rim: string): Dot => ({
          core: pixelOf(bytesOfColour(core), coreOpacity),
          rim: pixelOf(bytesOfColour(rim), rimOpacity),
        })
        markParticles(new Uint32Array(image.data.buffer), side, cloud, landscape.extent, {
          onDark: dotOf(light, dark),
          onLight: dotOf(dark, light),
          isDarkAt: isOnDensity ? (x1, x2) => isDark(heightAt(landscape, x1, x2), x1, x2) : null,
        })
        context.putImageData(image, 0, 0)
      }
      page.drawImage(canvas, left, top, size, size)
    },
  }
}
