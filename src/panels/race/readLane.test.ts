import { expect, it } from 'vitest'
import { nearestMemory } from './readLane.ts'

const lane = (overlaps: readonly number[], length = 1) => ({
  trace: {
    length,
    patternCount: overlaps.length,
    timeAt: () => 0,
    energyAt: () => 0,
    overlapAt: (_: number, mu: number) => overlaps[mu],
  },
})

it('finds the memory with the largest overlap in magnitude, and none where all are small', () => {
  expect(nearestMemory(lane([0.2, -0.6, 0.5]))).toEqual({ mu: 1, overlap: -0.6 })
  expect(nearestMemory(lane([0.05, -0.09]))).toBeNull()
  expect(nearestMemory(lane([0.9], 0))).toBeNull()
})
