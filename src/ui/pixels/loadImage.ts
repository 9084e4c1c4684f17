import { headerBytes, readImageHeader } from './imageHeader.ts'
import type { ImageHeader } from './imageHeader.ts'
import { sumTones } from './scaleImage.ts'
import type { ToneSums } from './scaleImage.ts'
import { makeInertSvg } from './svgImage.ts'

/** An image that was read: small enough to work with, its transparent parts white. */
export interface LoadedImage {
  readonly canvas: HTMLCanvasElement
  readonly tones: ToneSums
  readonly name: string
}

export type ImageResult =
  | { readonly kind: 'image'; readonly image: LoadedImage }
  /** A sentence to the person who picked the file. */
  | { readonly kind: 'refused'; readonly sentence: string }

/** 30 MB, so that a slip does not fill the memory. */
export const largestFileBytes = 30_000_000
/** 40 megapixels: decoded they take 160 MB. */
const largestImagePixels = 40_000_000
/** Longer sides are scaled down to this after decoding, SVG is drawn as large: an eighth of it still gives 128 pixels. */
const workingSide = 1024

const readable = 'Use a PNG, JPEG, WebP, GIF or SVG.'

/** Why a file is refused by its first bytes; null: it may be decoded. */
export function headerRefusal(header: ImageHeader): string | null {
  switch (header.kind) {
    case 'svg':
      return null
    case 'other':
      return header.name === null
        ? `This file is not a picture that can be read here. ${readable}`
        : `${header.name} files cannot be read here. ${readable}`
    case 'broken':
      return `This ${header.format} is damaged: its size cannot be read. Try another copy of it.`
    case 'raster': {
      const pixels = header.width * header.height
      if (pixels <= largestImagePixels) return null
      const millions = Math.ceil(pixels / 1e5) / 10
      return `This picture has ${millions} megapixels. Scale it down first: at most ${largestImagePixels / 1e6} fit.`
    }
    default:
      return header satisfies never
  }
}

/** Why a file is refused by its length; null: it may be opened. */
export function lengthRefusal(bytes: number): string | null {
  if (bytes === 0) return 'This file is empty. Pick another one.'
  if (bytes <= largestFileBytes) return null
  return `This file has ${Math.ceil(bytes / 1e5) / 10} MB. Save it smaller first: at most ${largestFileBytes / 1e6} MB fit.`
}

/** The file that this text would be; null: it is no SVG. */
export function svgOfText(text: string): File | null {
  const { kind } = readImageHeader(new TextEncoder().encode(text.slice(0, headerBytes)))
  return kind === 'svg' ? new File([text], 'Picture.svg', { type: 'image/svg+xml' }) : null
}

/** A name for the picture: that of its file without the ending. */
export function nameOfFile(fileName: string): string {
  const name = fileName
    .replace(/\.[a-z\d]{1,5}$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  return name.slice(0, 40) || 'Picture'
}

/** Reads a file of a person. Checks length, type and size before anything is decoded; sends nothing anywhere. */
export async function loadImage(file: File): Promise<ImageResult> {
  const refused = (sentence: string): ImageResult => ({ kind: 'refused', sentence })
  const tooLong = lengthRefusal(file.size)
  if (tooLong !== null) return refused(tooLong)
  let damaged = 'This file could not be opened. Pick it again, or another one.'
  try {
    const header = readImageHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()))
    const refusal = headerRefusal(header)
    if (refusal !== null) return refused(refusal)
    damaged = `This ${header.kind === 'raster' ? header.format : 'SVG'} is damaged and cannot be drawn. Try another copy of it.`
    const image = await (header.kind === 'svg' ? drawSvg(file) : drawRaster(file))
    return image ? { kind: 'image', image: { ...image, name: nameOfFile(file.name) } } : refused(damaged)
  } catch {
    return refused(damaged)
  }
}

/** A picture from the camera, as it is now. */
export function loadVideoFrame(video: HTMLVideoElement, name: string): LoadedImage | null {
  const image = draw(video, video.videoWidth, video.videoHeight)
  return image && { ...image, name }
}

type Drawn = Omit<LoadedImage, 'name'>

async function drawRaster(file: File): Promise<Drawn | null> {
  // The camera may have been held upright: the file says so, and the browser turns the picture. Scaling it down in the same
  // call was tried: no faster, and the page stands still as long.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    return draw(bitmap, bitmap.width, bitmap.height)
  } finally {
    bitmap.close()
  }
}

async function drawSvg(file: File): Promise<Drawn | null> {
  const bytes = await file.arrayBuffer()
  const inert = makeInertSvg(decodeText(bytes), workingSide)
  if (inert === null) return null
  const address = URL.createObjectURL(new Blob([inert], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    return draw(picture, picture.naturalWidth, picture.naturalHeight)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function decodeText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function draw(source: CanvasImageSource, width: number, height: number): Drawn | null {
  const scale = Math.min(1, workingSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || width === 0 || height === 0) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return { canvas, tones: sumTones(data, canvas.width, canvas.height) }
}
