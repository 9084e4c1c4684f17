import { expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import { pairText, readPlace, recalledSentence } from './readPlace.ts'

const system = { saliency: [1.5, 2], gain: 1, current: [0, 0] } as const
const equilibria = nameEquilibria(findEquilibria(system), system)
const sentenceAt = (x1: number, x2: number) =>
  recalledSentence(readPlace(system, equilibria, [x1, x2]).recalled, equilibria)

test('a place has its state, its energy, and the slope and the flow there', () => {
  const { state, energy, gradient, field } = readPlace(system, equilibria, [1.2, -0.4])
  expect(state).toEqual([1.2, -0.4])
  expect(energy).toBeLessThan(0)
  // Downhill along the flow.
  expect(gradient[0] * field[0] + gradient[1] * field[1]).toBeLessThan(0)
})

test('a start is told what it recalls, and when', () => {
  expect(sentenceAt(2.5, 2)).toMatch(/^A start here recalls memory 1, after \d+\.\d\d time units without noise\.$/)
  expect(sentenceAt(-2, 2.1)).toMatch(/the twin of memory 2/)
})

test('on a separatrix, in a well, and where numbers cannot tell, it is said so', () => {
  expect(sentenceAt(0, 0)).toMatch(/separatrix/)
  const well = equilibria.find((point) => point.key === 'memory-2+')
  expect(sentenceAt(well?.state[0] ?? 0, well?.state[1] ?? 0)).toBe('Here is memory 2 itself.')
  expect(recalledSentence({ key: null, time: Infinity, isAtBorder: false }, equilibria)).toMatch(/too close to call/)
})

test('pairs have true minus signs and no minus zero', () => {
  expect(pairText([-1.25, -0.0001])).toBe('(−1.250, 0.000)')
})
