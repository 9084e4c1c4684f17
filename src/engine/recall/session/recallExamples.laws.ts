import { defaultRecall } from '../../../experiment/recall/defaultRecall.ts'
import { encodeBits, encodeTrits } from '../../../experiment/recall/pixelCode.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createJavascriptBinaryKernel } from '../../../kernel/javascriptBinaryKernel.ts'
import { createJavascriptKernel } from '../../../kernel/javascriptKernel.ts'
import { hadamardPatterns, randomPatterns } from '../../../model/generators.ts'
import { createRandom } from '../../../model/random.ts'
import type { LaneFrame, RecallCommand, RecallEvent, RecallFrameEvent, SliceEvent } from '../protocol.ts'
import { createRecallSession } from './recallSession.ts'
import { recallTransferList } from './recallTransferList.ts'

/** 8 x 8 pixels, four orthogonal memories, the second leading in the input; no noise, IDP alone. */
export function smallRecall(parts: Partial<RecallSettings> = {}, side = 8, patternCount = 4): RecallSettings {
  const n = side * side
  const { values } = side === 8 ? hadamardPatterns(patternCount, n) : randomPatterns(patternCount, n, createRandom(7))
  const memories = Array.from({ length: patternCount }, (_, mu) => ({
    id: mu + 1,
    name: `Memory ${mu + 1}`,
    isOn: true,
    bits: encodeBits(values.subarray(mu * n, (mu + 1) * n)),
  }))
  return {
    ...defaultRecall,
    size: { columns: side, rows: side },
    memories,
    input: mixed([2, 2], [1, 0.5]),
    inputScale: 1,
    timeline: { isOn: false, isLooped: false, keyframes: [] },
    lanes: ['idp'],
    network: {
      ...defaultRecall.network,
      gain: 1,
      strength: 2,
      hasZeroDiagonal: false,
      rule: 'hebb',
      equalisesScale: false,
    },
    start: { kind: 'random' },
    noise: { strength: 0, seed: 1 },
    integration: { timeStep: 0.02, kernel: 'reproducible' },
    playback: { speed: 1 },
    slice: { ...defaultRecall.slice, memories: null, lane: 'idp' },
    ...parts,
  }
}

/** Faders as pairs of id and amount. */
export function mixed(...faders: readonly (readonly [number, number])[]) {
  return {
    kind: 'mix' as const,
    faders: faders.map(([memory, amount]) => ({ memory, amount })),
    isNormalised: false,
  }
}

export function drawn(pixels: ArrayLike<number>) {
  return { kind: 'drawing' as const, pixels: encodeTrits(pixels) }
}

/** A session with a clock that stands still unless moved: every tick then does all its work. */
export function createTestSession(options: Partial<Parameters<typeof createRecallSession>[0]> = {}) {
  let nowMs = 0
  const session = createRecallSession({
    createKernel: () => createJavascriptKernel(),
    createBinaryKernel: createJavascriptBinaryKernel,
    now: () => 0,
    ...options,
  })
  const events: RecallEvent[] = []
  const handle = (command: RecallCommand) => {
    // As over a wire: nothing is shared, and what is transferred is gone.
    const answers = session
      .handle(structuredClone(command))
      .map((event) => structuredClone(event, { transfer: recallTransferList(event) }))
    events.push(...answers)
    return answers
  }
  const frameOf = (answers: readonly RecallEvent[]): RecallFrameEvent => {
    const frame = answers.find((event) => event.kind === 'frame')
    if (frame === undefined) throw new Error(`no frame, but ${JSON.stringify(answers)}`)
    return frame
  }
  return {
    events,
    handle,
    load: (recall: RecallSettings) => frameOf(handle({ kind: 'load', recall })),
    change: (recall: RecallSettings) => frameOf(handle({ kind: 'change', recall })),
    tick(elapsedMs: number) {
      nowMs += elapsedMs
      return frameOf(handle({ kind: 'tick', nowMs }))
    },
    /** Ticks of 50 ms; the first one after a load or pause only starts the clock. */
    run(seconds: number) {
      let frame = this.tick(0)
      for (let k = 0; k < Math.round(seconds * 20); k++) frame = this.tick(50)
      return frame
    },
    step: (unit: 'neuron' | 'step' | 'unit') => frameOf(handle({ kind: 'step', unit })),
    scrub: (time: number | null) => frameOf(handle({ kind: 'scrub', time })),
    reset: () => frameOf(handle({ kind: 'reset' })),
    slice(parts: Partial<Extract<RecallCommand, { kind: 'slice' }>> = {}): SliceEvent {
      const command = {
        kind: 'slice',
        request: 1,
        extent: null,
        columns: 9,
        contourLevels: null,
        buffers: null,
        ...parts,
      } as const
      const slice = handle(command).find((event) => event.kind === 'slice')
      if (slice === undefined) throw new Error('no slice')
      return slice
    },
  }
}

export function laneOf(frame: RecallFrameEvent, kind: LaneFrame['kind']): LaneFrame {
  const lane = frame.lanes.find((candidate) => candidate.kind === kind)
  if (lane === undefined) throw new Error(`no lane ${kind}`)
  return lane
}

/** The overlap with memory mu in the last sample of a frame. */
export function lastOverlap(frame: RecallFrameEvent, kind: LaneFrame['kind'], mu: number): number {
  const { overlaps } = laneOf(frame, kind)
  return overlaps[overlaps.length - frame.memoryIds.length + mu]
}
