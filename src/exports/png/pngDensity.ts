import { joinedBytes } from '../joinedBytes.ts'
import { makePngChunk, pngChunks } from '../metadata/pngChunks.ts'

const inchesPerMetre = 39.370_078_74

/**
 * The PNG with its resolution written into it (pHYs), so that it prints as large as it was asked for. `dotsPerInch`: of both axes. Bytes that are no
 * PNG come back as they were.
 */
export function addDensityToPng(png: Uint8Array<ArrayBuffer>, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const [header] = pngChunks(png)
  if (header?.type !== 'IHDR') return png
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round(dotsPerInch * inchesPerMetre)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  // The unit is the metre.
  data[8] = 1
  const at = header.dataTo + 4
  return joinedBytes([png.subarray(0, at), makePngChunk('pHYs', data), png.subarray(at)])
}
