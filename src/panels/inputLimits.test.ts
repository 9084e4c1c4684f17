import { describe, expect, it } from 'vitest'
import { inputOfPair } from '../model/saliency.ts'
import { inputRanges, inputRefusal } from './inputLimits.ts'

describe('inputRefusal', () => {
  it('takes every input whose saliencies are in range', () => {
    for (const saliency of [
      [-3, 5],
      [5, 5],
      [0, 0],
      [-3, -3],
    ] as const) {
      const input = inputOfPair(saliency)
      expect(inputRefusal(input)).toBeNull()
      input.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(inputRanges[i].min)
        expect(value).toBeLessThanOrEqual(inputRanges[i].max)
      })
    }
  })

  it('names the saliency that would be out of range', () => {
    expect(inputRefusal([10, 2])).toBe('This input needs α₁ = 6: saliencies go from −3 to 5.')
    expect(inputRefusal([2, 9.2])).toBe('This input needs α₁ = 5.6: saliencies go from −3 to 5.')
    expect(inputRefusal([0, 8.2])).toBe('This input needs α₂ = −4.1: saliencies go from −3 to 5.')
  })
})
