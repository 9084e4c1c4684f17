import { describe, expect, it } from 'vitest'
import { displayFromLab, labFromDisplay } from './colourSpace.ts'
import { densityColour, densityColourCount, densityColours, densityTone } from './densityColours.ts'

const labs = Array.from({ length: densityColourCount }, (_, k) =>
  labFromDisplay([densityColours[3 * k] / 255, densityColours[3 * k + 1] / 255, densityColours[3 * k + 2] / 255]),
)

describe('the density colours', () => {
  it('fall in lightness in nearly equal steps, and none is clipped', () => {
    const steps = labs.slice(1).map(([lightness], k) => labs[k][0] - lightness)
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.4) // bytes round L* by up to 0.2
    for (const lab of labs) {
      for (const channel of displayFromLab(lab)) {
        expect(channel).toBeGreaterThan(-0.01)
        expect(channel).toBeLessThan(1.01)
      }
    }
    // A table that was clipped would not have the lightness it was made for at its ends.
    expect(labs[0][0]).toBeCloseTo(95, 0)
    expect(labs.at(-1)![0]).toBeCloseTo(16, 0)
  })

  it('hold no violet: red never exceeds green where the colour is dark', () => {
    for (let k = densityColourCount / 4; k < densityColourCount; k += 1) {
      expect(densityColours[3 * k]).toBeLessThanOrEqual(densityColours[3 * k + 1])
    }
  })

  it('are reached through a monotone tone curve', () => {
    expect(densityTone(0)).toBe(0)
    expect(densityTone(1)).toBe(1)
    for (let k = 1; k <= 20; k += 1) expect(densityTone(k / 20)).toBeGreaterThan(densityTone((k - 1) / 20))
    expect(densityColour(0)).toBe(`rgb(${densityColours.slice(0, 3).join(' ')})`)
    expect(densityColour(1)).toBe(`rgb(${densityColours.slice(-3).join(' ')})`)
  })
})
