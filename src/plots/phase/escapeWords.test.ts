import { expect, it } from 'vitest'
import { escapeSentence } from './escapeWords.ts'

it('says both ends and the present', () => {
  const times = [100, 1].map((time) => [
    { from: 0, to: 'other', time } as const,
    { from: 0, to: 'twin', time: time === 100 ? Infinity : 4 } as const,
  ])
  expect(escapeSentence({ along: 'noise', values: [0.5, 1], times }, 0.75)).toBe(
    'Mean escape times against the noise σ, now 0.75: from memory 1 to memory 2, 100 at 0.5, 1.00 at 1, now 10.0; ' +
      'from memory 1 to its twin, longer than 1.00 × 10⁶ at 0.5, 4.00 at 1, now longer than 1.00 × 10⁶.',
  )
  expect(escapeSentence({ along: 'saliency-2', values: [0, 1], times: [[], []] }, 0.5)).toMatch(/no memory is stable/)
})
