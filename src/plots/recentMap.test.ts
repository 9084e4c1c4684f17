import { expect, test } from 'vitest'
import { createRecentMap } from './recentMap.ts'

test('what is asked for again and again is made once; what is not goes after a generation', () => {
  const map = createRecentMap<string>(10, 100)
  const made: string[] = []
  const get = (key: string) => map.get(key, () => (made.push(key), key.toUpperCase()))
  expect(get('seldom')).toBe('SELDOM')
  for (let k = 0; k < 40; k++) expect(get('often')).toBe('OFTEN')
  get('seldom')
  expect(made).toEqual(['seldom', 'often', 'seldom'])
})

test('keys that never come again do not pile up, and what is in use stays', () => {
  const map = createRecentMap<number>(1000, 20)
  let made = 0
  for (let k = 0; k < 500; k++) {
    map.get(`${k}`, () => k)
    map.get('axis', () => ++made)
  }
  expect(made).toBe(1)
  map.clear()
  expect(map.get('axis', () => 7)).toBe(7)
})
