/**
 * Ordered thresholds, 8 x 8 (Bayer 1973), 0 to 63. An ordered pattern stays where it is from frame to frame: what does not move costs
 * nothing, and does not shimmer as diffused errors do.
 */
const thresholds = Uint8Array.from({ length: 64 }, (_, place) => {
  let value = 0
  for (let bit = 0; bit < 3; bit++) {
    const x = (place >> bit) & 1
    const y = (place >> (3 + bit)) & 1
    value |= (((x ^ y) << 1) | y) << (2 * (2 - bit))
  }
  return value
})

/** Width of the pattern's range of values: about the distance of two neighbouring colours of a palette on a gradient. Of 255. */
const ditherRange = 7

/** Adds the pattern to the colours of a picture (RGBA, `width` pixels in a row), so that 255 of them give smooth gradients. */
export function ditherInto(out: Uint8ClampedArray, rgba: Uint8ClampedArray, width: number): Uint8ClampedArray {
  for (let at = 0, x = 0, y = 0; at < rgba.length; at += 4) {
    const shift = ((thresholds[((y & 7) << 3) | (x & 7)] + 0.5) / 64 - 0.5) * ditherRange
    out[at] = rgba[at] + shift
    out[at + 1] = rgba[at + 1] + shift
    out[at + 2] = rgba[at + 2] + shift
    out[at + 3] = 255
    if (++x === width) {
      x = 0
      y++
    }
  }
  return out
}

/** Pixels that have the colour they had before get the index `transparent` instead: long runs of it take next to no room. */
export function keepUnchangedInto(
  out: Uint8Array,
  indices: Uint8Array,
  before: Uint8Array,
  transparent: number,
): Uint8Array {
  for (let k = 0; k < indices.length; k++) out[k] = indices[k] === before[k] ? transparent : indices[k]
  return out
}

/** Hundredths of a second that frame `index` is shown: together they are as long as the film, to half a hundredth. */
export function delayHundredths(index: number, fps: number): number {
  return Math.round((100 * (index + 1)) / fps) - Math.round((100 * index) / fps)
}
