import { describe, expect, it } from 'vitest'
import { memoryMark } from './memoryMark.tsx'

describe('memoryMark', () => {
  it('gives the first eight memories eight colours and eight glyphs', () => {
    const marks = Array.from({ length: 8 }, (_, k) => memoryMark(k + 1))
    expect(new Set(marks.map((mark) => mark.colour)).size).toBe(8)
    expect(new Set(marks.map((mark) => mark.glyph)).size).toBe(8)
    expect(marks[0].colour).toBe('var(--memory-1)')
    expect(marks[7].colour).toBe('var(--memory-8)')
  })

  it('gives 64 memories in a row 64 different pairs, wherever the row begins', () => {
    for (const first of [1, 6, 50]) {
      const pairs = Array.from({ length: 64 }, (_, k) => memoryMark(first + k)).map(
        ({ colour, glyph }) => `${colour} ${glyph}`,
      )
      expect(new Set(pairs).size).toBe(64)
    }
  })

  it('depends on the id alone', () => {
    expect(memoryMark(9)).toEqual(memoryMark(9))
    expect(memoryMark(9).colour).toBe(memoryMark(1).colour)
    expect(memoryMark(9).glyph).not.toBe(memoryMark(1).glyph)
  })
})
