import { expect, it } from 'vitest'
import { undoKeys } from './undoKeys.ts'

it('knows the keys of a Mac', () => {
  expect(undoKeys('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36')).toBe('⌘Z')
  expect(undoKeys('Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)')).toBe('⌘Z')
  expect(undoKeys('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')).toBe('Ctrl+Z')
})
