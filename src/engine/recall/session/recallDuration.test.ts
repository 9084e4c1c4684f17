import { describe, expect, test } from 'vitest'
import { decodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { RecallFrameEvent } from '../protocol.ts'
import { createTestSession, drawn, laneOf, mixed, smallRecall } from './recallExamples.laws.ts'

/** Runs until the lane recalls memory μ, and its overlap is above 0.5; returns the lane, and the time of the sample at which it rose so far. */
function runUntil(session: ReturnType<typeof createTestSession>, kind: 'idp' | 'classic-start', mu: number) {
  let frame: RecallFrameEvent = session.tick(0)
  let risenAt = Number.NaN
  for (let k = 0; k < 2000; k++) {
    const lane = laneOf(frame, kind)
    const { sampleTimes, overlaps, verdict } = lane
    const known = sampleTimes.length - (lane.endsBetweenSamples ? 1 : 0)
    for (let at = 0; at < known; at++) {
      const isAbove = Math.abs(overlaps[at * frame.memoryIds.length + mu]) >= 0.5
      if (!isAbove) risenAt = Number.NaN
      else if (Number.isNaN(risenAt)) risenAt = sampleTimes[at]
    }
    if (verdict.kind === 'memory' && verdict.mu === mu && risenAt >= 0) return { lane, verdict, risenAt }
    frame = session.tick(20)
  }
  throw new Error(`memory ${mu} was not recalled`)
}

describe('the time that a memory took', () => {
  test('a lane that begins again at t > 0 counts from there, and may say "from the start" again', () => {
    const lanes = ['classic-start', 'binary-async'] as const
    const base = smallRecall({ lanes })
    const memory = decodeBits(base.memories[1].bits, 64)
    const pixels = memory.slice()
    const recall = { ...base, input: drawn(pixels) }
    const session = createTestSession()
    session.load(recall)
    session.run(10)
    // A flawed memory must be completed first.
    for (let i = 0; i < 12; i++) pixels[i * 5] *= -1
    const begun = session.change({ ...recall, input: drawn(pixels) })
    expect(begun.time).toBeGreaterThan(9)
    const { lane, risenAt } = runUntil(session, 'classic-start', 1)
    expect(lane.recalledAfter).toBeCloseTo(risenAt - begun.time, 3)
    expect(lane.recalledAfter).toBeGreaterThan(0.02)
    const again = session.change({ ...recall, input: drawn(memory) })
    expect(laneOf(again, 'binary-async').verdict).toMatchObject({ kind: 'memory', mu: 1 })
    expect(laneOf(again, 'binary-async').recalledAfter).toBe(0)
  })

  test('IDP counts from the edit of its input', () => {
    const recall = smallRecall({ input: mixed([1, 2]) })
    const session = createTestSession()
    session.load(recall)
    const first = runUntil(session, 'idp', 0)
    const { recalledAfter } = first.lane
    expect(recalledAfter).toBeCloseTo(first.risenAt, 3)
    session.run(10)
    const edited = session.change({ ...recall, input: mixed([2, 2]) })
    // The state is where it was: it was not the edit that recalled it.
    expect(laneOf(edited, 'idp').recalledAfter).toBe(recalledAfter)
    const { lane, verdict, risenAt } = runUntil(session, 'idp', 1)
    expect(lane.recalledAfter).toBeCloseTo(risenAt - edited.time, 3)
    expect(lane.recalledAfter).toBeLessThan(verdict.since - 10)
  })

  test('IDP counts from the keyframe', () => {
    const keyframes = [
      { id: 1, time: 0, input: mixed([1, 2]), isMorphing: false },
      { id: 2, time: 20, input: mixed([2, 2]), isMorphing: false },
    ]
    const session = createTestSession()
    session.load(smallRecall({ timeline: { isOn: true, isLooped: false, keyframes } }))
    session.run(20)
    const { lane, risenAt } = runUntil(session, 'idp', 1)
    expect(lane.recalledAfter).toBeCloseTo(risenAt - 20, 3)
  })

  test('a trace of noise changes it by no more than a sample', () => {
    const [still, noisy] = [0, 0.001].map((strength) => {
      const session = createTestSession()
      session.load(smallRecall({ input: mixed([1, 2]), start: { kind: 'random' }, noise: { strength, seed: 3 } }))
      return laneOf(session.run(15), 'idp').recalledAfter ?? Number.NaN
    })
    expect(still).toBeGreaterThan(0.1)
    expect(Math.abs(noisy - still)).toBeLessThan(0.03)
  })
})

test('a pulse under strong noise: it is noise that washed the overlaps out, not rest near zero', () => {
  const base = smallRecall({ lanes: ['classic-pulse'], noise: { strength: 8, seed: 3 } }, 16, 4)
  const session = createTestSession()
  session.load(base)
  const lane = laneOf(session.run(12), 'classic-pulse')
  expect(lane.verdict).toEqual({ kind: 'nothing', cause: 'noise' })
})

test('no memory in the input under noise: nothing could hold, and noise is not blamed', () => {
  const input = drawn(new Int8Array(64))
  const session = createTestSession()
  session.load(smallRecall({ lanes: ['idp'], input, noise: { strength: 0.3, seed: 3 } }))
  expect(laneOf(session.run(12), 'idp').verdict).toEqual({ kind: 'nothing', cause: 'none-held' })
})
