import type { RefObject } from 'react'
import { fitCells, type CellFit } from '../../ui/pixels/fitCells.ts'
import { useElementSize } from '../../ui/useElementSize.ts'

export interface PictureFit extends CellFit {
  /** Where the picture begins in its box: it stands in the middle. CSS pixels. */
  readonly left: number
  readonly top: number
}

/** Where a `PixelPicture` that fills this element draws its cells, for what is laid over it. */
export function usePictureFit(ref: RefObject<Element | null>, columns: number, rows: number): PictureFit {
  const { width, height } = useElementSize(ref)
  const fit = fitCells(columns, rows, { width, height }, window.devicePixelRatio)
  return { ...fit, left: (width - fit.width) / 2, top: (height - fit.height) / 2 }
}
