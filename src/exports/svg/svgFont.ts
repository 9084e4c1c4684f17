/** A font of a canvas, as SVG has it. */
export interface SvgFont {
  readonly sizePx: number
  readonly isItalic: boolean
  readonly weight: string | undefined
  readonly family: string
}

/**
 * The faces that a figure asks for. A file cannot count on the page's own fonts: wherever it is opened, the first of these that is installed is
 * taken, and texts are aligned by their anchors, so that another face moves nothing.
 */
export const sansFamily = "'Source Sans 3', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif"
export const mathFamily = "'STIX Two Text', 'Latin Modern Roman', 'Times New Roman', 'Liberation Serif', Times, serif"

/** Reads `italic 12px …`, `600 12px …`: the spelling of our drawings. Fonts of formulas become the serif of formulas, all others the sans. */
export function svgFont(font: string): SvgFont {
  const sizePx = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
  const weight = /(?:^|\s)(bold|[1-9]00)\s/.exec(font)?.[1]
  return {
    sizePx,
    isItalic: /(?:^|\s)italic\s/.test(font),
    weight: weight === '400' ? undefined : weight,
    family: /KaTeX|serif/i.test(font.replaceAll('sans-serif', '')) ? mathFamily : sansFamily,
  }
}

/** The same as a canvas takes it, for measuring. */
export function canvasFont({ sizePx, isItalic, weight, family }: SvgFont): string {
  return `${isItalic ? 'italic ' : ''}${weight ? `${weight} ` : ''}${sizePx}px ${family}`
}

/** How wide text is in a font, in pixels. */
export type TextRuler = (text: string, font: SvgFont) => number

/** Widths of letters in sizes of the font, where nothing can be measured. */
const usualWidth = 0.52

/** A ruler without a browser: good enough for room beside a name. */
export const roughRuler: TextRuler = (text, { sizePx }) => usualWidth * sizePx * Array.from(text).length
