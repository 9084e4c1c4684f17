import { describe, expect, test } from 'vitest'
import { createJavascriptKernel } from '../../../kernel/javascriptKernel.ts'
import { createBinaryKernel } from '../../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../../kernel/wasm/createKernel.ts'
import type { NetworkKernel } from '../../../kernel/networkKernel.ts'
import { encodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { LaneKind, Memory, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { memoryAmplitude } from '../../../model/memory.ts'
import { createTestSession, drawn, laneOf, lastOverlap, mixed, smallRecall } from './recallExamples.laws.ts'

const allLanes: LaneKind[] = ['idp', 'classic-start', 'classic-held', 'classic-pulse', 'binary-async', 'binary-sync']

describe('the input-driven model', () => {
  test('N = 64, orthogonal memories: it ends in the salient memory, at its exact depth', () => {
    const session = createTestSession()
    session.load(smallRecall())
    const frame = session.run(40)
    const lane = laneOf(frame, 'idp')
    expect(frame.isSettled).toBe(true)
    expect(lane.verdict).toMatchObject({ kind: 'memory', mu: 1 })
    expect(lane.energyRose).toBe(false)
    expect(lane.settledTime).toBeGreaterThan(1)
    // α = (0, 2, 1, …): only memory 2 can be stable beside memory 3.
    const gamma = memoryAmplitude(2, 1)
    expect(Math.abs(lastOverlap(frame, 'idp', 1))).toBeCloseTo(Math.tanh(gamma), 4)
    const depth = 64 * ((gamma / 2) * Math.tanh(gamma) - Math.log(Math.cosh(gamma)))
    const energies = session.events.flatMap((event) =>
      event.kind === 'frame' ? [...laneOf(event, 'idp').energies] : [],
    )
    expect(energies.at(-1)).toBeCloseTo(depth, 2)
    for (let k = 1; k < energies.length; k++) expect(energies[k]).toBeLessThanOrEqual(energies[k - 1] + 1e-3)
  })

  test('the saliencies are those of the faders, and the input goes out as bytes once', () => {
    const session = createTestSession()
    const first = session.load(smallRecall())
    expect([...first.saliency]).toEqual([0, 2, 1, 0].map((_, mu) => [0, 2, 0, 0][mu] + [1, 0, 0, 0][mu] * 0.5))
    expect(first.inputPixels).toHaveLength(64)
    expect(session.tick(0).inputPixels).toBeNull()
    expect(session.change(smallRecall({ input: mixed([1, 1]) })).inputPixels).toHaveLength(64)
  })
})

describe('the same document gives the same run', () => {
  test.each(allLanes)('%s: whatever the clock says between', (kind) => {
    const recall = smallRecall({ lanes: [kind], noise: { strength: 0.4, seed: 5 } })
    const one = createTestSession()
    const other = createTestSession()
    one.load(recall)
    other.load(recall)
    one.tick(0)
    other.tick(0)
    for (let k = 0; k < 60; k++) one.tick(50)
    for (let k = 0; k < 300; k++) other.tick(10)
    expect(samplesAt(one, kind)).toEqual(samplesAt(other, kind))
    expect(samplesAt(one, kind).size).toBeGreaterThan(40)
  })

  test('the kernel of the page, in batches of any size', () => {
    const recall = smallRecall(
      { lanes: ['idp', 'classic-held', 'binary-async'], noise: { strength: 0.4, seed: 5 } },
      12,
      5,
    )
    const fine = { ...recall, integration: { timeStep: 0.001, kernel: 'reproducible' as const } }
    const runs = [0, 0.3, 0.01].map((readingMs) => {
      let nowMs = 0
      const session = createTestSession({ createKernel, createBinaryKernel, now: () => (nowMs += readingMs) })
      session.load(fine)
      let frame = session.step('unit')
      while (frame.droppedTime > 0) frame = session.tick(16)
      expect(frame.time).toBeCloseTo(1, 9)
      return frame.lanes.map((lane) => lane.pixels)
    })
    expect(runs[1]).toEqual(runs[0])
    expect(runs[2]).toEqual(runs[0])
  })

  test('reset begins again with the same noise', () => {
    const session = createTestSession()
    session.load(smallRecall({ noise: { strength: 0.4, seed: 5 } }))
    const before = session.run(2)
    const begun = session.reset()
    expect(begun).toMatchObject({ time: 0, reset: true })
    expect(laneOf(begun, 'idp').isNew).toBe(true)
    const after = session.run(2)
    expect(after.lanes[0].pixels).toEqual(before.lanes[0].pixels)
  })

  test('all lanes that start at random start at the same place', () => {
    const session = createTestSession()
    const frame = session.load(smallRecall({ lanes: ['idp', 'classic-held', 'classic-pulse'] }))
    expect(frame.lanes[1].pixels).toEqual(frame.lanes[0].pixels)
    expect(frame.lanes[2].pixels).toEqual(frame.lanes[0].pixels)
  })
})

/** Regular samples by time: m of memory 2. */
function samplesAt(session: ReturnType<typeof createTestSession>, kind: LaneKind): Map<string, number> {
  const found = new Map<string, number>()
  for (const event of session.events) {
    if (event.kind !== 'frame') continue
    const lane = laneOf(event, kind)
    const count = lane.sampleTimes.length - (lane.endsBetweenSamples ? 1 : 0)
    for (let k = 0; k < count; k++) found.set(lane.sampleTimes[k].toFixed(4), lane.overlaps[4 * k + 1])
  }
  return found
}

describe('the clock', () => {
  test('pause forgets the time that passes', () => {
    const session = createTestSession()
    session.load(smallRecall())
    session.run(1)
    const { time } = session.tick(0)
    session.handle({ kind: 'pause' })
    expect(session.tick(5000).time).toBe(time)
    expect(session.tick(50).time).toBeCloseTo(time + 0.05, 9)
  })

  test('speed is model time a second', () => {
    const session = createTestSession()
    session.load(smallRecall({ playback: { speed: 3 } }))
    expect(session.run(1).time).toBeCloseTo(3, 9)
  })

  test('between two steps the state shown lies between their states, and the sample is provisional', () => {
    const session = createTestSession()
    session.load(smallRecall({ integration: { timeStep: 0.2, kernel: 'reproducible' } }))
    session.tick(0)
    const frame = session.tick(50)
    const lane = laneOf(frame, 'idp')
    expect(lane.endsBetweenSamples).toBe(true)
    expect(lane.sampleTimes.at(-1)).toBeCloseTo(0.05, 6)
  })

  test('a tick works for 8 ms or one step, says what it dropped, and goes on with the lane whose turn it is', () => {
    let nowMs = 0
    const session = createTestSession({ now: () => nowMs, createKernel: () => slowKernel((ms) => (nowMs += ms), 5) })
    session.load(smallRecall({ lanes: ['idp', 'classic-held', 'classic-start'] }))
    session.tick(0)
    let dropped = 0
    let frame = session.tick(0)
    for (let k = 0; k < 60; k++) {
      const before = nowMs
      frame = session.tick(16)
      expect(nowMs - before).toBeLessThanOrEqual(10)
      dropped += frame.droppedTime
      expect(new Set(frame.lanes.map((lane) => lane.refusal))).toEqual(new Set([null]))
    }
    // 60 ticks of one or two steps of 5 ms, three of them for a step of the race.
    expect(frame.time).toBeGreaterThan(0.3)
    expect(dropped).toBeCloseTo(60 * 0.016 - frame.time, 6)
  })

  test('a long step is worked off in the next ticks, without the time of the clock', () => {
    let nowMs = 0
    const session = createTestSession({ now: () => nowMs, createKernel: () => slowKernel((ms) => (nowMs += ms), 2) })
    session.load(smallRecall())
    let frame = session.step('unit')
    expect(frame.time).toBeLessThan(0.2)
    for (let k = 0; k < 100 && frame.droppedTime > 0; k++) frame = session.tick(16)
    expect(frame.time).toBeCloseTo(1, 9)
    session.handle({ kind: 'pause' })
    expect(session.tick(16).time).toBeCloseTo(1, 9)
  })

  test('ticks give way to changes that take long, and take their time back when no more come', () => {
    let nowMs = 0
    const spend = (ms: number) => (nowMs += ms)
    const session = createTestSession({ now: () => nowMs, createKernel: () => slowKernel(spend, 0.25, 10) })
    const recall = smallRecall({ playback: { speed: 20 }, integration: { timeStep: 0.002, kernel: 'reproducible' } })
    session.load(recall)
    session.tick(0)
    const tickMs = () => {
      const before = nowMs
      session.tick(100)
      return nowMs - before
    }
    expect(tickMs()).toBeGreaterThan(6)
    const bits = encodeBits(Array.from({ length: 64 }, () => 1))
    session.change({
      ...recall,
      memories: recall.memories.map((memory, k) => (k === 0 ? { ...memory, bits } : memory)),
    })
    const busyMs = tickMs()
    expect(busyMs).toBeGreaterThan(1)
    expect(busyMs).toBeLessThan(3.5)
    for (let k = 0; k < 60; k++) tickMs()
    expect(tickMs()).toBeGreaterThan(6)
  })
})

/** A kernel whose steps, and whose patterns, take time on a made-up clock. */
function slowKernel(spend: (ms: number) => void, stepMs: number, patternsMs = 0): NetworkKernel {
  const kernel = createJavascriptKernel()
  return {
    ...kernel,
    createNetwork(n, p) {
      const network = kernel.createNetwork(n, p)
      return {
        ...network,
        setPatterns(values, changed) {
          spend(patternsMs)
          network.setPatterns(values, changed)
        },
        stepRungeKutta(count, timeStep) {
          spend(count * stepMs)
          network.stepRungeKutta(count, timeStep)
        },
      }
    },
  }
}

describe('a change of the document', () => {
  test('a drawn pixel restarts nothing but the lanes that begin at the input', () => {
    const session = createTestSession()
    const lanes: LaneKind[] = ['idp', 'classic-start', 'binary-async']
    const pixels = new Int8Array(64).fill(1)
    const recall = smallRecall({ lanes, input: drawn(pixels) })
    session.load(recall)
    const before = session.run(2)
    pixels[10] = -1
    const after = session.change({ ...recall, input: drawn(pixels) })
    expect(after.lanes.map((lane) => lane.isNew)).toEqual([false, true, true])
    expect(after.time).toBeCloseTo(before.time, 1)
    expect(after.lanes[0].pixels).toEqual(before.lanes[0].pixels)
    expect(after.saliency).not.toEqual(before.saliency)
    expect(laneOf(after, 'binary-async').pixels).toEqual(Uint8Array.from(pixels, (pixel) => (pixel > 0 ? 255 : 0)))
  })

  test('other parts keep every state; a memory that comes voids the samples, not the state', () => {
    const session = createTestSession()
    const recall = smallRecall({ lanes: ['idp', 'classic-start'] })
    session.load(recall)
    const before = session.run(2)
    const hotter = session.change({ ...recall, network: { ...recall.network, gain: 1.2 } })
    expect(hotter.lanes.map((lane) => lane.isNew)).toEqual([false, false])
    const fewer = { ...recall, memories: recall.memories.map((memory) => ({ ...memory, isOn: memory.id !== 4 })) }
    session.change(recall)
    const after = session.change(fewer)
    expect(after.memoryIds).toEqual([1, 2, 3])
    expect(after.lanes[0].pixels).toEqual(before.lanes[0].pixels)
    expect(after.lanes.map((lane) => lane.isNew)).toEqual([true, true])
  })

  test('a memory that is drawn on keeps states and samples; a name and a memory that is off change nothing', () => {
    const recall = smallRecall({ lanes: ['idp', 'binary-async'], input: drawn(new Int8Array(64).fill(1)) })
    const bits = encodeBits(Array.from({ length: 64 }, (_, i) => (i < 20 ? 1 : -1)))
    const withMemory = (id: number, part: Partial<Memory>) => ({
      ...recall,
      memories: recall.memories.map((memory) => (memory.id === id ? { ...memory, ...part } : memory)),
    })
    let trained = 0
    const kernel = createJavascriptKernel()
    const createNetwork = (n: number, p: number) => {
      const network = kernel.createNetwork(n, p)
      return { ...network, setPatterns: (values: Int8Array) => (trained++, network.setPatterns(values)) }
    }
    const session = createTestSession({ createKernel: () => ({ ...kernel, createNetwork }) })
    session.load(recall)
    const before = session.run(2)
    expect(session.change(withMemory(3, { name: 'Renamed' })).lanes[0].pixels).toEqual(before.lanes[0].pixels)
    expect(trained).toBe(1)
    const after = session.change(withMemory(3, { bits }))
    expect(trained).toBe(2)
    expect(after.lanes.map((lane) => lane.isNew)).toEqual([false, false])
    expect(after.lanes.map((lane) => lane.pixels)).toEqual(before.lanes.map((lane) => lane.pixels))
    expect(after.saliency).not.toEqual(before.saliency)
    session.change(withMemory(3, { isOn: false }))
    session.change(withMemory(3, { isOn: false, bits }))
    expect(trained).toBe(3)
  })

  test('another size begins again; a new lane begins now; a lane that goes is gone', () => {
    const session = createTestSession()
    session.load(smallRecall())
    session.run(2)
    const more = session.change(smallRecall({ lanes: ['idp', 'classic-held'] }))
    expect(more.lanes.map((lane) => [lane.kind, lane.isNew])).toEqual([
      ['idp', false],
      ['classic-held', true],
    ])
    expect(session.change(smallRecall({ lanes: ['classic-held'] })).lanes).toHaveLength(1)
    const larger = session.change(smallRecall({}, 6, 3))
    expect(larger).toMatchObject({ time: 0, reset: true })
    expect(larger.lanes[0].pixels).toHaveLength(36)
  })

  test('speed and slice change nothing of the run', () => {
    const recall = smallRecall()
    const one = createTestSession()
    const other = createTestSession()
    for (const session of [one, other]) session.load(recall)
    one.run(1)
    other.tick(0)
    for (let k = 0; k < 20; k++) {
      other.tick(50)
      other.change({ ...recall, slice: { ...recall.slice, memories: [1, 1 + (k % 3)] } })
    }
    expect(other.tick(0).lanes[0].pixels).toEqual(one.tick(0).lanes[0].pixels)
  })

  test('a lane without memory enough says so, and the others run', () => {
    const session = createTestSession()
    const recall = smallRecall({ lanes: ['idp', 'binary-async'] }, 68, 2)
    const frame = session.load({ ...recall, network: { ...recall.network, rule: 'storkey' } })
    expect(laneOf(frame, 'binary-async').refusal).toContain('limit')
    expect(laneOf(frame, 'idp').refusal).toBeNull()
    expect(session.run(0.2).time).toBeGreaterThan(0.1)
    const mended = session.change(recall)
    expect(laneOf(mended, 'binary-async').refusal).toBeNull()
  })
})

describe('the classic models', () => {
  const race = (parts: Partial<RecallSettings> = {}) =>
    smallRecall({ lanes: ['classic-start', 'classic-held', 'classic-pulse'], ...parts })

  test('started at the input it falls into the memory there; held and pulsed inputs act as currents', () => {
    const session = createTestSession()
    session.load(race({ input: mixed([3, 1]) }))
    const frame = session.run(20)
    for (const lane of frame.lanes) expect(lane.verdict).toMatchObject({ kind: 'memory', mu: 2, sign: 1 })
    const heldSize = Math.abs(lastOverlap(frame, 'classic-held', 2))
    // With the current held the memory is deeper than without.
    expect(heldSize).toBeGreaterThan(Math.abs(lastOverlap(frame, 'classic-pulse', 2)) + 0.01)
    expect(Math.abs(lastOverlap(frame, 'classic-pulse', 2))).toBeCloseTo(Math.tanh(memoryAmplitude(2, 1)), 4)
  })

  test('equalised scales: the classic models take the largest saliency as strength', () => {
    const session = createTestSession()
    const recall = race({ input: mixed([1, 3], [2, 1]), noise: { strength: 0.5, seed: 1 } })
    const plain = session.load(recall)
    const equal = session.change({ ...recall, network: { ...recall.network, equalisesScale: true } })
    expect(plain.lanes.map((lane) => lane.signalToNoise)).toEqual([4, 4, 4])
    expect(equal.lanes.map((lane) => lane.signalToNoise)).toEqual([6, 6, 6])
  })
})

describe('learning rules and diagonals', () => {
  test.each([
    ['hebb', false],
    ['hebb', true],
    ['pseudo-inverse', false],
    ['pseudo-inverse', true],
  ] as const)(
    '%s, zero diagonal %s: noise-free energies never rise, in all continuous lanes',
    (rule, hasZeroDiagonal) => {
      const session = createTestSession()
      const recall = smallRecall({ lanes: ['idp', 'classic-start', 'classic-held'] }, 6, 5)
      session.load({ ...recall, network: { ...recall.network, rule, hasZeroDiagonal } })
      const frame = session.run(120)
      for (const lane of frame.lanes) expect(lane.energyRose).toBe(false)
      expect(frame.isSettled).toBe(true)
    },
  )

  test('the pseudo-inverse rule frees the saliencies of correlations', () => {
    const session = createTestSession()
    const recall = smallRecall({ input: mixed([1, 2], [2, 0.5]) }, 6, 4)
    const frame = session.load({ ...recall, network: { ...recall.network, rule: 'pseudo-inverse' } })
    expect([...frame.saliency].map((value) => Math.round(value * 1e5) / 1e5 + 0)).toEqual([2, 0.5, 0, 0])
  })

  test('duplicates and a lone memory run', () => {
    const session = createTestSession()
    const recall = smallRecall()
    const twins = [recall.memories[0], { ...recall.memories[0], id: 9 }]
    session.load({
      ...recall,
      memories: twins,
      input: mixed([1, 2]),
      network: { ...recall.network, rule: 'pseudo-inverse' },
    })
    expect(session.run(5).lanes[0].pixels).toHaveLength(64)
    session.load({ ...recall, memories: recall.memories.slice(0, 1), input: mixed([1, 2]) })
    expect(session.run(5).lanes[0].verdict.kind).toBe('memory')
    expect(session.slice().memories).toEqual([1, 1])
  })
})
