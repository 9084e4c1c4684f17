import { expect, it } from 'vitest'
import { chosenInWords, markInWords } from './markWords.ts'

const saddle = { key: 'memory-1+', stability: 'saddle', eigenvalues: [-0.5, 0.25] } as const

it('says what a mark is', () => {
  expect(markInWords(saddle)).toBe('At memory 1, a saddle: Enter chooses it.')
  expect(chosenInWords(saddle)).toBe(
    'Chosen: memory 1, a saddle, eigenvalues −0.500 (shrinks e-fold in 2.00) and 0.250 (grows e-fold in 4.00).',
  )
})
