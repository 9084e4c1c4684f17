import type { ComponentType } from 'react'
import type { Sheet } from '../../../plots/canvasSurface.ts'

/** Something that can be saved as a figure. */
export type Figure = DrawnFigure | ElementFigure

interface FigureWords {
  /** A part of the name of its file. */
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

/** Where a figure is drawn from, as long as that can change. */
export interface FigureOrigin {
  /** Asks for what is computed only on demand. Call what it returns when the figure is no longer wanted. */
  readonly want?: () => () => void
  /** Calls back when there may be more to draw. */
  readonly subscribe: (listener: () => void) => () => void
  /** The sentence instead of a result, where there is none. */
  readonly failure?: () => string | null
}

/** A figure of a view, whichever of its panels are open: what it is called, and what it takes to have it. */
export interface FigureOffer {
  readonly id: string
  readonly label: string
  readonly origin?: FigureOrigin
  /** What must be on the page for it, out of sight. */
  readonly Source?: ComponentType
  /** The figure, once all is there; null before. `host` holds the source. */
  readonly make: (host: HTMLElement) => Figure | null
}
