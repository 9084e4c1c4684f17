import { describe, expect, it } from 'vitest'
import { displayFromLab, labFromDisplay } from './colourSpace.ts'
import { densityColour, densityColourCount, densityColours, densityLightness, densityTone } from './densityColours.ts'

const labsOf = (table: Uint8Array) =>
  Array.from({ length: densityColourCount }, (_, k) =>
    labFromDisplay([table[3 * k] / 255, table[3 * k + 1] / 255, table[3 * k + 2] / 255]),
  )

describe.each([
  { theme: 'light', isDark: false, ends: [95, 16] as const },
  { theme: 'dark', isDark: true, ends: [16, 92] as const },
])('the density colours of the $theme theme', ({ isDark, ends }) => {
  const table = densityColours(isDark)
  const labs = labsOf(table)

  it('leave the ground in nearly equal steps of lightness, and none is clipped', () => {
    const steps = labs.slice(1).map(([lightness], k) => lightness - labs[k][0])
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
    expect(Math.sign(mean)).toBe(isDark ? 1 : -1)
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.4) // bytes round L* by up to 0.2
    for (const lab of labs) {
      for (const channel of displayFromLab(lab)) {
        expect(channel).toBeGreaterThan(-0.01)
        expect(channel).toBeLessThan(1.01)
      }
    }
    // A table that was clipped would not have the lightness it was made for at its ends.
    expect(labs[0][0]).toBeCloseTo(ends[0], 0)
    expect(labs.at(-1)?.[0]).toBeCloseTo(ends[1], 0)
  })

  it('hold no violet: red never exceeds green but near paper', () => {
    for (let k = isDark ? 0 : densityColourCount / 4; k < densityColourCount; k += 1) {
      expect(table[3 * k]).toBeLessThanOrEqual(table[3 * k + 1])
    }
  })

  it('have the lightness that is told of them', () => {
    for (const share of [0, 0.1, 0.5, 1]) {
      const entry = Math.round(densityTone(share) * (densityColourCount - 1))
      expect(Math.abs(densityLightness(share, isDark) - labs[entry][0])).toBeLessThan(1) // half an entry and rounding
    }
  })

  it('run from end to end', () => {
    expect(densityColour(0, isDark)).toBe(`rgb(${table.slice(0, 3).join(' ')})`)
    expect(densityColour(1, isDark)).toBe(`rgb(${table.slice(-3).join(' ')})`)
  })
})

it('the dark ground is lighter than the page, and blue all the way', () => {
  const labs = labsOf(densityColours(true))
  const [page] = labFromDisplay([0x0b / 255, 0x13 / 255, 0x20 / 255])
  expect(labs[0][0] - page).toBeGreaterThan(6)
  for (const [, a, b] of labs) {
    const hue = (Math.atan2(b, a) * 180) / Math.PI
    expect(hue).toBeLessThan(-85)
    expect(hue).toBeGreaterThan(-130)
  }
})

it('the colours of densities are reached through a monotone tone curve', () => {
  expect(densityTone(0)).toBe(0)
  expect(densityTone(1)).toBe(1)
  for (let k = 1; k <= 20; k += 1) expect(densityTone(k / 20)).toBeGreaterThan(densityTone((k - 1) / 20))
})
