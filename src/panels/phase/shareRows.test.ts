import { expect, test } from 'vitest'
import { basinRows, probabilityRows } from './shareRows.ts'

test('a memory and its twin stand in one row', () => {
  const attractors = ['memory-1-', 'memory-2-', 'memory-2+', 'memory-1+']
  expect(basinRows({ attractors, fractions: [0.1, 0.4, 0.4, 0.1] })).toEqual([
    { label: 'memory 1', memory: 0, own: 0.1, twin: 0.1, together: 0.2 },
    { label: 'memory 2', memory: 1, own: 0.4, twin: 0.4, together: 0.8 },
  ])
})

test('what is no memory, and what is undecided, has a row of its own', () => {
  expect(basinRows({ attractors: ['origin'], fractions: [1] })).toEqual([
    { label: 'the origin', memory: null, own: null, twin: null, together: 1 },
  ])
  const rows = basinRows({ attractors: ['memory-2+', 'mixed-a'], fractions: [0.5, 0.3] })
  expect(rows.map((row) => row.label)).toEqual(['memory 2', 'a mixed state', 'undecided'])
  expect(rows[0]).toMatchObject({ own: 0.5, twin: null, together: 0.5 })
  expect(rows[2]?.together).toBeCloseTo(0.2)
})

test('the width of a border is no share', () => {
  expect(basinRows({ attractors: ['memory-1+', 'memory-1-'], fractions: [0.4999, 0.4999] })).toHaveLength(1)
})

test('the quarters of a density are those of the memories and their twins', () => {
  expect(probabilityRows({ masses: [0.2, 0.8], quarters: [0.12, 0.5, 0.08, 0.3] })).toEqual([
    { label: 'memory 1', memory: 0, own: 0.12, twin: 0.08, together: 0.2 },
    { label: 'memory 2', memory: 1, own: 0.5, twin: 0.3, together: 0.8 },
  ])
})
