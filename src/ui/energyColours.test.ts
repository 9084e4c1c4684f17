import { describe, expect, it } from 'vitest'
import { displayFromLab, displayFromLinear, labFromDisplay, linearFromDisplay } from './colourSpace.ts'
import type { Triple } from './colourSpace.ts'
import { colourDeficiencies } from './colourVision.ts'
import { energyColour, energyColourCount, energyColours, energyTone, labOf } from './energyColours.ts'

const displayAt = (k: number): Triple => [
  energyColours[3 * k] / 255,
  energyColours[3 * k + 1] / 255,
  energyColours[3 * k + 2] / 255,
]
const entries = Array.from({ length: energyColourCount }, (_, k) => displayAt(k))

function seenWith(matrix: readonly [Triple, Triple, Triple], colour: Triple): Triple {
  const linear = colour.map(linearFromDisplay) as unknown as Triple
  const row = ([a, b, c]: Triple) =>
    displayFromLinear(Math.min(1, Math.max(0, a * linear[0] + b * linear[1] + c * linear[2])))
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

const distance = (one: Triple, other: Triple) => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])

describe('colour space', () => {
  it('goes to L*a*b* and back', () => {
    for (const colour of entries) expect(distance(displayFromLab(labFromDisplay(colour)), colour)).toBeLessThan(1e-6)
    expect(labFromDisplay([1, 1, 1])[0]).toBeCloseTo(100, 4)
  })
})

describe('the energy colours', () => {
  it('can all be shown: none is clipped', () => {
    for (let k = 0; k < energyColourCount; k += 1) {
      for (const channel of displayFromLab(labOf(k / (energyColourCount - 1)))) {
        expect(channel).toBeGreaterThan(-1e-3)
        expect(channel).toBeLessThan(1 + 1e-3)
      }
    }
  })

  it('rise in lightness in nearly equal steps', () => {
    const steps = entries.slice(1).map((colour, k) => labFromDisplay(colour)[0] - labFromDisplay(entries[k])[0])
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.35) // bytes round L* by up to 0.2
  })

  it('differ from neighbour to neighbour by nearly the same', () => {
    const steps = Array.from({ length: 16 }, (_, k) => distance(labOf(k / 16), labOf((k + 1) / 16)))
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(2)
  })

  it.each(Object.entries(colourDeficiencies))('stay in order and apart with %s', (_, deficiency) => {
    const seen = entries.map((colour) => labFromDisplay(seenWith(deficiency, colour)))
    for (let k = 4; k < seen.length; k += 1) expect(seen[k][0]).toBeGreaterThan(seen[k - 4][0])
    for (let k = 1; k < seen.length; k += 1) expect(seen[k][0]).toBeGreaterThan(seen[k - 1][0] - 0.1)
    const third = Math.floor(energyColourCount / 3)
    for (let k = third; k < seen.length; k += 1) expect(distance(seen[k], seen[k - third])).toBeGreaterThan(15)
  })

  it('are reached through a monotone tone curve', () => {
    expect(energyTone(0)).toBe(0)
    expect(energyTone(1)).toBeCloseTo(1, 12)
    for (let k = 1; k <= 20; k += 1) expect(energyTone(k / 20)).toBeGreaterThan(energyTone((k - 1) / 20))
    expect(energyColour(0)).toBe(`rgb(${energyColours[0]} ${energyColours[1]} ${energyColours[2]})`)
    expect(energyColour(1)).toBe(`rgb(${energyColours.slice(-3).join(' ')})`)
  })
})
