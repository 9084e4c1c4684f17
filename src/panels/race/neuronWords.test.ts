import { expect, it } from 'vitest'
import { neuronSentence } from './neuronWords.ts'

const nameOf = (mu: number) => ['Anna', 'B', 'C', 'D'][mu]

it('explains a field by the memories that make it', () => {
  const asked = { neuron: 136, field: 0.32, hasFlipped: true, contributions: [0.41, -0.06, -0.03] }
  expect(neuronSentence(asked, 32, nameOf)).toBe(
    'Neuron 137 (row 5, column 9): field +0.32 = Anna +0.41 + B −0.06 + C −0.03, so it turns to ink.',
  )
})

it('names the largest parts and sums the rest', () => {
  const asked = { neuron: 0, field: -0.2, hasFlipped: false, contributions: [0.1, -0.5, 0.3, -0.1] }
  expect(neuronSentence(asked, 4, nameOf)).toBe(
    'Neuron 1 (row 1, column 1): field −0.20 = B −0.50 + C +0.30 + Anna +0.10 + the rest −0.10, so it stays paper.',
  )
})

it('says that a zero field changes nothing, and does without parts where there are none', () => {
  expect(neuronSentence({ neuron: 5, field: 0, hasFlipped: false, contributions: null }, 4, nameOf)).toBe(
    'Neuron 6 (row 2, column 2): field +0.00, so it stays as it is.',
  )
})
