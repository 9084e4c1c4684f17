import { describe, expect, it } from 'vitest'
import { recallPresets } from '../../experiment/recall/recallPresets.ts'
import { decorrelatedSaliencyInto, inverseGram, pseudoInverseCouplingsInto } from '../../model/gram.ts'
import { makeBankGram } from './bankGram.ts'
import { closestOf, correlationWords, drawingNotes, equalPairs, thresholdTrust } from './gramWords.ts'
import { loadWords } from './loadWords.ts'

describe('thresholdTrust', () => {
  it('tells where the thresholds of orthogonal memories hold', () => {
    expect(thresholdTrust(null, 'hebb')).toBe('close')
    expect(thresholdTrust({ overlap: 0.09 }, 'hebb')).toBe('close')
    expect(thresholdTrust({ overlap: -0.3 }, 'hebb')).toBe('not')
    expect(thresholdTrust({ overlap: 0.3 }, 'storkey')).toBe('not')
    expect(thresholdTrust({ overlap: 0.3 }, 'pseudo-inverse')).toBe('equal-only')
    expect(thresholdTrust({ overlap: -1 }, 'pseudo-inverse')).toBe('not')
  })

  it.each([
    ['noise', 'hebb', 'close'],
    ['orthogonal', 'hebb', 'close'],
    ['alike', 'hebb', 'not'],
    ['alike', 'pseudo-inverse', 'equal-only'],
  ] as const)('of the preset %s with the rule %s: %s', (id, rule, trust) => {
    const { recall } = recallPresets.find((preset) => preset.id === id)!
    expect(thresholdTrust(makeBankGram(recall).strongest, rule)).toBe(trust)
    expect(makeBankGram(recall)).toBe(makeBankGram(recall))
  })
})

describe('correlationWords', () => {
  it('names the pair that breaks the assumption', () => {
    const words = correlationWords({ names: ['cat', 'dog'], overlap: 0.7734 }, 'hebb')
    expect(words).toEqual({
      isWarning: true,
      text: 'Thresholds assume orthogonal memories; cat and dog overlap by 0.77.',
    })
    expect(correlationWords({ names: ['cat', 'dog'], overlap: -0.5 }, 'storkey').text).toContain('by −0.50')
  })

  it('is calm where theory holds', () => {
    expect(correlationWords({ names: ['a', 'b'], overlap: 0 }, 'hebb').text).toContain('All memories are orthogonal')
    expect(correlationWords({ names: ['a', 'b'], overlap: 0.06 }, 'hebb')).toMatchObject({ isWarning: false })
    expect(correlationWords({ names: ['a', 'b'], overlap: 0.8 }, 'pseudo-inverse')).toMatchObject({ isWarning: false })
    expect(correlationWords(null, 'hebb').isWarning).toBe(false)
  })

  it('does not promise that a rule can part equal drawings', () => {
    expect(correlationWords({ names: ['a', 'b'], overlap: -1 }, 'pseudo-inverse')).toEqual({
      isWarning: true,
      text: 'Thresholds assume orthogonal memories; a and b overlap by −1.00.',
    })
  })
})

/** Memories 0 and 2 are equal, 1 is their opposite, 3 is orthogonal to all. */
const gram = [1, -1, 1, 0, -1, 1, -1, 0, 1, -1, 1, 0, 0, 0, 0, 1]
const names = ['a', 'b', 'c', 'd']

describe('equal, opposite and uniform drawings', () => {
  it('finds each pair once', () => {
    expect(equalPairs(gram, names).map((pair) => [...pair.names, pair.overlap])).toEqual([
      ['a', 'b', -1],
      ['a', 'c', 1],
      ['b', 'c', -1],
    ])
  })

  it('says what each does', () => {
    const notes = drawingNotes(equalPairs(gram, names), [{ name: 'e', value: -1 }], 'hebb')
    expect(notes).toHaveLength(3)
    expect(notes[0]).toContain('a and c are the same drawing: no input can tell them apart. With Hebb’s rule')
    expect(notes[1]).toContain('a and b are opposites (and 1 more pair).')
    expect(notes[2]).toContain('e is all paper')
    expect(drawingNotes([], [], 'hebb')).toEqual([])
    const [same, opposite] = drawingNotes(equalPairs(gram, names), [], 'pseudo-inverse')
    expect(same).toContain('valley in IDP is shallower')
    expect(opposite).toContain('cancel')
    expect(opposite).not.toContain('twice')
  })

  it('gives each memory its closest', () => {
    expect(closestOf([1, 0.2, -0.6, 0.2, 1, 0.1, -0.6, 0.1, 1], 3)).toEqual([
      { mu: 0, nu: 2, overlap: -0.6 },
      { mu: 1, nu: 0, overlap: 0.2 },
      { mu: 2, nu: 0, overlap: -0.6 },
    ])
    expect(closestOf([1], 1)).toEqual([])
  })
})

describe('loadWords', () => {
  const criticalLoad = 0.1379
  it('says which side of the limit this is, and whose limit', () => {
    const below = loadWords({ patternCount: 8, neuronCount: 1024, rule: 'hebb', criticalLoad })
    expect(below.figure).toBe('P/N = 8/1024 = 0.0078, below 0.138.')
    expect(below.limit).toContain('binary network with Hebb’s rule, random memories and no noise')
    expect(below.limit).toContain('room for 141 memories')
    expect(below.isBeyond).toBe(false)
    const beyond = loadWords({ patternCount: 10, neuronCount: 16, rule: 'hebb', criticalLoad })
    expect(beyond.figure).toBe('P/N = 10/16 = 0.63, beyond 0.138.')
    expect(beyond.limit).toContain('lost at once')
    expect(beyond.limit).toContain('this one is small')
    expect(beyond.isBeyond).toBe(true)
  })

  it('warns for Hebb’s rule only, whose limit it is', () => {
    const beyond = { patternCount: 64, neuronCount: 256, criticalLoad }
    const inverse = loadWords({ ...beyond, rule: 'pseudo-inverse' })
    expect(inverse.isBeyond).toBe(false)
    expect(inverse.figure).toBe('P/N = 64/256 = 0.25. The pseudo-inverse rule holds up to N independent drawings.')
    expect(inverse.limit).toContain('Hebb’s rule, random memories and no noise: here that has room for 35 memories')
    const storkey = loadWords({ ...beyond, rule: 'storkey' })
    expect(storkey.isBeyond).toBe(false)
    expect(storkey.figure).toBe('P/N = 64/256 = 0.25. Storkey’s rule holds more than Hebb’s 0.138.')
    expect(storkey.others).toContain('for the binary models')
    expect(loadWords({ ...beyond, rule: 'hebb' }).isBeyond).toBe(true)
  })

  it('speaks of the rule that is on, and of IDP', () => {
    expect(loadWords({ patternCount: 1, neuronCount: 1024, rule: 'pseudo-inverse', criticalLoad }).others).toContain(
      'up to N independent drawings. IDP',
    )
  })
})

describe('what the notes claim of two equal or opposite memories', () => {
  /** W = c ξξᵀ/N for memories ξ and sign ξ: c, from the couplings D. */
  const strength = (couplings: ArrayLike<number>, sign: 1 | -1) =>
    couplings[0] + sign * (couplings[1] + couplings[2]) + couplings[3]

  it('holds for the pseudo-inverse rule: half as deep, or nothing', () => {
    for (const [sign, expected] of [
      [1, 0.5],
      [-1, 0],
    ] as const) {
      const { inverse } = inverseGram(Float64Array.of(1, sign, sign, 1), 2)
      const saliency = decorrelatedSaliencyInto(new Float64Array(2), Float64Array.of(1, sign), inverse)
      const couplings = pseudoInverseCouplingsInto(new Float64Array(4), saliency, inverse)
      expect(strength(couplings, sign)).toBeCloseTo(expected, 12)
    }
  })

  it('holds for Hebb’s rule: twice as deep, or nothing', () => {
    expect(strength([1, 0, 0, 1], 1)).toBe(2)
    expect(strength([1, 0, 0, -1], -1)).toBe(0)
  })
})
