import { describe, expect, it } from 'vitest'
import { thresholdsOf } from '../../model/thresholds.ts'
import type { ThresholdTrust } from '../bank/gramWords.ts'
import { leaderSentence, marksHoldFor, saliencyText, standingWords } from './saliencyWords.ts'

const names = ['Anna', 'Ben', 'Cleo', 'Dora']

interface Options {
  readonly hasZeroDiagonal?: boolean
  readonly neuronCount?: number
  readonly trust?: ThresholdTrust | null
  readonly owners?: readonly number[] | null
}

const sentence = (
  saliency: readonly number[],
  gain: number,
  { hasZeroDiagonal = false, neuronCount = 16, trust = 'close', owners = null }: Options = {},
) => {
  const thresholds = thresholdsOf({ saliency, neuronCount, gain, hasZeroDiagonal })
  return leaderSentence({ names, saliency, thresholds, trust, owners })
}

describe('leaderSentence', () => {
  it('says who leads, and that it exists and is stable', () => {
    expect(sentence([0.53, 0.01], 10)).toBe('Anna leads with 0.53: it exists and is stable.')
  })

  it('says what the others are', () => {
    expect(sentence([1.1, 2], 1)).toBe('Ben leads with 2.00: it exists and is stable. Anna is a saddle.')
    expect(sentence([1.9, 2, 1.8], 1)).toBe(
      'Ben leads with 2.00: it exists and is stable. Anna and Cleo are stable too.',
    )
    expect(sentence([1.9, 2, 1.8, 1.7], 1)).toContain('3 others are stable too.')
  })

  it('says why nothing is recalled', () => {
    expect(sentence([0.05, 0.02], 10)).toBe(
      'Anna leads with 0.05, but no memory exists below 1/g = 0.100: nothing is recalled.',
    )
    expect(sentence([0, 0], 10)).toContain('No memory is in the input')
    expect(sentence([-0.5, 0], 10)).toContain('the negative of Anna (−0.50): nothing is recalled.')
    expect(sentence([], 10)).toContain('Waiting')
    expect(sentence([2], 10, { trust: null })).toContain('Waiting')
  })

  it('heeds a zero diagonal', () => {
    expect(sentence([1.05, 0.6], 1, { hasZeroDiagonal: true })).toBe(
      'Anna leads with 1.05, but no memory exists below 1/g + Σα/N = 1.10: nothing is recalled.',
    )
    expect(sentence([1.2, 1.05], 1)).toContain('Ben is a saddle')
    expect(sentence([1.2, 1.05], 1, { hasZeroDiagonal: true })).toBe('Anna leads with 1.20: it exists and is stable.')
    expect(sentence([-3], 10, { hasZeroDiagonal: true })).toContain('a state may stay where it starts')
  })

  it('claims nothing that needs orthogonal memories where these are alike', () => {
    expect(sentence([3, 0.2, 0.1], 1, { trust: 'not', owners: [0] })).toMatch(
      /leads with 3\.00, and has the only valley\.$/,
    )
    expect(sentence([1.5, 1.4, 0.1], 1, { trust: 'not', owners: [0, 1] })).toBe(
      'Anna leads with 1.50, and shares the only valley with Ben.',
    )
    expect(sentence([1.5, 1.4, 0.1], 1, { trust: 'not', owners: [1] })).not.toContain('valley')
    const alike = sentence([3, 2.25, 1.69], 1, { trust: 'not' })
    expect(alike).toBe('Anna leads with 3.00, stable if all were orthogonal. They are alike: another may be recalled.')
    expect(sentence([0.9, 0.8], 1, { trust: 'not' })).toContain(
      'Orthogonal memories need 1/g = 1.00; alike ones may hold together',
    )
    const inverse = sentence([3, 2.25], 1, { trust: 'equal-only' })
    expect(inverse).toContain('at equal saliencies only')
    expect(inverse).not.toContain('stable')
  })
})

it('says what marks and standings hold for', () => {
  expect(marksHoldFor('not')).toContain('if memories were orthogonal')
  expect(marksHoldFor('close')).not.toContain('if')
  expect(standingWords('saddle', true)).toBe('if memories were orthogonal: exists, a saddle')
  expect(standingWords('saddle', false)).toBe('exists, a saddle')
})

it('writes a saliency with as many decimals as a bar can show', () => {
  expect(saliencyText(-0.126)).toBe('−0.13')
  expect(saliencyText(12.34)).toBe('12.3')
})
