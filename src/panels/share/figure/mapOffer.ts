import { drawMapFigure, mapFigureHeight } from '../../../plots/figure/mapFigure.ts'
import { memoryTokenIndex } from '../../../plots/recall/memoryTokenIndex.ts'
import type { PictureLab } from '../../../store/pictureLab.ts'
import type { Recall } from '../../../store/recall/recall.ts'
import type { Tokens } from '../../../ui/readTokens.ts'
import type { FigureOffer } from './figure.ts'

/** The contour map of a view, once it has contour lines. `recall`: whose slice it is. */
export function mapOffer(picture: PictureLab, recall: Recall | undefined): FigureOffer {
  const coloursOf = ({ memories }: Tokens): readonly [string, string] | undefined => {
    const shown = recall?.cell.slice?.memories
    return shown && [memories[memoryTokenIndex(shown[0])], memories[memoryTokenIndex(shown[1])]]
  }
  const id = 'map'
  const label = recall ? 'Slice of the energy landscape' : mapLabel(picture)
  return {
    id,
    label,
    // The surface alone has no contour lines.
    origin: { want: picture.wantContours, subscribe: picture.cell.subscribe },
    make() {
      const { landscape, contours } = picture.cell
      if (!landscape || contours === null) return null
      const { columns } = landscape
      return {
        kind: 'drawn',
        id,
        label,
        description: `Contour map, traced by marching squares on a grid of ${columns} × ${columns} points; the colours are filled bands.`,
        rasterWords:
          'The basins, whose borders are found point by point, are one picture made of pixels; all else is vectors.',
        heightOf: mapFigureHeight,
        draw: (sheet) => drawMapFigure(sheet, { picture, memoryColours: coloursOf(sheet.tokens) }),
      }
    },
  }
}

function mapLabel({ store }: PictureLab): string {
  return store.getState().phase?.quantity === 'density' ? 'Stationary density' : 'Energy landscape'
}
