/** Bytes of a pixel: red, green, blue, alpha. */
const channels = 4

/**
 * Turns what a graphics card gives (rows from the bottom up, colours multiplied by their alpha) into what a canvas takes (rows from the top
 * down, plain colours), and cuts `margin` pixels off every side. `read`: columns x rows pixels; `out`: those without the margins.
 * A light that adds, which has more colour than alpha, is cut at white.
 */
export function canvasPixelsInto(
  out: Uint8ClampedArray<ArrayBuffer>,
  read: Uint8Array,
  columns: number,
  rows: number,
  margin: number,
): Uint8ClampedArray<ArrayBuffer> {
  const width = columns - 2 * margin
  const height = rows - 2 * margin
  for (let row = 0; row < height; row++) {
    const from = channels * ((rows - 1 - margin - row) * columns + margin)
    out.set(read.subarray(from, from + channels * width), channels * row * width)
  }
  for (let at = 0; at < out.length; at += channels) {
    const alpha = out[at + 3]
    if (alpha === 255 || alpha === 0) continue
    for (let channel = at; channel < at + 3; channel++) out[channel] = (255 * out[channel]) / alpha
  }
  return out
}
