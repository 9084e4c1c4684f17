import { expect, it } from 'vitest'
import { attractorInWords, byRank, isTwin, nameOfKey } from './attractors.ts'

it('reads the keys of equilibria', () => {
  expect(nameOfKey('memory-2-')).toEqual({ kind: 'memory', mu: 1, sign: -1 })
  expect(nameOfKey('origin')).toEqual({ kind: 'origin' })
  expect(nameOfKey('mixed-c')).toEqual({ kind: 'mixed' })
  expect(isTwin(nameOfKey('memory-1-'))).toBe(true)
  expect(isTwin(nameOfKey('memory-1+'))).toBe(false)
  expect(['memory-1-', 'memory-2+', 'origin', 'mixed-a'].map(attractorInWords)).toEqual([
    'the twin of memory 1',
    'memory 2',
    'the origin',
    'a mixed state',
  ])
})

it('keeps a memory and its twin together', () => {
  const keys = ['mixed-b', 'memory-2+', 'origin', 'memory-1-', 'mixed-a', 'memory-2-', 'memory-1+']
  expect(keys.toSorted(byRank)).toEqual([
    'memory-1+',
    'memory-1-',
    'memory-2+',
    'memory-2-',
    'origin',
    'mixed-a',
    'mixed-b',
  ])
})
