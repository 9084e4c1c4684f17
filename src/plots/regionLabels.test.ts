import { describe, expect, it } from 'vitest'
import { regionLabels } from './regionLabels.ts'

describe('regionLabels', () => {
  it('names all six regions of the usual map', () => {
    const ids = regionLabels(1, { low: -1, high: 4 }, 250, 11).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(['both', 'none', 'only-1', 'only-2', 'saddle-1', 'saddle-2'])
  })
  it('turns the name of a narrow column upright', () => {
    const only2 = regionLabels(1, { low: -1, high: 4 }, 170, 11).find(({ id }) => id === 'only-2')
    expect(only2?.isUpright).toBe(true)
  })
  it('leaves out names without room', () => {
    expect(regionLabels(10, { low: -3, high: 5 }, 250, 11).map(({ id }) => id)).not.toContain('saddle-2')
    expect(regionLabels(1, { low: -1, high: 4 }, 30, 11)).toEqual([])
  })
})
