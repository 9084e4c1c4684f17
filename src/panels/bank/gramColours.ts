import { displayFromLab, type Triple } from '../../ui/colourSpace.ts'

/** Entries of the table: −1 is the first, 0 the one in the middle, +1 the last. */
export const gramColourCount = 101

interface Poles {
  readonly opposite: Triple
  readonly none: Triple
  readonly same: Triple
}

/** Blue and orange, which colour-blind eyes tell apart, over the panel of the theme (L*, a*, b*). Lightness goes away from it evenly on both sides. */
const poles: Record<'light' | 'dark', Poles> = {
  light: { opposite: [36, 2, -46], none: [97, 0, 3], same: [40, 42, 50] },
  dark: { opposite: [74, -8, -40], none: [11, 0, -9], same: [76, 26, 58] },
}

/** The colours of overlaps from −1 to 1, as RGB bytes. */
export function makeGramColours(theme: 'light' | 'dark'): Uint8Array {
  const table = new Uint8Array(3 * gramColourCount)
  for (let k = 0; k < gramColourCount; k++) {
    displayFromLab(gramLab((2 * k) / (gramColourCount - 1) - 1, theme)).forEach((value, channel) => {
      table[3 * k + channel] = Math.round(255 * Math.min(1, Math.max(0, value)))
    })
  }
  return table
}

/** The colour of an overlap, in L*a*b*. */
export function gramLab(overlap: number, theme: 'light' | 'dark'): Triple {
  const { opposite, none, same } = poles[theme]
  const pole = overlap < 0 ? opposite : same
  const share = Math.min(1, Math.abs(overlap))
  const at = (axis: 0 | 1 | 2) => none[axis] + share * (pole[axis] - none[axis])
  return [at(0), at(1), at(2)]
}

/** A Gram matrix as the pixels of an image, P x P, RGBA. */
export function gramPixelsInto(
  out: Uint8ClampedArray,
  gram: ArrayLike<number>,
  colours: Uint8Array,
): Uint8ClampedArray {
  const middle = (gramColourCount - 1) / 2
  for (let k = 0; 4 * k < out.length; k++) {
    const entry = 3 * Math.round(middle * (1 + Math.min(1, Math.max(-1, gram[k]))))
    out[4 * k] = colours[entry]
    out[4 * k + 1] = colours[entry + 1]
    out[4 * k + 2] = colours[entry + 2]
    out[4 * k + 3] = 255
  }
  return out
}

/** The same colours as a CSS gradient, for the legend. */
export function gramGradient(colours: Uint8Array): string {
  const stops = [0, 25, 50, 75, 100].map((k) => `rgb(${colours[3 * k]} ${colours[3 * k + 1]} ${colours[3 * k + 2]})`)
  return `linear-gradient(to right, ${stops.join(', ')})`
}

/** Whether the panel behind is dark; `panel`: a colour as `#rrggbb`. */
export function themeOfPanel(panel: string): 'light' | 'dark' {
  const [red = 255, green = 255, blue = 255] = (panel.match(/[0-9a-f]{2}/gi) ?? []).map((hex) =>
    Number.parseInt(hex, 16),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light'
}
