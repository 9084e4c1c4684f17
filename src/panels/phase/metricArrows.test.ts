import { expect, test } from 'vitest'
import { angleBetween, metricArrows } from './metricArrows.ts'

const system = { saliency: [1.5, 2], gain: 1.3, current: [0, 0] } as const

test('f is −∇E with each component over its ψ′', () => {
  const { field, downhill, slopes } = metricArrows({ system, state: [0.9, -0.4] })
  for (const i of [0, 1] as const) expect(field[i]).toBeCloseTo(downhill[i] / slopes[i], 12)
})

test('the two part by a little, and never by a right angle', () => {
  for (const state of [
    [2, 0.3],
    [-1.2, 2.4],
    [0.2, -2.9],
  ] as const) {
    const { field, downhill } = metricArrows({ system, state })
    const angle = angleBetween(field, downhill)
    expect(angle).toBeGreaterThan(0)
    expect(angle).toBeLessThan(90)
  }
})

test('there is no angle at an equilibrium', () => {
  const { field, downhill } = metricArrows({ system, state: [0, 0] })
  expect(angleBetween(field, downhill)).toBe(null)
  expect(angleBetween([1, 0], [0, 2])).toBeCloseTo(90)
})
