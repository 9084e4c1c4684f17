import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activation } from '../model/activation.ts'
import { gammaGeometry, gammaSentence } from './gammaGeometry.ts'

describe('gammaGeometry', () => {
  it('shows every crossing, on the line and on the curve', () => {
    const saliency = fc.double({ min: -3, max: 5, noNaN: true })
    fc.assert(
      fc.property(saliency, saliency, fc.double({ min: 0.5, max: 10, noNaN: true }), (a, b, gain) => {
        const { width, height, lines } = gammaGeometry([a, b], gain)
        for (const { amplitude, end, saliency: alpha } of lines) {
          if (end) {
            expect(end[0]).toBeLessThanOrEqual(width)
            expect(end[1]).toBeLessThanOrEqual(height + 1e-12)
          }
          if (amplitude === 0) continue
          expect(amplitude).toBeLessThan(width)
          expect(amplitude / alpha).toBeCloseTo(activation(amplitude, gain), 9)
        }
      }),
    )
  })
  it('has no line for a saliency that is not positive', () => {
    expect(gammaGeometry([-1, 2], 1).lines[0].end).toBeNull()
  })
  it('is said in words', () => {
    expect(gammaSentence([2, 0.5], 1)).toBe(
      'The line of memory 1 crosses the curve at γ = 1.915. The line of memory 2 meets the curve only at zero: its saliency is not above 1.000.',
    )
  })
})
