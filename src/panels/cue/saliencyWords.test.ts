import { describe, expect, it } from 'vitest'
import { leaderSentence, saliencyText } from './saliencyWords.ts'

const names = ['Anna', 'Ben', 'Cleo', 'Dora']

describe('leaderSentence', () => {
  it('says who leads, and that it exists and is stable', () => {
    expect(leaderSentence(names, [0.53, 0.01], 10)).toBe('Anna leads with 0.53: it exists and is stable.')
  })

  it('says what the others are', () => {
    expect(leaderSentence(names, [1.1, 2], 1)).toBe('Ben leads with 2.00: it exists and is stable. Anna is a saddle.')
    expect(leaderSentence(names, [1.9, 2, 1.8], 1)).toBe(
      'Ben leads with 2.00: it exists and is stable. Anna and Cleo are stable too.',
    )
    expect(leaderSentence(names, [1.9, 2, 1.8, 1.7], 1)).toContain('3 others are stable too.')
  })

  it('says why nothing is recalled', () => {
    expect(leaderSentence(names, [0.05, 0.02], 10)).toBe(
      'Anna leads with 0.05, but no memory exists below 1/g = 0.100: nothing is recalled.',
    )
    expect(leaderSentence(names, [0, 0], 10)).toContain('No memory is in the input')
    expect(leaderSentence(names, [-0.5, 0], 10)).toContain('the negative of Anna (−0.50)')
    expect(leaderSentence(names, [], 10)).toContain('Waiting')
  })
})

it('writes a saliency with as many decimals as a bar can show', () => {
  expect(saliencyText(-0.126)).toBe('−0.13')
  expect(saliencyText(12.34)).toBe('12.3')
})
