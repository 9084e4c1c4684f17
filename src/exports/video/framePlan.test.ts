import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameCount, framePlan } from './framePlan.ts'

const timings = fc.record({
  durationSeconds: fc.double({ min: 0.1, max: 20, noNaN: true }),
  fps: fc.integer({ min: 10, max: 60 }),
  speed: fc.double({ min: 0.1, max: 10, noNaN: true }),
})

it('has round(duration · fps) frames, evenly spaced on the clock and in model time', () => {
  fc.assert(
    fc.property(timings, (timing) => {
      const plan = framePlan(timing)
      expect(plan).toHaveLength(Math.max(1, Math.round(timing.durationSeconds * timing.fps)))
      for (const [k, frame] of plan.entries()) {
        expect(frame.index).toBe(k)
        expect(frame.clockSeconds).toBeCloseTo(k / timing.fps, 12)
        expect(frame.modelTime).toBeCloseTo(timing.speed * frame.clockSeconds, 9)
      }
      expect(plan[0].share).toBe(0)
      if (plan.length > 1) expect(plan.at(-1).share).toBe(1)
    }),
    { numRuns: 200 },
  )
})

it('never has less than one frame', () => {
  expect(frameCount({ durationSeconds: 0.001, fps: 10 })).toBe(1)
  expect(frameCount({ durationSeconds: 2, fps: 60 })).toBe(120)
})
