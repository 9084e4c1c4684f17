import { expect, test } from 'vitest'
import { activation, activationIntegral, activationSlope } from './activation.ts'

const GAINS = [0.5, 1, 10]
const STATES = [-400, -7.3, -1, -0.2, -1e-9, 0, 1e-9, 0.03, 0.0999, 0.1001, 0.999, 1.001, 2.5, 60, 1e5]

test('the slope is the derivative of the activation, and the activation that of its integral', () => {
  const h = 1e-5
  for (const gain of GAINS) {
    for (const x of [-2, -0.4, 0, 0.07, 0.6, 1.9]) {
      const slope = (activation(x + h, gain) - activation(x - h, gain)) / (2 * h)
      const value = (activationIntegral(x + h, gain) - activationIntegral(x - h, gain)) / (2 * h)
      expect(Math.abs(slope - activationSlope(x, gain))).toBeLessThan(1e-6)
      expect(Math.abs(value - activation(x, gain))).toBeLessThan(1e-7)
    }
  }
})

test('nothing overflows, and symmetry is exact', () => {
  for (const gain of GAINS) {
    for (const x of STATES) {
      expect(activation(-x, gain)).toBe(-activation(x, gain))
      expect(activationSlope(-x, gain)).toBe(activationSlope(x, gain))
      expect(activationIntegral(-x, gain)).toBe(activationIntegral(x, gain))
      expect(Number.isFinite(activationIntegral(x, gain))).toBe(true)
      expect(activationSlope(x, gain)).toBeLessThanOrEqual(gain * (1 + 4e-16))
    }
  }
})

test('relative accuracy holds at both ends: ln cosh z = z²/2 near 0, the slope 4g e^(-2gx) where ψ is 1', () => {
  expect(activationIntegral(1e-6, 1) / 5e-13).toBeCloseTo(1, 11)
  expect(activationIntegral(0.1, 10)).toBeCloseTo(Math.log(Math.cosh(1)) / 10, 15)
  expect(activation(3, 10)).toBe(1)
  expect(activationSlope(3, 10) / (40 * Math.exp(-60))).toBeCloseTo(1, 12)
})
