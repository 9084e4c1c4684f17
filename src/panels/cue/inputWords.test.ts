import { expect, it } from 'vitest'
import { inputWords } from './inputWords.ts'

const names = new Map([
  [1, 'Anna'],
  [2, 'Ben'],
  [3, 'Cleo'],
])
const mix = (...memories: number[]) =>
  ({ kind: 'mix', faders: memories.map((memory) => ({ memory, amount: 1 })), isNormalised: false }) as const

it('says what an input is', () => {
  expect(inputWords({ kind: 'drawing', pixels: '' }, names)).toBe('a drawing')
  expect(inputWords(mix(), names)).toBe('an empty mixture')
  expect(inputWords(mix(2), names)).toBe('Ben')
  expect(inputWords(mix(1, 2), names)).toBe('a mixture of Anna and Ben')
  expect(inputWords(mix(1, 2, 3), names)).toBe('a mixture of 3 memories')
  const whole = { kind: 'corrupted', memory: 1, flips: 0, noise: 0, seed: 1, occlusion: { kind: 'none' } } as const
  expect(inputWords(whole, names)).toBe('Anna')
  expect(inputWords({ ...whole, flips: 2 }, names)).toBe('Anna, corrupted')
})
