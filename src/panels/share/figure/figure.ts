import type { Sheet } from '../../../plots/canvasSurface.ts'

/** Something on the page that can be saved as a figure. */
export type Figure = DrawnFigure | ElementFigure

interface FigureWords {
  /** Stays the same as long as the figure is on the page. */
  readonly id: string
  /** In the list of figures. */
  readonly label: string
  /** What it shows and how it was made, behind its caption: for those who cannot see it, and in the file. */
  readonly description: string
}

/** Drawn by our own code on any sheet. */
export interface DrawnFigure extends FigureWords {
  readonly kind: 'drawn'
  /** How high it is at a width, both in pixels of 1/96 inch. */
  readonly heightOf: (width: number, rem: number) => number
  readonly draw: (sheet: Sheet) => void
  /** Words about what it holds as pixels, where it does. */
  readonly rasterWords?: string
}

/** An SVG of the page. */
export interface ElementFigure extends FigureWords {
  readonly kind: 'element'
  readonly element: SVGSVGElement
}
