/** A part of an image, in pixels of the image, always inside it. */
export interface Crop {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Corners as signs: right is 1, left −1; down is 1, up −1. */
export interface Corner {
  readonly right: -1 | 1
  readonly down: -1 | 1
}

/** A crop is not dragged smaller than this many pixels of the image on its shorter side. */
const smallestCrop = 8

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(Math.max(low, high), value))

/** The largest crop of an aspect (width over height), in the middle. */
export function largestCrop(image: ImageSize, aspect: number): Crop {
  const width = Math.min(image.width, image.height * aspect)
  const height = width / aspect
  return { left: (image.width - width) / 2, top: (image.height - height) / 2, width, height }
}

export function moveCrop(crop: Crop, image: ImageSize, right: number, down: number): Crop {
  return {
    ...crop,
    left: clamp(crop.left + right, 0, image.width - crop.width),
    top: clamp(crop.top + down, 0, image.height - crop.height),
  }
}

/** The least width: both sides at least `smallestCrop`, as far as the image has room. */
function leastWidth(image: ImageSize, aspect: number): number {
  return Math.min(largestCrop(image, aspect).width, smallestCrop * Math.max(1, aspect))
}

/** Puts a corner at a point, keeps the opposite corner and the aspect, and stays inside the image. */
export function dragCorner(crop: Crop, image: ImageSize, corner: Corner, to: { x: number; y: number }): Crop {
  const aspect = crop.width / crop.height
  const fixedX = corner.right === 1 ? crop.left : crop.left + crop.width
  const fixedY = corner.down === 1 ? crop.top : crop.top + crop.height
  const room = Math.min(
    corner.right === 1 ? image.width - fixedX : fixedX,
    aspect * (corner.down === 1 ? image.height - fixedY : fixedY),
  )
  // The mean of both directions: the corner stays near the pointer wherever it is dragged.
  const wish = (corner.right * (to.x - fixedX) + aspect * corner.down * (to.y - fixedY)) / 2
  const width = clamp(wish, Math.min(leastWidth(image, aspect), room), room)
  const height = width / aspect
  return {
    left: corner.right === 1 ? fixedX : fixedX - width,
    top: corner.down === 1 ? fixedY : fixedY - height,
    width,
    height,
  }
}

/** Makes the crop larger (factor over 1) or smaller around its middle; at an edge of the image it moves away from it. */
export function scaleCrop(crop: Crop, image: ImageSize, factor: number): Crop {
  const aspect = crop.width / crop.height
  const width = clamp(crop.width * factor, leastWidth(image, aspect), largestCrop(image, aspect).width)
  const height = width / aspect
  const grown = {
    left: crop.left + (crop.width - width) / 2,
    top: crop.top + (crop.height - height) / 2,
    width,
    height,
  }
  return moveCrop(grown, image, 0, 0)
}
