import { colourPixelsInto, readPixelColours } from './pixelColours.ts'
import type { PixelCoding, PixelColours } from './pixelColours.ts'

/** Paints pictures on a canvas of one canvas pixel a cell; CSS makes it larger. */
export interface PixelCanvas {
  readonly paint: (pixels: Uint8Array | Int8Array, coding: PixelCoding) => void
  /** The theme changed: the next `paint` reads the colours again. */
  readonly forgetColours: () => void
}

/** Keeps one image of the canvas's size and writes it in one go: 0.1 ms for 128 x 128. */
export function createPixelCanvas(canvas: HTMLCanvasElement): PixelCanvas {
  const context = canvas.getContext('2d')
  let image: ImageData | null = null
  let words = new Uint32Array(0)
  let colours: PixelColours | null = null
  return {
    paint: (pixels, coding) => {
      const { width, height } = canvas
      if (!context || width === 0 || height === 0) return
      if (image?.width !== width || image.height !== height) {
        image = context.createImageData(width, height)
        words = new Uint32Array(image.data.buffer)
      }
      colours ??= readPixelColours(canvas)
      if (pixels.length < words.length) words.fill(0)
      colourPixelsInto(words, pixels, coding, colours)
      context.putImageData(image, 0, 0)
    },
    forgetColours: () => {
      colours = null
    },
  }
}
