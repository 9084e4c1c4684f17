import { describe, expect, it } from 'vitest'
import { generateMemories } from '../../experiment/recall/generate.ts'
import { maximumMemories } from '../../experiment/recall/recallRanges.ts'
import { mostOfKind, setExplained, type SetKind } from './setWish.ts'

const kinds: readonly SetKind[] = ['random', 'orthogonal', 'correlated']

describe('generated sets', () => {
  it('makes as many as it says, for every kind and odd sizes too', () => {
    for (const size of [
      { columns: 4, rows: 4 },
      { columns: 5, rows: 5 },
      { columns: 16, rows: 16 },
    ]) {
      for (const kind of kinds) {
        const count = mostOfKind(kind, size)
        expect(generateMemories({ kind, count, correlation: 0.5, seed: 1 }, size)).toHaveLength(count)
      }
    }
  })

  it('says how many orthogonal ones there are', () => {
    expect(mostOfKind('orthogonal', { columns: 4, rows: 4 })).toBe(16)
    expect(mostOfKind('orthogonal', { columns: 32, rows: 32 })).toBe(maximumMemories)
    expect(setExplained('orthogonal', { columns: 4, rows: 4 })).toContain('At 4 × 4, 16 can be made.')
    expect(setExplained('orthogonal', { columns: 5, rows: 5 })).toContain('At 5 × 5, only one can be made.')
    expect(setExplained('random', { columns: 32, rows: 32 })).toContain('0 ± 0.031')
  })
})
