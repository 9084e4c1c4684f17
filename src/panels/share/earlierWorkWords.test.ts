import { expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { earlierWorkWords } from './earlierWorkWords.ts'

test('an earlier work is told from others by what is in it', () => {
  const { recall } = defaultExperiment
  expect(earlierWorkWords(JSON.stringify(defaultExperiment))).toBe('Cat, Dog and 5 more, 32 × 32; α = 1.5, 2; 3 balls')
  const name = 'my drawing of the university'
  const memories = [{ ...recall.memories[0], name }, recall.memories[1]]
  const own = { ...defaultExperiment, balls: [{ id: 1, start: [0, 0] }], recall: { ...recall, memories } }
  expect(earlierWorkWords(JSON.stringify(own))).toMatch(/^my drawing of t… and Dog, 32 × 32; α = .*; 1 ball$/)
})

test.each([
  ['{"version": 99}', /newer/],
  ['{', /cannot be read/],
])('%s is said to be what it is', (text, words) => {
  expect(earlierWorkWords(text)).toMatch(words)
})
