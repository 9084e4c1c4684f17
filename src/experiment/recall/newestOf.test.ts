import { expect, test } from 'vitest'
import { newestOf } from './newestOf.ts'

test('keeps the newest, and what was asked for counts as new', () => {
  const newest = newestOf<string, number>(2)
  newest.set('a', 1)
  newest.set('b', 2)
  expect(newest.get('a')).toBe(1)
  newest.set('c', 3)
  expect(newest.get('b')).toBeUndefined()
  expect(newest.get('a')).toBe(1)
  expect(newest.get('c')).toBe(3)
})

test('a new value takes the place of the old one', () => {
  const newest = newestOf<string, number>(2)
  newest.set('a', 1)
  newest.set('b', 2)
  newest.set('b', 4)
  expect(newest.get('a')).toBe(1)
  expect(newest.get('b')).toBe(4)
})
