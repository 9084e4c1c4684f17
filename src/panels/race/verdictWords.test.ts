import { describe, expect, it } from 'vitest'
import { verdictKey, verdictSentence, type VerdictContext } from './verdictWords.ts'

const names = ['Grandma', 'A', 'Memory 3']
const context: VerdictContext = { nameOf: (mu) => names[mu], nearest: null, isInTwoCycle: false, recalledAfter: null }

describe('verdictSentence', () => {
  it('says what was recalled, how well, and how long it took, whatever the clock says', () => {
    const verdict = { kind: 'memory', mu: 0, sign: 1, overlap: 0.981, since: 32.42 } as const
    expect(verdictSentence(verdict, { ...context, recalledAfter: 2.42 })).toBe(
      'Recalled Grandma, overlap 0.98, after 2.4 time units.',
    )
  })

  it('says of a state that began there that it was there from the start', () => {
    expect(
      verdictSentence({ kind: 'memory', mu: 1, sign: 1, overlap: 1, since: 30 }, { ...context, recalledAfter: 0 }),
    ).toBe('Recalled A, overlap 1.00, from the start.')
  })

  it('says of a twin that it is inverted, with a true minus sign', () => {
    const verdict = { kind: 'memory', mu: 1, sign: -1, overlap: -0.9, since: 1 } as const
    expect(verdictSentence(verdict, { ...context, recalledAfter: 1 })).toBe(
      'A, inverted: overlap −0.90, after 1.0 time units.',
    )
  })

  it('names the parts of a mixture, and which of them are inverted', () => {
    expect(verdictSentence({ kind: 'mixture', mus: [0, 1, 2], overlaps: [0.51, 0.49, -0.48] }, context)).toBe(
      'A mixture of Grandma, A and inverted Memory 3, overlaps 0.51, 0.49 and −0.48.',
    )
  })

  it('says what is nearest while nothing is decided', () => {
    expect(verdictSentence({ kind: 'moving' }, context)).toBe('On its way.')
    expect(verdictSentence({ kind: 'moving' }, { ...context, nearest: { mu: 1, overlap: 0.3 } })).toBe(
      'On its way; nearest is A, overlap 0.30.',
    )
    expect(verdictSentence({ kind: 'spurious', mu: 2, overlap: 0.31 }, context)).toBe(
      'A spurious state: it is no memory. Nearest is Memory 3, with overlap 0.31.',
    )
  })

  it('says why nothing is recalled', () => {
    const sentence = (cause: 'rest' | 'noise' | 'no-memory') => verdictSentence({ kind: 'nothing', cause }, context)
    expect(sentence('rest')).toBe('Nothing is recalled: every neuron rests near zero.')
    expect(sentence('noise')).toBe('Nothing is recalled: noise has washed every overlap out.')
    expect(sentence('no-memory')).toBe('Nothing is recalled: no memory is switched on.')
  })

  it('says that a state alternates', () => {
    const cycling = { ...context, isInTwoCycle: true }
    expect(verdictSentence({ kind: 'moving' }, cycling)).toContain('two-cycle')
    expect(verdictSentence({ kind: 'spurious', mu: 0, overlap: 0.2 }, cycling)).toMatch(/0\.20\. .*two-cycle\.$/)
  })
})

describe('verdictKey', () => {
  it('is the same for the same verdict with other numbers, and another for another', () => {
    const one = verdictKey({ kind: 'memory', mu: 0, sign: 1, overlap: 0.98, since: 2 }, false)
    expect(verdictKey({ kind: 'memory', mu: 0, sign: 1, overlap: 0.97, since: 2.1 }, false)).toBe(one)
    expect(verdictKey({ kind: 'memory', mu: 0, sign: -1, overlap: -0.98, since: 2 }, false)).not.toBe(one)
    expect(verdictKey({ kind: 'mixture', mus: [1, 0], overlaps: [1, 1] }, false)).toBe(
      verdictKey({ kind: 'mixture', mus: [0, 1], overlaps: [1, 1] }, false),
    )
    expect(verdictKey({ kind: 'moving' }, true)).not.toBe(verdictKey({ kind: 'moving' }, false))
  })
})
