import { describe, expect, it } from 'vitest'
import { bankSummary, freshName, namesText } from './bankWords.ts'

const memories = (on: number, off: number) => Array.from({ length: on + off }, (_, k) => ({ isOn: k < on }))

describe('the words of the bank', () => {
  it('counts the memories, and the load of those that are on', () => {
    expect(bankSummary(memories(8, 0), { columns: 32, rows: 32 })).toBe('8 memories, load P/N = 0.0078')
    expect(bankSummary(memories(1, 0), { columns: 4, rows: 4 })).toBe('1 memory, load P/N = 0.063')
    expect(bankSummary(memories(6, 2), { columns: 16, rows: 16 })).toBe('8 memories, 6 on, load P/N = 0.023')
    expect(bankSummary(memories(0, 0), { columns: 16, rows: 16 })).toBe('0 memories, load P/N = 0')
  })

  it('finds a name that is free', () => {
    expect(freshName([])).toBe('Memory 1')
    expect(freshName(['cat', 'dog'])).toBe('Memory 3')
    expect(freshName(['Memory 3', 'Memory 4'])).toBe('Memory 5')
    expect(freshName(['Memory 3', 'dog'])).toBe('Memory 4')
  })

  it('names few, and counts many', () => {
    expect(namesText(['cat'])).toBe('“cat”')
    expect(namesText(['cat', 'dog'])).toBe('“cat” and “dog”')
    expect(namesText(['cat', 'dog', 'owl'])).toBe('3 memories')
  })
})
