import type { Page } from 'playwright-core'

// Pictures that the tests make, and how they come into the page.

export interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A small picture with the greys of a photograph: a bright face before a dark ground, soft at the edge, with grain. */
export function photograph(page: Page, type: 'image/png' | 'image/jpeg' | 'image/webp'): Promise<Buffer> {
  return page
    .evaluate(async (mime) => {
      const canvas = new OffscreenCanvas(120, 90)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('There is no 2-D canvas.')
      const sky = context.createLinearGradient(0, 0, 0, 90)
      sky.addColorStop(0, '#1b2430')
      sky.addColorStop(1, '#4a4036')
      context.fillStyle = sky
      context.fillRect(0, 0, 120, 90)
      const face = context.createRadialGradient(60, 42, 6, 60, 45, 36)
      face.addColorStop(0, '#ffe9cf')
      face.addColorStop(0.8, '#c98f67')
      face.addColorStop(1, '#c98f6700')
      context.fillStyle = face
      context.fillRect(20, 5, 80, 80)
      context.fillStyle = '#2a1a14'
      for (const x of [48, 72]) context.fillRect(x - 4, 36, 8, 5)
      context.fillRect(50, 60, 20, 4)
      const picture = context.getImageData(0, 0, 120, 90)
      let seed = 1
      for (let k = 0; k < picture.data.length; k++) {
        seed = (seed * 48271) % 2147483647
        if (k % 4 !== 3) picture.data[k] += (seed / 2147483647 - 0.5) * 24
      }
      context.putImageData(picture, 0, 0)
      const blob = await canvas.convertToBlob({ type: mime, quality: 0.8 })
      if (blob.type !== mime) throw new Error(`This browser writes no ${mime}.`)
      return [...new Uint8Array(await blob.arrayBuffer())]
    }, type)
    .then((bytes) => Buffer.from(bytes))
}

/** A disc of ten by ten pixels, black on white. With codes of eight bits, a GIF of so few pixels needs no compression. */
export function discGif(): Buffer {
  const side = 10
  const colours = 128
  const clear = colours
  const end = clear + 1
  const header = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')
  header.writeUInt16LE(side, 6)
  header.writeUInt16LE(side, 8)
  // There is a table of 2^(6+1) colours.
  header[10] = 0xf6
  const table = Buffer.alloc(3 * colours)
  table.fill(0xff, 3, 6)
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, side, 0, side, 0, 0])
  const pixels = Array.from({ length: side * side }, (_, k) => {
    const [across, down] = [(k % side) - 4.5, Math.floor(k / side) - 4.5]
    return across * across + down * down < 12 ? 0 : 1
  })
  const codes = [clear, ...pixels, end]
  return Buffer.concat([header, table, frame, Buffer.from([7, codes.length, ...codes, 0, 0x3b])])
}

/** Opens the dialog that makes a memory from a picture. */
export async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /^From an image/ }).click()
  await page.getByRole('dialog', { name: 'Bring in a picture' }).waitFor()
}

/** Picks a file in that dialog. */
export async function pickFile(page: Page, file: PictureFile): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Pick a file' }).click()
  await (await chosen).setFiles(file)
}

/** The second step of the dialog: what the picture will look like. */
export async function waitForTones(page: Page): Promise<void> {
  await page.getByRole('img', { name: /will look in 32 by 32 pixels/ }).waitFor()
}

export async function takePicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use this picture' }).click()
}
