import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import type { RecallCommand, RecallEvent } from '../protocol.ts'
import { createTestSession, drawn, mixed, smallRecall } from './recallExamples.laws.ts'

const kinds: LaneKind[] = ['idp', 'classic-start', 'classic-held', 'classic-pulse', 'binary-async', 'binary-sync']
const amount = fc.double({ min: -4, max: 6, noNaN: true })
const faders = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), amount), { maxLength: 4 })
const input = fc.oneof(
  faders.map((list) => mixed(...list)),
  fc.array(fc.constantFrom(-1, 0, 1), { minLength: 36, maxLength: 36 }).map(drawn),
)

const document: fc.Arbitrary<RecallSettings> = fc
  .record({
    side: fc.constantFrom(4, 6),
    patternCount: fc.integer({ min: 1, max: 6 }),
    off: fc.integer({ min: 1, max: 8 }),
    input,
    lanes: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
    rule: fc.constantFrom('hebb' as const, 'storkey' as const, 'pseudo-inverse' as const),
    hasZeroDiagonal: fc.boolean(),
    equalisesScale: fc.boolean(),
    gain: fc.double({ min: 0.5, max: 50, noNaN: true }),
    inputScale: fc.constantFrom(0.1, 1, 15, 100),
    noise: fc.constantFrom(0, 0.5, 8),
    timeStep: fc.constantFrom(0.01, 0.1, 0.5),
    start: fc.constantFrom(
      { kind: 'random' as const },
      { kind: 'input' as const },
      { kind: 'memory' as const, memory: 2, isInverted: true },
    ),
    timeline: fc.record({
      isOn: fc.boolean(),
      isLooped: fc.boolean(),
      keyframes: fc.array(fc.tuple(input, fc.boolean()), { maxLength: 3 }),
    }),
    slice: fc.record({
      lane: fc.constantFrom(
        'idp' as const,
        'classic-pulse' as const,
        'classic-held' as const,
        'classic-start' as const,
      ),
      memories: fc.constantFrom(null, [1, 2] as const, [1, 7] as const),
    }),
  })
  .map((wish) => {
    const base = smallRecall({}, wish.side, wish.patternCount)
    const { gain, rule, hasZeroDiagonal, equalisesScale } = wish
    const memories = base.memories.map((memory) => ({
      ...memory,
      isOn: memory.id !== wish.off || wish.patternCount === 1,
    }))
    return {
      ...base,
      memories,
      input: wish.input,
      inputScale: wish.inputScale,
      lanes: wish.lanes,
      network: { ...base.network, gain, rule, hasZeroDiagonal, equalisesScale },
      noise: { strength: wish.noise, seed: 3 },
      integration: { ...base.integration, timeStep: wish.timeStep },
      start: wish.start,
      timeline: {
        ...wish.timeline,
        keyframes: wish.timeline.keyframes.map(([shown, isMorphing], k) => ({
          id: k + 1,
          time: k * 0.3,
          input: shown,
          isMorphing,
        })),
      },
      slice: { ...base.slice, ...wish.slice },
    }
  })

const command: fc.Arbitrary<RecallCommand> = fc.oneof(
  { weight: 1, arbitrary: document.map((recall) => ({ kind: 'load' as const, recall })) },
  { weight: 3, arbitrary: document.map((recall) => ({ kind: 'change' as const, recall })) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3000 }).map((nowMs) => ({ kind: 'tick' as const, nowMs })) },
  { weight: 2, arbitrary: fc.constantFrom('neuron', 'step', 'unit').map((unit) => ({ kind: 'step' as const, unit })) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'pause' as const }, { kind: 'reset' as const }) },
  {
    weight: 2,
    arbitrary: fc.option(fc.double({ min: 0, max: 2, noNaN: true })).map((time) => ({ kind: 'scrub' as const, time })),
  },
  {
    weight: 3,
    arbitrary: fc.constant({
      kind: 'slice' as const,
      request: 1,
      extent: null,
      columns: 5,
      contourLevels: [0],
      buffers: null,
    }),
  },
)

function numbersOf(event: RecallEvent): number[] {
  switch (event.kind) {
    case 'failed':
      throw new Error(event.sentence)
    case 'slice':
      return [...event.landscape.heights, event.needed.extent, ...(event.ball ?? [])]
    case 'frame':
      return [
        event.time,
        event.inputTime,
        event.droppedTime,
        ...event.saliency,
        ...event.lanes.flatMap((lane) => [
          ...lane.sampleTimes,
          ...lane.overlaps,
          ...lane.energies,
          ...(lane.projections ?? []),
          ...(lane.lastUpdate?.contributions ?? []),
          lane.signalToNoise ?? 0,
        ]),
      ]
  }
}

test('whatever is said in whatever order: no failure, no NaN, and every command its answer', () => {
  fc.assert(
    fc.property(document, fc.array(command, { maxLength: 25 }), (first, commands) => {
      let nowMs = 0
      const session = createTestSession({ now: () => (nowMs += 0.2) })
      session.load(first)
      let time = 0
      for (const next of commands) {
        const answers = session.handle(next)
        expect(answers).toHaveLength(next.kind === 'pause' ? 0 : 1)
        for (const answer of answers) {
          expect(numbersOf(answer).every(Number.isFinite)).toBe(true)
          if (answer.kind !== 'frame') continue
          if (!answer.reset) expect(answer.time).toBeGreaterThanOrEqual(time)
          time = answer.time
          for (const lane of answer.lanes) {
            expect(lane.overlaps).toHaveLength(lane.sampleTimes.length * answer.memoryIds.length)
            expect([...lane.sampleTimes]).toEqual([...lane.sampleTimes].toSorted((a, b) => a - b))
            expect(lane.refusal).toBeNull()
          }
        }
      }
    }),
    { numRuns: 300, seed: 1982 },
  )
}, 60_000)
