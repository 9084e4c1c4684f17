import { describe, expect, it } from 'vitest'
import { presetSides, sizeChoice, sizeOfChoice } from './sizeChoice.ts'

describe('sizeChoice', () => {
  it('goes there and back for each preset', () => {
    for (const side of presetSides) {
      const size = { columns: side, rows: side }
      expect(sizeOfChoice(sizeChoice(size))).toEqual(size)
    }
  })

  it('calls everything else another size', () => {
    expect(sizeChoice({ columns: 16, rows: 8 })).toBe('other')
    expect(sizeChoice({ columns: 20, rows: 20 })).toBe('other')
    expect(sizeOfChoice('other')).toBeNull()
  })
})
