import { displayFromLab, labFromDisplay } from '../colourSpace.ts'
import type { Triple } from '../colourSpace.ts'

/** 256 colours from paper (0) to ink (255), packed for a canvas: alpha, blue, green, red from the highest byte. */
export type PixelColours = Uint32Array

/** A pixel that is not painted: what is behind the canvas shows through. */
export const clearPixel = 0

const packed = (display: Triple) => {
  const [r, g, b] = display.map((channel) => Math.round(255 * Math.min(1, Math.max(0, channel)))) as [
    number,
    number,
    number,
  ]
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0
}

/** Equal steps of a value are equal steps of lightness: a straight line in L*a*b*. Colours in display units, 0 to 1. */
export function makePixelColours(paper: Triple, ink: Triple): PixelColours {
  const from = labFromDisplay(paper)
  const to = labFromDisplay(ink)
  const colours = new Uint32Array(256)
  for (let value = 0; value < 256; value++) {
    const share = value / 255
    const mix = (channel: 0 | 1 | 2) => from[channel] + share * (to[channel] - from[channel])
    colours[value] = packed(displayFromLab([mix(0), mix(1), mix(2)]))
  }
  return colours
}

/** What the numbers of a picture mean. `sign`: −1 paper, 0 unknown, 1 ink. `byte`: 0 paper to 255 ink. */
export type PixelCoding = 'byte' | 'sign'

/** out[i] = colour of pixel i. Lengths: out and pixels alike; a longer `pixels` is cut. */
export function colourPixelsInto(
  out: Uint32Array,
  pixels: Uint8Array | Int8Array,
  coding: PixelCoding,
  colours: PixelColours,
): Uint32Array {
  const count = Math.min(out.length, pixels.length)
  if (coding === 'byte') {
    for (let i = 0; i < count; i++) out[i] = colours[pixels[i] ?? 0] ?? clearPixel
    return out
  }
  const ink = colours[255] ?? clearPixel
  const paper = colours[0] ?? clearPixel
  for (let i = 0; i < count; i++) {
    const pixel = pixels[i] ?? 0
    out[i] = pixel > 0 ? ink : pixel < 0 ? paper : clearPixel
  }
  return out
}

/**
 * The colours of the theme at an element: `--pixel-ink` and `--pixel-paper` where someone set them, else the ink and the
 * paper of the page. The canvas translates any CSS colour into numbers.
 */
export function readPixelColours(element: Element): PixelColours {
  const style = getComputedStyle(element)
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const read = (names: readonly string[], fallback: string): Triple => {
    const name = names.find((candidate) => style.getPropertyValue(candidate).trim() !== '')
    if (!context) return fallback === '#fff' ? [1, 1, 1] : [0, 0, 0]
    context.fillStyle = fallback
    if (name) context.fillStyle = style.getPropertyValue(name).trim()
    context.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
    return [r / 255, g / 255, b / 255]
  }
  return makePixelColours(read(['--pixel-paper', '--paper'], '#fff'), read(['--pixel-ink', '--ink'], '#222'))
}
