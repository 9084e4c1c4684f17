import type { PixelWindow } from '../recallSettings.ts'

export type LibraryGroup = 'animals' | 'letters' | 'digits' | 'symbols' | 'faces'

/** A picture drawn for this project. */
export interface LibraryItem {
  /** Stable. */
  readonly id: string
  readonly title: string
  readonly group: LibraryGroup
  readonly columns: number
  readonly rows: number
  /** Like those of a memory (`pixelCode.ts`). */
  readonly bits: string
  /** Parts that one may show alone. */
  readonly parts: readonly LibraryPart[]
}

export interface LibraryPart {
  readonly id: string
  readonly title: string
  readonly window: PixelWindow
}
