import { describe, expect, it } from 'vitest'
import { gramColourCount, gramLab, gramPixelsInto, makeGramColours, themeOfPanel } from './gramColours.ts'

describe.each(['light', 'dark'] as const)('the colours of overlaps, %s', (theme) => {
  const away = (overlap: number) => Math.abs(gramLab(overlap, theme)[0] - gramLab(0, theme)[0])

  it('stand out more the larger the overlap is, on both sides', () => {
    for (const sign of [-1, 1]) {
      for (let k = 1; k <= 20; k++) expect(away((sign * k) / 20)).toBeGreaterThan(away((sign * (k - 1)) / 20))
    }
    expect(Math.abs(away(1) - away(-1))).toBeLessThan(6)
  })

  it('tell the sign by blue and yellow, which all eyes but very few do', () => {
    for (let k = 1; k <= 10; k++) {
      const [same, opposite] = [gramLab(k / 10, theme), gramLab(-k / 10, theme)]
      expect(same[2] - opposite[2]).toBeGreaterThan(8 * k)
    }
  })

  it('can be shown on a screen', () => {
    const table = makeGramColours(theme)
    const ends = [0, (gramColourCount - 1) / 2, gramColourCount - 1].map((k) =>
      Array.from(table.slice(3 * k, 3 * k + 3)),
    )
    expect(new Set(ends.map(String)).size).toBe(3)
  })
})

it('paints one pixel an entry', () => {
  const colours = makeGramColours('light')
  const out = gramPixelsInto(new Uint8ClampedArray(16), [1, -1, 0, 2], colours)
  expect(Array.from(out.slice(0, 3))).toEqual(Array.from(colours.slice(-3)))
  expect(Array.from(out.slice(4, 7))).toEqual(Array.from(colours.slice(0, 3)))
  expect(Array.from(out.slice(12, 15))).toEqual(Array.from(colours.slice(-3)))
  expect(out[15]).toBe(255)
})

it('knows a dark panel', () => {
  expect(themeOfPanel('#fbf8f1')).toBe('light')
  expect(themeOfPanel('#121c2c')).toBe('dark')
})
