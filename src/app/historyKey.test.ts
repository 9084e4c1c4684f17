import { describe, expect, it } from 'vitest'
import { historyKey } from './historyKey.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

describe('the keys of the history', () => {
  it.each([
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['z', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['y', { metaKey: true }, null],
    ['z', {}, null],
    ['z', { shiftKey: true }, null],
    ['z', { ctrlKey: true, altKey: true }, null],
    ['z', { ctrlKey: true, metaKey: true }, null],
    ['x', { ctrlKey: true }, null],
  ] as const)('%s with %o', (key, modifiers, expected) => {
    expect(historyKey({ key, ...plain, ...modifiers })).toBe(expected)
  })
})
