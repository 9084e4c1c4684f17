import { describe, expect, it } from 'vitest'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import { energyAudit, laneMeaning, laneTitles, learningSentence, twinExplained } from './laneWords.ts'

const kinds = Object.keys(laneTitles) as LaneKind[]

describe('the words of every model', () => {
  it.each(kinds)('%s has a title, a meaning and an explanation of its twin', (kind) => {
    expect(laneTitles[kind]).not.toBe('')
    expect(laneMeaning(kind, 1)).toMatch(/\.$/)
    expect(twinExplained(kind)).toContain('−ξ')
  })

  it('say that binary models draw what the input does not tell', () => {
    for (const kind of ['binary-async', 'binary-sync'] as const)
      expect(laneMeaning(kind, 1)).toContain('unknown pixels by chance, from the seed.')
  })

  it('say how long a pulse lasts', () => {
    expect(laneMeaning('classic-pulse', 1.5)).toContain('for 1.5,')
  })
})

it('says how far a network has learned, and not that it is done before it is', () => {
  expect(learningSentence(0)).toBe('Learning the memories, 0\u202f%.')
  expect(learningSentence(0.407)).toBe('Learning the memories, 40\u202f%.')
  expect(learningSentence(0.999)).toBe('Learning the memories, 99\u202f%.')
})

describe('energyAudit', () => {
  it('claims nothing where nothing forbids a rise', () => {
    expect(energyAudit('idp', false, true)).toBe('energy never rose ✓')
    expect(energyAudit('idp', true, true)).toContain('do not trust')
    expect(energyAudit('idp', true, false)).toBeNull()
    expect(energyAudit('binary-async', false, false)).toBe('energy never rose ✓')
    expect(energyAudit('binary-sync', false, true)).toBeNull()
  })
})
