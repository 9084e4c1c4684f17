import { readTokens, type Tokens } from '../../ui/readTokens.ts'

/** How a figure looks: light on white, the dark theme, or light without a ground. */
export type FigureTheme = 'light' | 'dark' | 'transparent'

/** Sizes of a figure do not follow the screen: between these, by its width, so that its letters print at 7 to 9 points. */
const remAt = { least: 12.5, most: 16 } as const
const remsAcross = 27

/** Pixels of 1rem in a figure of a width in pixels of 1/96 inch. */
export function figureRem(width: number): number {
  return Math.min(remAt.most, Math.max(remAt.least, width / remsAcross))
}

/** The tokens of the theme of a figure, whichever is on the page now. */
export function figureTokens(theme: FigureTheme, width: number): Tokens {
  return { ...withTheme(theme, () => readTokens(document.documentElement)), rem: figureRem(width), mark: 1 }
}

/** On paper the ground is white, not warm: that is for screens. */
const paperColours = ['--paper', '--panel'] as const
const paperWhite = '#ffffff'

/** Reads styles as if the page were in the theme of a figure: it is changed and put back before anything is drawn. */
export function withTheme<T>(theme: FigureTheme, read: () => T): T {
  const { dataset, style } = document.documentElement
  const before = dataset['theme']
  dataset['theme'] = theme === 'dark' ? 'dark' : 'light'
  if (theme !== 'dark') for (const name of paperColours) style.setProperty(name, paperWhite)
  try {
    return read()
  } finally {
    if (before === undefined) delete dataset['theme']
    else dataset['theme'] = before
    for (const name of paperColours) style.removeProperty(name)
  }
}
