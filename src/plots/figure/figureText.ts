import { baselineOf, measureRuns, paintRuns, runPieces, type RunStyle } from '../mathText.ts'
import type { TextSprites } from '../textSprites.ts'

/** A context that takes a line of text whole, in pieces of different faces, and keeps it text. */
interface PieceContext {
  readonly drawPieces: (
    pieces: readonly { readonly text: string; readonly font: string; readonly rise: number }[],
    placed: { readonly x: number; readonly y: number } & Pick<RunStyle, 'colour' | 'align' | 'halo' | 'haloWidth'>,
  ) => void
}

function takesPieces(context: object): context is PieceContext {
  return 'drawPieces' in context
}

/** Text for figures: real text where the context can, painted letters on a canvas; never copied pictures of letters. */
export function createFigureText(ruler: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>): TextSprites {
  const measure: TextSprites['measure'] = (runs, sizePx, tokens) => measureRuns(ruler, runs, sizePx, tokens)
  return {
    measure,
    draw(context, runs, [x, y], tokens, style) {
      const { sizePx, align = 'start' } = style
      if (takesPieces(context)) {
        context.drawPieces(runPieces(runs, sizePx, tokens), { ...style, x, y: baselineOf(y, sizePx) })
        return
      }
      const width = measure(runs, sizePx, tokens)
      const left = x - (align === 'center' ? width / 2 : align === 'end' ? width : 0)
      context.save()
      paintRuns(context, runs, [left, y], tokens, style)
      context.restore()
    },
    forget() {},
  }
}
