import type { FigureTheme } from '../../../plots/figure/figureTokens.ts'
import { figureTokens, withTheme } from '../../../plots/figure/figureTokens.ts'
import { createBrowserTools } from './browserTools.ts'
import type { Figure } from './figure.ts'
import { figurePng, type PngScale } from './figurePng.ts'
import { figureSvg, pixelsPerMm, type FigureLook, type SavedSvg } from './figureSvg.ts'

export interface FigureChoice {
  readonly theme: FigureTheme
  readonly widthMm: number
  readonly caption: string
  readonly documentText: string | null
}

function lookOf({ theme, widthMm, caption, documentText }: FigureChoice): FigureLook {
  const tokens = figureTokens(theme, widthMm * pixelsPerMm)
  const background = theme === 'transparent' ? null : tokens.paper
  return { tokens, background, widthMm, caption, documentText }
}

/** A figure of the page as SVG, in a theme of its own. */
export function saveAsSvg(figure: Figure, choice: FigureChoice): SavedSvg {
  const look = lookOf(choice)
  const tools = createBrowserTools()
  // An SVG of the page is read with the styles that the theme gives it; what we draw ourselves has its colours from the tokens.
  return figure.kind === 'element'
    ? withTheme(choice.theme, () => figureSvg(figure, look, tools))
    : figureSvg(figure, look, tools)
}

/** A figure of the page as PNG. Throws a sentence where the browser cannot. */
export async function saveAsPng(
  figure: Figure,
  choice: FigureChoice,
  scale: PngScale,
): Promise<Uint8Array<ArrayBuffer>> {
  const { text } = figure.kind === 'element' ? saveAsSvg(figure, { ...choice, documentText: null }) : { text: null }
  return figurePng(figure, lookOf(choice), scale, text)
}
