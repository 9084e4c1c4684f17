import { resamplePixels } from '../../../model/resample.ts'
import { decodeBits, encodeBits } from '../pixelCode.ts'
import type { PictureSize } from '../recallSettings.ts'
import { animalDrawings } from './animals.ts'
import { faceDrawings } from './faces.ts'
import { digitDrawings, letterDrawings } from './letters.ts'
import type { LibraryGroup, LibraryItem } from './libraryItem.ts'
import { partsOf } from './parts.ts'
import { symbolDrawings } from './symbols.ts'

/** Drawings of one group: a title, then its rows of # (ink) and . (paper), then the next title. */
function readDrawings(group: LibraryGroup, text: string): readonly LibraryItem[] {
  const drawings = text.trim().split(/\n(?=[^#.])/)
  return drawings.map((drawing) => {
    const [title = '', ...lines] = drawing.split('\n')
    const columns = lines[0]?.length ?? 0
    const pixels = Array.from(lines.join(''), (mark) => (mark === '#' ? 1 : -1))
    const id = title.toLowerCase()
    const parts = partsOf(id, columns, lines.length)
    return { id, title, group, columns, rows: lines.length, bits: encodeBits(pixels), parts }
  })
}

/** All pictures, in the order in which they are offered. */
export const library: readonly LibraryItem[] = [
  ...readDrawings('animals', animalDrawings),
  ...readDrawings('letters', letterDrawings),
  ...readDrawings('digits', digitDrawings),
  ...readDrawings('symbols', symbolDrawings),
  ...readDrawings('faces', faceDrawings),
]

/** The picture with this id. Throws a sentence when there is none. */
export function libraryItem(id: string): LibraryItem {
  const item = library.find((candidate) => candidate.id === id)
  if (item === undefined) throw new RangeError(`The library has no picture “${id}”.`)
  return item
}

/** The picture in this size, as the bits of a memory: resampled where the size is another one. */
export function libraryBits(item: LibraryItem, size: PictureSize): string {
  if (size.columns === item.columns && size.rows === item.rows) return item.bits
  return encodeBits(resamplePixels(decodeBits(item.bits, item.columns * item.rows), item, size))
}

/** A part of a picture by its id. Throws a sentence when the picture has no such part. */
export function libraryPart(item: LibraryItem, id: string): LibraryItem['parts'][number] {
  const part = item.parts.find((candidate) => candidate.id === id)
  if (part === undefined) throw new RangeError(`The picture “${item.id}” has no part “${id}”.`)
  return part
}
