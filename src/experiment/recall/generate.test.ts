import { expect, test } from 'vitest'
import { gramInto } from '../../model/gram.ts'
import { patternsInForce } from './deriveRecall.ts'
import { generateLimit, generateMemories, type GenerateWish } from './generate.ts'

const size = { columns: 32, rows: 32 }

function gramOf(wish: GenerateWish) {
  const memories = generateMemories(wish, size).map((memory, k) => ({ ...memory, id: k + 1, isOn: true }))
  return Array.from(gramInto(new Float64Array(memories.length ** 2), patternsInForce({ size, memories }).patterns))
}

const offDiagonal = (gram: readonly number[], count: number) => gram.filter((_, k) => k % (count + 1) !== 0)

test('orthogonal memories do not overlap, and there are at most as many as there are', () => {
  const gram = gramOf({ kind: 'orthogonal', count: 40, correlation: 0, seed: 1 })
  expect(offDiagonal(gram, 40).every((overlap) => overlap === 0)).toBe(true)
  const odd = { columns: 5, rows: 5 }
  expect(generateLimit('orthogonal', odd)).toBe(1)
  expect(generateMemories({ kind: 'orthogonal', count: 9, correlation: 0, seed: 1 }, odd)).toHaveLength(1)
  expect(generateLimit('random', odd)).toBe(Infinity)
})

test.each([0, 0.3, 0.8])('relatives overlap by %f on average', (correlation) => {
  const overlaps = offDiagonal(gramOf({ kind: 'correlated', count: 20, correlation, seed: 1 }), 20)
  expect(overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length).toBeCloseTo(correlation, 1)
})

test('the same wish gives the same pictures, another seed others', () => {
  const wish: GenerateWish = { kind: 'random', count: 3, correlation: 0, seed: 5 }
  expect(generateMemories(wish, size)).toEqual(generateMemories(wish, size))
  expect(generateMemories({ ...wish, seed: 6 }, size)).not.toEqual(generateMemories(wish, size))
  expect(generateMemories(wish, size).map((memory) => memory.name)).toEqual(['Random 1', 'Random 2', 'Random 3'])
})
