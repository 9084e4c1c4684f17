import { describe, expect, test } from 'vitest'
import { decodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { RecallFrameEvent } from '../protocol.ts'
import { createTestSession, drawn, laneOf, mixed, smallRecall } from './recallExamples.laws.ts'

/** Runs until the lane recalls memory μ; returns the frame. */
function runUntil(session: ReturnType<typeof createTestSession>, kind: 'idp' | 'classic-start', mu: number) {
  let frame: RecallFrameEvent = session.tick(0)
  for (let k = 0; k < 2000; k++) {
    const { verdict } = laneOf(frame, kind)
    if (verdict.kind === 'memory' && verdict.mu === mu) return frame
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
    const lane = laneOf(runUntil(session, 'classic-start', 1), 'classic-start')
    const { verdict } = lane
    if (verdict.kind !== 'memory') throw new Error(verdict.kind)
    expect(lane.recalledAfter).toBeCloseTo(verdict.since - begun.time, 3)
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
    const { verdict, recalledAfter } = laneOf(first, 'idp')
    expect(verdict).toMatchObject({ since: recalledAfter })
    session.run(10)
    const edited = session.change({ ...recall, input: mixed([2, 2]) })
    // The state is where it was: it was not the edit that recalled it.
    expect(laneOf(edited, 'idp').recalledAfter).toBe(recalledAfter)
    const lane = laneOf(runUntil(session, 'idp', 1), 'idp')
    if (lane.verdict.kind !== 'memory') throw new Error(lane.verdict.kind)
    expect(lane.recalledAfter).toBeCloseTo(lane.verdict.since - edited.time, 3)
    expect(lane.recalledAfter).toBeLessThan(lane.verdict.since - 10)
  })

  test('IDP counts from the keyframe', () => {
    const keyframes = [
      { id: 1, time: 0, input: mixed([1, 2]), isMorphing: false },
      { id: 2, time: 20, input: mixed([2, 2]), isMorphing: false },
    ]
    const session = createTestSession()
    session.load(smallRecall({ timeline: { isOn: true, isLooped: false, keyframes } }))
    session.run(20)
    const lane = laneOf(runUntil(session, 'idp', 1), 'idp')
    if (lane.verdict.kind !== 'memory') throw new Error(lane.verdict.kind)
    expect(lane.recalledAfter).toBeCloseTo(lane.verdict.since - 20, 3)
  })
})

test('a pulse under strong noise: it is noise that washed the overlaps out, not rest near zero', () => {
  const base = smallRecall({ lanes: ['classic-pulse'], noise: { strength: 8, seed: 3 } }, 16, 4)
  const session = createTestSession()
  session.load(base)
  const lane = laneOf(session.run(12), 'classic-pulse')
  expect(lane.verdict).toEqual({ kind: 'nothing', cause: 'noise' })
})
