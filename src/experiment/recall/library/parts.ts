import type { LibraryPart } from './libraryItem.ts'

/** A part and the pixels that it takes: from this column and row to before those. */
type PartPixels = readonly [id: string, title: string, left: number, top: number, right: number, bottom: number]

const faceParts: readonly PartPixels[] = [
  ['eyes', 'The eyes', 2, 3, 14, 8],
  ['mouth', 'The mouth', 2, 9, 14, 15],
]

/** By the id of the picture; in its own pixels. */
const pixelsOfParts: Readonly<Record<string, readonly PartPixels[]>> = {
  cat: [
    // 253 of 1,024 pixels: the other three quarters are hidden when it is shown alone.
    ['tail', 'The tail', 21, 2, 32, 25],
    ['head', 'The head', 2, 0, 19, 14],
    ['ears', 'The ears', 2, 0, 19, 6],
  ],
  dog: [
    ['tail', 'The tail', 0, 18, 9, 32],
    ['head', 'The head', 10, 0, 32, 15],
    ['ear', 'The ear', 10, 1, 20, 15],
  ],
  rabbit: [
    ['ears', 'The ears', 4, 0, 18, 11],
    ['head', 'The head', 2, 8, 18, 20],
    ['tail', 'The tail', 24, 18, 32, 30],
  ],
  bird: [
    ['head', 'The head', 0, 3, 16, 13],
    ['wing', 'The wing', 11, 11, 27, 22],
    ['tail', 'The tail', 20, 15, 32, 29],
  ],
  fish: [
    ['tail', 'The tail', 23, 6, 32, 27],
    ['head', 'The head', 0, 7, 14, 26],
  ],
  elephant: [
    ['trunk', 'The trunk', 0, 9, 12, 29],
    ['ear', 'The ear', 10, 4, 21, 18],
    ['legs', 'The legs', 10, 23, 32, 32],
  ],
  owl: [
    ['eyes', 'The eyes', 4, 4, 28, 14],
    ['tufts', 'The tufts', 3, 0, 29, 7],
  ],
  turtle: [
    ['head', 'The head', 0, 12, 11, 23],
    ['shell', 'The shell', 8, 4, 32, 22],
  ],
  butterfly: [
    ['wing', 'One wing', 0, 1, 13, 18],
    ['feelers', 'The feelers', 8, 0, 24, 10],
  ],
  horse: [
    ['head', 'The head', 0, 6, 15, 24],
    ['mane', 'The mane', 17, 5, 32, 32],
    ['ears', 'The ears', 8, 0, 19, 8],
  ],
  smiling: faceParts,
  laughing: faceParts,
  sad: faceParts,
  surprised: faceParts,
  winking: faceParts,
  neutral: faceParts,
  asleep: faceParts,
}

/** The parts of a picture as windows; none where none is named. */
export function partsOf(id: string, columns: number, rows: number): readonly LibraryPart[] {
  return (pixelsOfParts[id] ?? []).map(([part, title, left, top, right, bottom]) => ({
    id: part,
    title,
    window: {
      left: left / columns,
      top: top / rows,
      width: (right - left) / columns,
      height: (bottom - top) / rows,
    },
  }))
}
