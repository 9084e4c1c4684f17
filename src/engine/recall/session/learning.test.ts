import { describe, expect, test } from 'vitest'
import type { LaneKind } from '../../../experiment/recall/recallSettings.ts'
import type { BinaryKernel } from '../../../kernel/binaryKernel.ts'
import { createJavascriptBinaryKernel } from '../../../kernel/javascriptBinaryKernel.ts'
import { createBinaryKernel } from '../../../kernel/wasm/createBinaryKernel.ts'
import type { RecallFrameEvent } from '../protocol.ts'
import { createTestSession, drawn, laneOf, smallRecall } from './recallExamples.laws.ts'

const pieceMs = 3

/** Networks that learn in so many pieces more, each of which takes time on a made-up clock. */
function slowLearner(pieces: number, spend: (ms: number) => void): () => BinaryKernel {
  const kernel = createJavascriptBinaryKernel()
  return () => ({
    ...kernel,
    createNetwork(spec) {
      const network = kernel.createNetwork(spec)
      let left = pieces
      return {
        ...network,
        train() {
          spend(pieceMs)
          return left-- <= 0 && network.train()
        },
        trainedShare: () => 1 - Math.max(0, left) / pieces,
      }
    },
  })
}

function slowSession(pieces: number, options: { readonly waitsForLearning?: boolean } = {}) {
  let nowMs = 0
  const createSlow = slowLearner(pieces, (ms) => (nowMs += ms))
  const session = createTestSession({ createBinaryKernel: createSlow, now: () => nowMs, ...options })
  return { session, workMs: () => nowMs }
}

const cue = Array.from({ length: 64 }, (_, i) => (i % 3 === 0 ? 1 : -1))
const race = (kinds: readonly LaneKind[]) => smallRecall({ lanes: kinds, input: drawn(cue) })

/** Energy by time of all regular samples since the lane began. */
function samplesOf(frames: readonly RecallFrameEvent[], kind: LaneKind): Map<string, number> {
  const found = new Map<string, number>()
  for (const frame of frames) {
    const lane = laneOf(frame, kind)
    if (lane.isNew) found.clear()
    const count = lane.sampleTimes.length - (lane.endsBetweenSamples ? 1 : 0)
    for (let k = 0; k < count; k++) found.set(lane.sampleTimes[k].toFixed(4), lane.energies[k])
  }
  return found
}

const framesOf = (session: ReturnType<typeof createTestSession>) =>
  session.events.filter((event) => event.kind === 'frame')

describe.each(['binary-async', 'binary-sync'] as const)('%s while it learns', (kind) => {
  test('the others go on, it says how far it is, and then it follows: the run is that of a network that knew at once', () => {
    const { session: slow } = slowSession(100)
    const { session: quick } = slowSession(0)
    for (const session of [slow, quick]) session.load(race(['idp', kind]))
    const shares: number[] = []
    slow.tick(0)
    for (let k = 0; k < 20; k++) {
      const frame = slow.tick(20)
      expect(frame.droppedTime).toBe(0)
      expect(frame.isSettled).toBe(false)
      const { learnedShare, verdict, sampleTimes } = laneOf(frame, kind)
      if (learnedShare === null) throw new Error('too early')
      expect(verdict.kind).toBe('moving')
      expect(sampleTimes).toHaveLength(0)
      shares.push(learnedShare)
    }
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeGreaterThan(shares[0] + 0.2)
    for (let k = 0; k < 200; k++) slow.tick(20)
    quick.tick(0)
    for (let k = 0; k < 220; k++) quick.tick(20)
    const frame = slow.tick(0)
    expect(laneOf(frame, kind).learnedShare).toBeNull()
    expect(laneOf(frame, kind)).toMatchObject({
      pixels: laneOf(quick.tick(0), kind).pixels,
      verdict: laneOf(quick.tick(0), kind).verdict,
      recalledAfter: laneOf(quick.tick(0), kind).recalledAfter,
      settledTime: laneOf(quick.tick(0), kind).settledTime,
    })
    expect(samplesOf(framesOf(slow), kind)).toEqual(samplesOf(framesOf(quick), kind))
    expect(samplesOf(framesOf(slow), 'idp')).toEqual(samplesOf(framesOf(quick), 'idp'))
    for (const { lanes } of framesOf(slow))
      for (const { sampleTimes } of lanes) expect([...sampleTimes]).toEqual([...sampleTimes].toSorted((a, b) => a - b))
  })

  test('a tick still ends in time', () => {
    const { session, workMs } = slowSession(100)
    session.load(race(['idp', kind]))
    for (let k = 0; k < 20; k++) {
      const before = workMs()
      session.tick(20)
      expect(workMs() - before).toBeGreaterThan(0)
      expect(workMs() - before).toBeLessThanOrEqual(8)
    }
  })

  test('a single step waits for it, also after a while of playing', () => {
    const { session } = slowSession(100)
    session.load(race(['idp', kind]))
    session.run(0.2)
    session.handle({ kind: 'pause' })
    let frame = session.step('unit')
    expect(frame.droppedTime).toBeGreaterThan(0.9)
    for (let k = 0; k < 100 && frame.droppedTime > 0; k++) frame = session.tick(16)
    expect(frame.time).toBeCloseTo(1.2, 6)
    expect(laneOf(frame, kind).learnedShare).toBeNull()
    expect(laneOf(frame, kind).sampleTimes.at(-1)).toBeCloseTo(1.2, 5)
  })

  test('a run that waits for it stands still until it knows', () => {
    const { session } = slowSession(100, { waitsForLearning: true })
    session.load(race(['idp', kind]))
    expect(session.run(0.2).time).toBe(0)
    session.run(3)
    expect(session.tick(0).time).toBeGreaterThan(0)
  })

  test('a memory that is drawn on meanwhile: it goes on from there with the new weights', () => {
    const { session } = slowSession(30)
    const recall = race(['idp', kind])
    session.load(recall)
    session.run(0.3)
    const changed = session.change({ ...recall, memories: recall.memories.slice(0, 3) })
    expect(laneOf(changed, kind).learnedShare).toBeLessThan(0.2)
    const lane = laneOf(session.run(4), kind)
    expect(lane.learnedShare).toBeNull()
    const [first] = samplesOf(framesOf(session), kind).keys()
    expect(Number(first)).toBeCloseTo(changed.time, 3)
  })
})

test('step by neuron asks one neuron more, though it learned while the clock went on', () => {
  const { session } = slowSession(40)
  session.load(race(['binary-async']))
  const before = session.run(0.1)
  session.handle({ kind: 'pause' })
  let frame = session.step('neuron')
  for (let k = 0; k < 100 && frame.droppedTime > 0; k++) frame = session.tick(16)
  expect(frame.time).toBeGreaterThan(before.time)
  expect(frame.time).toBeLessThanOrEqual(before.time + 1 / 64 + 1e-9)
  expect(laneOf(frame, 'binary-async').lastUpdate).not.toBeNull()
})

test('both binary models learn the same weights: once, and again only when they change', () => {
  const { session, pieces } = countingSession()
  const base = smallRecall({ input: drawn(Array.from({ length: 576 }, (_, i) => (i % 3 === 0 ? 1 : -1))) }, 24, 6)
  const recall = { ...base, network: { ...base.network, rule: 'storkey' as const } }
  const runOf = (kinds: readonly LaneKind[]) => {
    const before = pieces()
    session.load({ ...recall, lanes: kinds })
    const frame = session.run(20)
    return { count: pieces() - before, lanes: kinds.map((kind) => laneOf(frame, kind)) }
  }
  const alone = runOf(['binary-async'])
  const sync = runOf(['binary-sync'])
  const both = runOf(['binary-async', 'binary-sync'])
  expect(both.lanes).toEqual([...alone.lanes, ...sync.lanes])
  expect(alone.count).toBeGreaterThan(3)
  expect(both.count).toBe(alone.count)
  session.reset()
  session.change({ ...recall, lanes: ['binary-sync'], inputScale: 3 })
  expect(pieces()).toBe(2 * alone.count + sync.count)
  const memories = recall.memories.with(0, { ...recall.memories[0], bits: recall.memories[1].bits })
  session.change({ ...recall, lanes: ['binary-sync', 'binary-async'], memories })
  session.run(20)
  expect(pieces()).toBe(3 * alone.count + sync.count)
})

/** A session that counts the pieces in which its networks learn. */
function countingSession() {
  const kernel = createJavascriptBinaryKernel()
  let count = 0
  const createCounting = (): BinaryKernel => ({
    ...kernel,
    createNetwork(spec) {
      const network = kernel.createNetwork(spec)
      const train = () => {
        const share = network.trainedShare()
        const isDone = network.train()
        if (network.trainedShare() > share) count++
        return isDone
      }
      return { ...network, train }
    },
  })
  return { session: createTestSession({ createBinaryKernel: createCounting }), pieces: () => count }
}

describe('what computes a lane', () => {
  const load = (rule: 'hebb' | 'storkey' | 'pseudo-inverse', side: number) => {
    const base = smallRecall({ lanes: ['binary-async'] }, side, 2)
    const session = createTestSession({ createBinaryKernel })
    return laneOf(session.load({ ...base, network: { ...base.network, rule } }), 'binary-async')
  }

  test('only plain Hebb runs in WebAssembly', () => {
    expect(load('hebb', 8).flavour).toBe('wasm')
    expect(load('storkey', 8).flavour).toBe('javascript')
    expect(load('pseudo-inverse', 8).flavour).toBe('javascript')
  })

  test('nothing computes a lane that cannot run', () => {
    expect(load('storkey', 68)).toMatchObject({ flavour: null, learnedShare: null })
  })
})
