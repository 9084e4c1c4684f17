import { describe, expect, test } from 'vitest'
import type { Keyframe, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createTestSession, laneOf, lastOverlap, mixed, smallRecall } from './recallExamples.laws.ts'

const keyframes: readonly Keyframe[] = [
  { id: 1, time: 0, input: mixed([1, 2]), isMorphing: false },
  { id: 2, time: 4, input: mixed([2, 2]), isMorphing: true },
  { id: 3, time: 6, input: mixed([3, 2]), isMorphing: false },
]

const onTimeline = (parts: Partial<RecallSettings> = {}, isLooped = false) =>
  smallRecall({ timeline: { isOn: true, isLooped, keyframes }, ...parts })

const rounded = (values: ArrayLike<number>) => Array.from(values, (value) => Math.round(value * 1000) / 1000 + 0)

describe('playing', () => {
  test('inputs are held, morph, and stay at the end; then the run may rest', () => {
    const session = createTestSession()
    expect(rounded(session.load(onTimeline()).saliency)).toEqual([2, 0, 0, 0])
    expect(rounded(session.run(3.9).saliency)).toEqual([2, 0, 0, 0])
    const morphing = session.run(1.1)
    expect(morphing.inputTime).toBeCloseTo(5, 6)
    expect(rounded(morphing.saliency)).toEqual([0, 1, 1, 0])
    expect(morphing.inputPixels).not.toBeNull()
    const end = session.run(2)
    expect(rounded(end.saliency)).toEqual([0, 0, 2, 0])
    expect(end.isSettled).toBe(false)
    expect(session.run(60).isSettled).toBe(true)
    expect(Math.abs(lastOverlap(session.step('step'), 'idp', 2))).toBeGreaterThan(0.9)
  })

  test('a loop begins again and never settles', () => {
    const session = createTestSession()
    session.load(onTimeline({}, true))
    const frame = session.run(7)
    expect(frame.inputTime).toBeCloseTo(1, 6)
    expect(rounded(frame.saliency)).toEqual([2, 0, 0, 0])
    expect(session.run(100).isSettled).toBe(false)
  })

  test('the morph restarts no lane, not even those that begin at the input', () => {
    const session = createTestSession()
    session.load(onTimeline({ lanes: ['idp', 'classic-start', 'binary-async'] }))
    session.run(10)
    const isNew = session.events.flatMap((event) =>
      event.kind === 'frame' && event.time > 0 ? event.lanes.map((lane) => lane.isNew) : [],
    )
    expect(isNew).not.toContain(true)
  })

  test('an edit of something else while the input turns is no edit of the input', () => {
    const session = createTestSession()
    const recall = onTimeline({ lanes: ['classic-start'] })
    session.load(recall)
    session.run(5.01)
    const frame = session.change({ ...recall, network: { ...recall.network, gain: 1.1 } })
    expect(frame.lanes[0].isNew).toBe(false)
    const edited = {
      ...recall.timeline,
      keyframes: keyframes.map((keyframe) => ({ ...keyframe, input: mixed([4, 1]) })),
    }
    expect(session.change({ ...recall, timeline: edited }).lanes[0].isNew).toBe(true)
  })

  test('a morph is the same run whatever the clock says', () => {
    const one = createTestSession()
    const other = createTestSession()
    for (const session of [one, other]) session.load(onTimeline({ lanes: ['idp', 'classic-held'] }))
    const a = one.run(5)
    other.tick(0)
    for (let k = 0; k < 500; k++) other.tick(10)
    const b = other.tick(0)
    expect(b.lanes.map((lane) => lane.pixels)).toEqual(a.lanes.map((lane) => lane.pixels))
  })
})

describe('the pulse', () => {
  test('it acts for its time after the start and after each keyframe, and not in between', () => {
    const session = createTestSession()
    const { network } = smallRecall()
    const recall = onTimeline({
      lanes: ['classic-pulse'],
      slice: { ...smallRecall().slice, lane: 'classic-pulse', memories: [1, 2] },
      network: { ...network, strength: 1.5, pulseDuration: 1 },
    })
    session.load(recall)
    const versions = new Map<number, number>()
    session.tick(0)
    for (let k = 1; k <= 80; k++) versions.set(k / 10, session.tick(100).landscapeVersion)
    expect(versions.get(0.9)).toBe(versions.get(0.5))
    expect(versions.get(1.1)).not.toBe(versions.get(0.9))
    expect(versions.get(3.9)).toBe(versions.get(1.1))
    expect(versions.get(4.1)).not.toBe(versions.get(3.9))
    expect(versions.get(7.5)).not.toBe(versions.get(6.5))
  })

  test('at the end of the timeline it is over, and the run may rest', () => {
    const session = createTestSession()
    session.load(onTimeline({ lanes: ['classic-pulse'] }))
    expect(session.run(80).isSettled).toBe(true)
  })

  test('an input edited by hand is given as a pulse', () => {
    const session = createTestSession()
    const recall = smallRecall({ lanes: ['classic-pulse'], input: mixed([1, 4]) })
    session.load(recall)
    const first = session.run(40)
    expect(first.isSettled).toBe(true)
    expect(laneOf(first, 'classic-pulse').verdict).toMatchObject({ mu: 0, sign: 1 })
    session.change({ ...recall, input: mixed([2, 4]) })
    expect(laneOf(session.run(40), 'classic-pulse').verdict).toMatchObject({ mu: 1, sign: 1 })
  })
})

describe('scrubbing', () => {
  test('a held place holds the input while time goes on; let go, it runs on from there', () => {
    const session = createTestSession()
    session.load(onTimeline())
    session.run(1)
    expect(rounded(session.scrub(5.5).saliency)).toEqual([0, 0.5, 1.5, 0])
    const held = session.run(3)
    expect(held.time).toBeCloseTo(4, 6)
    expect(held.inputTime).toBe(5.5)
    expect(session.scrub(null).inputTime).toBeCloseTo(5.5, 6)
    const frame = session.run(0.25)
    expect(frame.inputTime).toBeCloseTo(5.75, 6)
    expect(rounded(frame.saliency)).toEqual([0, 0.25, 1.75, 0])
  })

  test('a place behind the end of a timeline that became shorter is its end, also in a loop', () => {
    const session = createTestSession()
    const recall = onTimeline({}, true)
    session.load(recall)
    session.scrub(6)
    const shorter = keyframes.map((keyframe) => ({ ...keyframe, time: Math.min(keyframe.time, 5.9) }))
    const frame = session.change({ ...recall, timeline: { ...recall.timeline, keyframes: shorter } })
    expect(frame.inputTime).toBe(5.9)
    expect(rounded(frame.saliency)).toEqual([0, 0, 2, 0])
  })

  test('while it is held the network may come to rest', () => {
    const session = createTestSession()
    session.load(onTimeline({}, true))
    session.scrub(4)
    expect(session.run(60).isSettled).toBe(true)
    expect(session.scrub(null).isSettled).toBe(false)
  })

  test('reset goes back to the beginning', () => {
    const session = createTestSession()
    session.load(onTimeline())
    session.run(5)
    expect(session.reset()).toMatchObject({ time: 0, inputTime: 0 })
  })

  test('reset lets go of a held place: the timeline runs from its beginning', () => {
    const session = createTestSession()
    session.load(onTimeline())
    session.scrub(5)
    expect(session.run(1).inputTime).toBe(5)
    expect(session.reset()).toMatchObject({ time: 0, inputTime: 0 })
    expect(session.run(1).inputTime).toBeCloseTo(1, 6)
  })
})
