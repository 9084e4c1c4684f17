import { drawUnderHeading, headingHeight } from '../../../plots/figure/drawHeading.ts'
import type { Sheet } from '../../../plots/canvasSurface.ts'
import type { FigureOffer, FigureOrigin } from './figure.ts'

interface PlotWish {
  readonly id: string
  readonly label: string
  /** Height over width, without the heading. */
  readonly shape: number
  readonly origin?: FigureOrigin
  /** Null while what it shows is not there. */
  readonly plot: () => { readonly description: string; readonly draw: (sheet: Sheet) => void } | null
}

/** A plot of the page, drawn anew under its name. */
export function plotOffer({ id, label, shape, origin, plot }: PlotWish): FigureOffer {
  return {
    id,
    label,
    ...(origin && { origin }),
    make() {
      const found = plot()
      return (
        found && {
          kind: 'drawn',
          id,
          label,
          description: found.description,
          heightOf: (width, rem) => headingHeight(rem) + shape * width,
          draw: (sheet) => drawUnderHeading(sheet, label, found.draw),
        }
      )
    },
  }
}
