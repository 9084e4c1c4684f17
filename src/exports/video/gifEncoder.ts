import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import { createColourCensus } from './colourCensus.ts'
import type { FilmEncoder } from './filmEncoder.ts'
import type { FilmShape } from './filmFormat.ts'
import { delayHundredths, ditherInto, keepUnchangedInto } from './gifPixels.ts'

/** Frames that the colours are chosen from. */
const studiedFrames = 6
/** One of the 256 stands for "as before". */
const mostColours = 255
/** Leave the frame where it is: the next one is drawn over it. */
const keepFrame = 1
const millisecondsPerHundredth = 10

/**
 * A GIF with one palette for the whole film, so that what does not move does not flicker, and frames that hold only what has changed. `breathe`: called
 * between the steps of a frame, each of which takes as long as a frame of the screen or longer.
 */
export function createGifEncoder({ width, height, fps }: FilmShape, breathe: () => Promise<void>): FilmEncoder {
  const encoder = GIFEncoder()
  const census = createColourCensus()
  const pixels = new Uint8ClampedArray(4 * width * height)
  let palette: [number, number, number][] | null = null
  let before: Uint8Array | null = null

  const read = (canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')
    if (!context) throw new Error('The frames of the film cannot be read.')
    return context.getImageData(0, 0, width, height).data
  }

  return {
    studied: studiedFrames,
    study: (canvas) => census.add(read(canvas)),
    async addFrame(canvas, { index }) {
      palette ??= [...quantize(census.samples(), mostColours), [0, 0, 0]]
      const colours = palette.slice(0, -1)
      ditherInto(pixels, read(canvas), width)
      await breathe()
      const indices = applyPalette(pixels, colours)
      await breathe()
      const frame =
        before === null ? indices : keepUnchangedInto(new Uint8Array(indices.length), indices, before, colours.length)
      encoder.writeFrame(frame, width, height, {
        ...(before === null && { palette }),
        transparent: before !== null,
        transparentIndex: colours.length,
        delay: millisecondsPerHundredth * delayHundredths(index, fps),
        dispose: keepFrame,
      })
      before = indices
    },
    async finish() {
      encoder.finish()
      return new Blob([encoder.bytes()], { type: 'image/gif' })
    },
    async cancel() {
      before = null
    },
  }
}
