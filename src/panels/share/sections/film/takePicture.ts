import type { PictureCapture, PictureWish } from '../../../../store/pictureLab.ts'

/** One picture of what is on the screen. Fails with a sentence. */
export async function takePicture(capture: PictureCapture, wish: PictureWish): Promise<HTMLCanvasElement> {
  const studio = capture.openStudio(capture.picture, wish)
  try {
    return await studio.draw(capture.picture.store.getState().camera, performance.now())
  } finally {
    studio.dispose()
  }
}

/** The same as the bytes of a PNG. */
export async function takePng(capture: PictureCapture, wish: PictureWish): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = await takePicture(capture, wish)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // The memory of a large canvas is held until it is collected, which may be long.
  canvas.width = canvas.height = 0
  if (blob === null) throw new Error('This browser could not make a PNG of that size. Choose a smaller one.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** What went wrong, to the person. */
export function failureWords(error: unknown): string {
  return error instanceof Error ? error.message : 'That did not work.'
}
