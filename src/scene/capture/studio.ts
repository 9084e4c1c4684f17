import { Color, Scene, Vector3, Vector4, WebGLRenderTarget, type WebGLRenderer } from 'three'
import type { PictureLab, PictureStudio, PictureWish } from '../../store/pictureLab.ts'
import { freeAreaOf, type FreeArea, type Insets } from '../orbit.ts'
import { displayColourInto, type ScenePalette } from '../palette.ts'
import { createPictureFrame } from '../pictureFrame.ts'
import { createPictureLabels } from '../pictureLabels.ts'
import { createPictureObjects } from '../pictureObjects.ts'
import { createPictureParts } from '../pictureParts.ts'
import { createViewpoint } from '../viewpoint.ts'
import { createLabelPainter } from './labelPainter.ts'
import { createLabelRoom } from './labelRoom.ts'
import { canvasPixelsInto } from './pixelRows.ts'
import { tilesOf, type Tile } from './tiles.ts'

/** Samples of each pixel along the edges of the block. */
const samplesPerPixel = 4

/** What a studio takes from the scene on the screen. */
export interface ScreenScene {
  readonly renderer: WebGLRenderer
  /** Whose picture is on the screen. */
  readonly picture: PictureLab
  readonly palette: ScenePalette
  /** CSS pixels of the canvas, and of what panels cover. */
  readonly size: () => { readonly width: number; readonly height: number }
  readonly insets: Insets
  readonly host: HTMLElement
  readonly labels: Parameters<typeof createPictureLabels>[3]
  readonly frame: Parameters<typeof createPictureFrame>[3]
}

/** The canvas that a wish is drawn in, in CSS pixels: how large it is, and what of it is kept. */
export interface Framing {
  readonly width: number
  readonly height: number
  readonly insets: Insets
  readonly kept: FreeArea
}

const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
/** The numbers of the axes stand out of the area that the landscape is fitted in by so much, in CSS pixels. */
const axisPixels = 20

/** Whole pixels, so that nothing is drawn between two. */
export function framingOf(wish: Pick<PictureWish, 'size'>, screen: Pick<ScreenScene, 'size' | 'insets'>): Framing {
  if (wish.size) {
    const { width, height } = wish.size
    return { width, height, insets: noInsets, kept: { left: 0, top: 0, width, height } }
  }
  const { width, height } = screen.size()
  const free = freeAreaOf(width, height, screen.insets)
  const left = Math.ceil(Math.max(0, free.left - axisPixels))
  const top = Math.ceil(free.top)
  const right = Math.max(left + 1, Math.floor(Math.min(width, free.left + free.width + axisPixels)))
  const bottom = Math.max(top + 1, Math.floor(Math.min(height, free.top + free.height + axisPixels)))
  return { width, height, insets: screen.insets, kept: { left, top, width: right - left, height: bottom - top } }
}

/** Draws pictures beside the one on the screen, with the same graphics card: nothing that is on the screen is touched. */
export function createStudio(screen: ScreenScene, picture: PictureLab, wish: PictureWish): PictureStudio {
  const { renderer, palette } = screen
  const { scale, isTransparent, hasLabels } = wish
  const framing = framingOf(wish, screen)
  const { kept } = framing
  const [columns, rows] = [Math.round(kept.width * scale), Math.round(kept.height * scale)]
  const tiles = tilesOf(kept, scale, columns, rows)

  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d', { alpha: isTransparent, willReadFrequently: true })
  if (!context) throw new Error('This browser has no room for a picture of that size. Choose a smaller one.')

  const viewpoint = createViewpoint(picture.store.getState().camera)
  viewpoint.setSize(framing.width, framing.height)
  viewpoint.setInsets(framing.insets)
  const isOwn = picture === screen.picture
  const parts = createPictureParts()
  parts.setPalette(palette)
  const frame = createPictureFrame(picture, parts, viewpoint, isOwn ? screen.frame : null)
  const objects = createPictureObjects(parts)
  const scene = new Scene()
  scene.add(objects.group)
  const room = createLabelRoom(screen.host, framing.width, framing.height)
  const painter = createLabelPainter(room.element, scale, !isTransparent)
  const labels = createPictureLabels(picture, painter, viewpoint, isOwn ? screen.labels : null)
  const [largest] = tiles
  const target = new WebGLRenderTarget(
    (largest?.columns ?? 1) + 2 * (largest?.margin ?? 0),
    (largest?.rows ?? 1) + 2 * (largest?.margin ?? 0),
    { samples: Math.min(samplesPerPixel, renderer.capabilities.maxSamples) },
  )
  const read = new Uint8Array(4 * target.width * target.height)

  function render({ seen, columns: width, rows: height, margin }: Tile) {
    viewpoint.look(seen)
    const [across, down] = [width + 2 * margin, height + 2 * margin]
    parts.field.uniforms.uViewport.value.set(across, down)
    const restore = keepClear(renderer)
    renderer.setClearColor(paperOf(palette), isTransparent ? 0 : 1)
    target.viewport.copy(new Vector4(0, 0, across, down))
    renderer.setRenderTarget(target)
    renderer.render(scene, viewpoint.camera)
    renderer.setRenderTarget(null)
    restore()
  }

  async function drawTile(sheet: CanvasRenderingContext2D, tile: Tile) {
    render(tile)
    const [across, down] = [tile.columns + 2 * tile.margin, tile.rows + 2 * tile.margin]
    await renderer.readRenderTargetPixelsAsync(target, 0, 0, across, down, read)
    const pixels = new Uint8ClampedArray(4 * tile.columns * tile.rows)
    canvasPixelsInto(pixels, read, across, down, tile.margin)
    sheet.putImageData(new ImageData(pixels, tile.columns, tile.rows), tile.column, tile.row)
  }

  return {
    async draw(camera, nowMs) {
      viewpoint.rig.cutTo(camera)
      viewpoint.apply()
      const prepared = frame.prepare(scale, nowMs)
      if (!prepared) throw new Error('There is no landscape yet. Wait a moment, and try again.')
      objects.renew()
      // Now, and not when the last tile is there: the landscape may have moved on by then.
      labels.write(prepared)
      for (const tile of tiles) {
        if (renderer.getContext().isContextLost()) throw new Error(lostSentence)
        // oxlint-disable-next-line no-await-in-loop -- one target for all
        await drawTile(context, tile)
      }
      if (hasLabels) painter.paint(context, kept.left, kept.top)
      return canvas
    },
    dispose() {
      target.dispose()
      parts.dispose()
      room.dispose()
    },
  }
}

export const lostSentence = 'The 3-D picture was interrupted by the browser. Try again when it is back.'

/** In display values as they are: into a target of our own, the renderer converts nothing. */
function paperOf({ paper }: ScenePalette): Color {
  const { x, y, z } = displayColourInto(new Vector3(), paper)
  return new Color(x, y, z)
}

function keepClear(renderer: WebGLRenderer): () => void {
  const colour = renderer.getClearColor(new Color())
  const alpha = renderer.getClearAlpha()
  return () => renderer.setClearColor(colour, alpha)
}
