import { parseDocument } from '../../../experiment/file/documentFile.ts'
import { glbBytes, glbFile } from '../../../exports/solid/glbFile.ts'
import { landscapeSolid, solidTriangleCount, type SolidOptions } from '../../../exports/solid/landscapeSolid.ts'
import { stlBytes, stlFile } from '../../../exports/solid/stlFile.ts'
import { makeLandscape, sampleLandscapeInto, type Landscape } from '../../../model/landscape.ts'
import { densityTable, energyTable, tableEntry } from '../../../plots/colourTables.ts'
import type { LabState } from '../../../store/labState.ts'
import type { PictureLab } from '../../../store/pictureLab.ts'
import { shownHeader } from '../shownHeader.ts'

export type PrintFormat = 'stl' | 'glb'

export const mediaTypes: Readonly<Record<PrintFormat, string>> = { stl: 'model/stl', glb: 'model/gltf-binary' }

/** Size of the file, in bytes; of glTF without its words, which are few. */
export function printBytes(format: PrintFormat, columns: number): number {
  return format === 'stl' ? stlBytes(solidTriangleCount(columns)) : glbBytes(columns)
}

/** The ground that the picture shows now as a file for a printer; null before the first landscape. Throws the sentences of `landscapeSolid`. */
export function printFile(
  picture: PictureLab,
  shown: Pick<LabState, 'experiment' | 'readOnly'>,
  title: string,
  { format, ...options }: SolidOptions & { readonly format: PrintFormat },
): Uint8Array<ArrayBuffer> | null {
  const { cell, store } = picture
  const isDensity = store.getState().phase?.quantity === 'density'
  const landscape = isDensity ? cell.landscape : sampled(cell, options.columns)
  if (landscape === null) return null
  const solid = landscapeSolid(landscape, cell.view, options)
  const header = shownHeader(shown, title, '#/landscape')
  if (format === 'stl') return stlFile(solid, `Memoryscape ${header.version}: ${header.title}`)
  const table = isDensity ? densityTable(false) : energyTable
  const colourOf = (share: number) => {
    const at = tableEntry(share)
    return [table[at] / 255, table[at + 1] / 255, table[at + 2] / 255] as const
  }
  return glbFile(solid, colourOf, { ...header, document: wholeDocument(shown) })
}

/** Of a newer document what came, with what is not understood. */
function wholeDocument({ experiment, readOnly }: Pick<LabState, 'experiment' | 'readOnly'>): unknown {
  if (readOnly === null) return experiment
  const parsed = parseDocument(readOnly.text)
  return parsed.ok ? parsed.experiment : parsed.newer?.value
}

/** The energy at as many points as the print has, and not only at those of the picture. */
function sampled({ landscape, system }: PictureLab['cell'], columns: number): Landscape | null {
  if (landscape === null || system === null) return landscape
  return sampleLandscapeInto(makeLandscape(columns, columns), system, landscape.extent)
}
