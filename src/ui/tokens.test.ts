import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayFromLinear, labFromDisplay, linearFromDisplay, type Triple } from './colourSpace.ts'
import { colourDeficiencies } from './colourVision.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The opaque colours of the block that follows a selector: name without dashes → '#rrggbb'. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const themes = { light: colours(':root'), dark: colours(":root[data-theme='dark']") }
const memoryColours = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `memory-${k}`)
const textColours = ['ink', 'ink-soft', 'accent', ...memoryColours, 'stable', 'unstable', 'warning', 'failure']

describe.each(Object.entries(themes))('the %s theme', (_name, theme) => {
  it.each(textColours)('shows text in --%s at 4.5:1 or more on paper and panel', (name) => {
    expect(contrast(theme[name], theme['paper'])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme[name], theme['panel'])).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the borders of controls at 3:1 or more', () => {
    expect(contrast(theme['control-border'], theme['paper'])).toBeGreaterThanOrEqual(3)
    expect(contrast(theme['control-border'], theme['panel'])).toBeGreaterThanOrEqual(3)
  })
})

/** The eye as it usually is, and deficient ones. */
const eyes: Record<string, readonly [Triple, Triple, Triple]> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  ...colourDeficiencies,
}

function seenLab(colour: string, eye: readonly [Triple, Triple, Triple]): Triple {
  const linear = [1, 3, 5].map((at) => linearFromDisplay(parseInt(colour.slice(at, at + 2), 16) / 255))
  const shown = eye.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, k) => sum + part * linear[k], 0),
      ),
    ),
  )
  return labFromDisplay(shown.map(displayFromLinear) as unknown as Triple)
}

describe.each(Object.entries(themes))('the memories of the %s theme', (_name, theme) => {
  it.each(Object.entries(eyes))('have eight colours that stay apart with %s', (_eye, matrix) => {
    const seen = memoryColours.map((name) => seenLab(theme[name], matrix))
    for (const [k, one] of seen.entries()) {
      for (const other of seen.slice(k + 1)) {
        // Neighbours of a good qualitative palette are 15 to 20 apart.
        expect(Math.hypot(...one.map((value, axis) => value - other[axis]))).toBeGreaterThan(20)
      }
    }
  })
})

it('is the same dark by choice and by system', () => {
  expect(colours(":root:not([data-theme='light'])")).toEqual(themes.dark)
})
