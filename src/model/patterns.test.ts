import { expect, test } from 'vitest'
import { makePatterns, pairPatterns } from './patterns.ts'
import { inputInto, inputOfPair, saliencyInto, saliencyOfPair } from './saliency.ts'

test('patterns are stored row by row', () => {
  const patterns = makePatterns([
    [1, -1, 1],
    [-1, -1, 1],
  ])
  expect([...patterns.values]).toEqual([1, -1, 1, -1, -1, 1])
  expect(patterns.patternCount).toBe(2)
  expect(patterns.neuronCount).toBe(3)
})

test('bad rows are refused with a sentence', () => {
  expect(() => makePatterns([])).toThrow('at least one row')
  expect(() => makePatterns([[]])).toThrow('at least one row')
  expect(() => makePatterns([[1, -1], [1]])).toThrow('Pattern 2 has 1 values, expected 2')
  expect(() => makePatterns([[1, 0]])).toThrow('Pattern 1, value 2 is 0, expected 1 or -1')
})

test('saliency and input are inverse for orthogonal memories, and the pair has the same in scalars', () => {
  const input = Float64Array.of(1.25, -0.375)
  const saliency = saliencyInto(new Float64Array(2), pairPatterns, input)
  expect([...saliency]).toEqual(saliencyOfPair([1.25, -0.375]))
  expect([...inputInto(new Float64Array(2), pairPatterns, saliency)]).toEqual([1.25, -0.375])
  expect(inputOfPair(saliencyOfPair([1.25, -0.375]))).toEqual([1.25, -0.375])
})
