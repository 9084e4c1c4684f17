/** A canvas outside the page that is painted pixel by pixel, and again only when what it shows has changed. */
export interface Bitmap {
  readonly canvas: HTMLCanvasElement
  /** `key` names everything that the painter reads. `pixels`: RGBA, row by row from the top. */
  readonly paint: (key: string, columns: number, rows: number, painter: (pixels: Uint8ClampedArray) => void) => void
}

export function createBitmap(): Bitmap {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  let image: ImageData | null = null
  let painted = ''
  return {
    canvas,
    paint(key, columns, rows, painter) {
      if (!context || key === painted) return
      painted = key
      if (image?.width !== columns || image.height !== rows) {
        canvas.width = columns
        canvas.height = rows
        image = context.createImageData(columns, rows)
      }
      painter(image.data)
      context.putImageData(image, 0, 0)
    },
  }
}
