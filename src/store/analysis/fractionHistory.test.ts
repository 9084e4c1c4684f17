import { expect, test } from 'vitest'
import type { FractionEntry } from './analysis.ts'
import { fractionHistoryLength, withFractions } from './fractionHistory.ts'

const basins = (share: number) => ({ attractors: ['a', 'b'], fractions: [share, 1 - share] })

test('an entry a saliency, the newest last; a better one replaces it', () => {
  const first = withFractions([], { saliency: [1, 2] }, basins(0.4))
  const better = withFractions(first, { saliency: [1, 2] }, basins(0.41))
  expect(better).toEqual([{ saliency: [1, 2], ...basins(0.41) }])
  const second = withFractions(better, { saliency: [1.1, 2] }, basins(0.42))
  expect(second).toHaveLength(2)
  expect(withFractions(second, { saliency: [1, 2] }, basins(0.4))).toHaveLength(3)
})

test('old entries go', () => {
  let history: readonly FractionEntry[] = []
  for (let k = 0; k < 1000; k++) history = withFractions(history, { saliency: [k / 1000, 2] }, basins(0.5))
  expect(history).toHaveLength(fractionHistoryLength)
  expect(history.at(-1)?.saliency[0]).toBe(0.999)
})
