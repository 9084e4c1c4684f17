import type { RandomSource } from './random.ts'
import type { Vector } from './vector.ts'

/** What of a picture is hidden. Windows are in fractions of its width and height. */
export type PictureOcclusion =
  | { readonly kind: 'none' }
  | { readonly kind: 'half'; readonly hides: 'left' | 'right' | 'top' | 'bottom' }
  | {
      readonly kind: 'window'
      readonly shows: 'inside' | 'outside'
      readonly window: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
    }

/**
 * Turns exactly `count` values to their opposite, in place; which ones, the generator chooses, each set equally likely (Knuth's algorithm S).
 *
 * One more flip with the same generator keeps the others and adds one, so that a slider adds pixel to pixel. `count` is held between 0 and N.
 */
export function flipInto<V extends Int8Array | Vector>(pixels: V, count: number, random: RandomSource): V {
  const n = pixels.length
  let left = Math.min(Math.max(Math.round(count), 0), n)
  for (let i = 0; i < n; i++) {
    if (random.uniform() * (n - i) < left) {
      pixels[i] = -pixels[i]
      left -= 1
    }
  }
  return pixels
}

/** Adds independent normal numbers of standard deviation `deviation` to the values, in place. Same generator, same picture of noise, scaled. */
export function addNoiseInto<V extends Vector>(values: V, deviation: number, random: RandomSource): V {
  for (let i = 0; i < values.length; i++) values[i] = values[i] + deviation * random.normal()
  return values
}

/**
 * Sets to 0 (unknown) the pixels that an occlusion hides, in place. A pixel belongs where its centre lies.
 *
 * `values`: columns x rows numbers, row by row from the top.
 */
export function occludeInto<V extends Int8Array | Vector>(
  values: V,
  size: { readonly columns: number; readonly rows: number },
  occlusion: PictureOcclusion,
): V {
  if (occlusion.kind === 'none') return values
  const { columns, rows } = size
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isHidden(occlusion, (column + 0.5) / columns, (row + 0.5) / rows)) values[row * columns + column] = 0
    }
  }
  return values
}

/** Whether the point at these fractions of the width and height is hidden. */
function isHidden(occlusion: Exclude<PictureOcclusion, { kind: 'none' }>, across: number, down: number): boolean {
  if (occlusion.kind === 'window') {
    const { left, top, width, height } = occlusion.window
    const isInside = across >= left && across < left + width && down >= top && down < top + height
    return isInside !== (occlusion.shows === 'inside')
  }
  switch (occlusion.hides) {
    case 'left':
      return across < 0.5
    case 'right':
      return across > 0.5
    case 'top':
      return down < 0.5
    case 'bottom':
      return down > 0.5
  }
}
