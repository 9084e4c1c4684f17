import { describe, expect, it } from 'vitest'
import { facingSides, frameLayout } from './frameLayout.ts'
import { fourDigits, tickText } from './numberText.ts'
import { WORLD_HEIGHT } from './worldFrame.ts'

describe('frame', () => {
  it('puts the axes on the edges that face the viewer, without flicker near a right angle', () => {
    const sides = facingSides(0.5, null)
    expect(sides).toEqual({ frontX: 1, frontZ: 1, leftX: -1, leftZ: 1 })
    expect(facingSides(-0.05, sides).frontX).toBe(1)
    expect(facingSides(-0.3, sides).frontX).toBe(-1)
    expect(facingSides(0.05, sides, true).frontX).toBe(-1)
    expect(facingSides(Math.PI - 0.5, sides).frontZ).toBe(-1)
  })

  it('has unique label keys and ticks within the scale', () => {
    const layout = frameLayout({ extent: 2.8, floor: -0.63, ceiling: 0.03 }, facingSides(0.5, null))
    const labels = [...layout.baseLabels, ...layout.scaleLabels]
    expect(new Set(labels.map(({ key }) => key)).size).toBe(labels.length)
    expect(layout.scaleLabels.map(({ html }) => html)).toEqual(['−0.6', '−0.4', '−0.2', '0', '<i>E</i>'])
    for (const [from] of layout.scale) {
      expect(from.y).toBeGreaterThanOrEqual(0)
      expect(from.y).toBeLessThanOrEqual(WORLD_HEIGHT)
    }
  })

  it('calls the heights of a density p', () => {
    const sides = facingSides(0.5, null)
    const { scaleLabels } = frameLayout({ extent: 2.8, floor: 0, ceiling: 0.51 }, sides, undefined, 'density')
    expect(scaleLabels.map(({ html }) => html)).toEqual(['0.1', '0.2', '0.3', '0.4', '0.5', '<i>p</i>'])
  })

  it('writes four significant digits with a true minus', () => {
    expect(fourDigits(-1.23456)).toBe('−1.235')
    expect(fourDigits(0.0123456)).toBe('0.01235')
    expect(fourDigits(-1e-9)).toBe('0')
    expect(fourDigits(123.456)).toBe('123.5')
    expect(tickText(-0.4, 0.2)).toBe('−0.4')
    expect(tickText(-1e-17, 0.05)).toBe('0')
    expect(tickText(2, 1)).toBe('2')
  })
})
