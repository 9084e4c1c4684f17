import { describe, expect, it } from 'vitest'
import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { verdictSentence } from './ballVerdict.ts'

const memory: NamedEquilibrium = {
  state: [1.9, -1.9],
  energy: -1.6,
  stability: 'stable',
  eigenvalues: [-0.9, -0.5],
  isMarginal: false,
  name: { kind: 'memory', mu: 1, sign: 1 },
  key: 'memory-2+',
}
const origin: NamedEquilibrium = {
  ...memory,
  state: [0, 0],
  stability: 'source',
  name: { kind: 'origin' },
  key: 'origin',
}

describe('verdictSentence', () => {
  it('says what was recalled, and when', () => {
    expect(verdictSentence({ id: 1, time: 6.31, place: memory })).toBe('Ball 1 recalled memory 2 after 6.3 time units.')
    const twin: NamedEquilibrium = { ...memory, name: { kind: 'memory', mu: 0, sign: -1 } }
    expect(verdictSentence({ id: 2, time: 3, place: twin })).toBe(
      'Ball 2 recalled the twin of memory 1 after 3.0 time units.',
    )
  })

  it('says where nothing was recalled', () => {
    expect(verdictSentence({ id: 3, time: 9, place: { ...origin, stability: 'stable' } })).toBe(
      'Ball 3 came to rest at the origin after 9.0 time units: it recalled no memory.',
    )
    expect(verdictSentence({ id: 0, time: 0, place: origin })).toBe(
      'The ball of the input rests at the origin, where a nudge would set it rolling.',
    )
  })
})
