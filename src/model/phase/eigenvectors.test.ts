import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { pairEigenvectors } from './eigenvectors.ts'

test('J v = λ v, for unit vectors in ascending order of λ', () => {
  const random = createRandom(411)
  for (let k = 0; k < 300; k++) {
    const saliency = [8 * random.uniform() - 3, 8 * random.uniform() - 3] as const
    const gain = 0.5 + 9.5 * random.uniform()
    const [x1, x2] = [4 * random.uniform() - 2, 4 * random.uniform() - 2]
    const { values, vectors } = pairEigenvectors({ saliency, gain, current: [0.3, 0] }, x1, x2)
    const s1 = gain / Math.cosh(gain * x1) ** 2
    const s2 = gain / Math.cosh(gain * x2) ** 2
    const w11 = (saliency[0] + saliency[1]) / 2
    const w12 = (saliency[0] - saliency[1]) / 2
    expect(values[0]).toBeLessThanOrEqual(values[1])
    for (const [j, [v1, v2]] of vectors.entries()) {
      expect(Math.hypot(v1, v2)).toBeCloseTo(1, 14)
      expect(v1).toBeGreaterThanOrEqual(0)
      const residual1 = -v1 + w11 * s1 * v1 + w12 * s2 * v2 - values[j] * v1
      const residual2 = -v2 + w12 * s1 * v1 + w11 * s2 * v2 - values[j] * v2
      expect(Math.hypot(residual1, residual2)).toBeLessThan(1e-12 * (1 + 5 * gain))
    }
  }
})

test('on the diagonals they are along the memories, exactly', () => {
  const { vectors } = pairEigenvectors({ saliency: [1.2, 2], gain: 1, current: [0, 0] }, 0.7, -0.7)
  expect(vectors[0][1]).toBe(vectors[0][0])
  expect(vectors[1][1]).toBe(-vectors[1][0])
})

test('uncoupled neurons have the axes', () => {
  const { vectors } = pairEigenvectors({ saliency: [2, 2], gain: 3, current: [0.1, 0] }, 0, 1.9)
  expect(vectors).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test.each([
  [60, 70],
  [0, 80],
  [200, 200],
])('saturated neurons (%d, %d) give unit vectors, not NaN', (x1, x2) => {
  for (const saliency of [
    [2, 1],
    [1, -1],
    [2, 2],
    [0, 0],
  ] as const) {
    const { vectors } = pairEigenvectors({ saliency, gain: 10, current: [0, 0] }, x1, x2)
    for (const v of vectors) expect(Math.hypot(...v)).toBeCloseTo(1, 14)
  }
})
