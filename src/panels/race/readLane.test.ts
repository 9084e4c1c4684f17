import { expect, it } from 'vitest'
import type { LaneFrame } from '../../engine/recall/protocol.ts'
import { createRecallCell } from '../../store/recall/recallCell.ts'
import { nearestMemory, readLane, verdictsNow } from './readLane.ts'

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

const frame: LaneFrame = {
  kind: 'binary-async',
  isNew: true,
  pixels: new Uint8Array(4),
  sampleTimes: new Float32Array(0),
  overlaps: new Float32Array(0),
  energies: new Float32Array(0),
  projections: null,
  endsBetweenSamples: false,
  verdict: { kind: 'memory', mu: 0, sign: -1, overlap: -0.98, since: 32.4 },
  recalledAfter: 2.4,
  learnedShare: null,
  settledTime: null,
  energyRose: false,
  isInTwoCycle: false,
  lastUpdate: null,
  signalToNoise: null,
  flavour: 'javascript',
  refusal: null,
}

function cellOf(parts: Partial<LaneFrame>) {
  const cell = createRecallCell()
  cell.takeFrame({
    kind: 'frame',
    answers: 'tick',
    time: 40,
    inputTime: 0,
    memoryIds: [7],
    saliency: new Float32Array(1),
    inputPixels: null,
    lanes: [{ ...frame, ...parts }],
    landscapeVersion: 1,
    isSettled: false,
    droppedTime: 0,
    reset: false,
  })
  return cell
}

const names = new Map([[7, 'Grandma']])

it('says how long recall took, not when it was', () => {
  const reading = readLane(cellOf({}), 'binary-async', names)
  expect(reading).toMatchObject({ isLearning: false, isInverted: true })
  expect(reading?.sentence).toBe('Grandma, inverted: overlap −0.98, after 2.4 time units.')
})

it('says that a network learns, under one key whatever the share, so that it is announced once', () => {
  const [early, late] = [0.1, 0.62].map((learnedShare) => cellOf({ learnedShare }))
  expect(readLane(early, 'binary-async', names)).toMatchObject({ isLearning: true, isInverted: false, key: 'learning' })
  expect(readLane(late, 'binary-async', names)?.sentence).toBe('Learning the memories, 62\u202f%.')
  expect(verdictsNow(late, ['binary-async'], names)[0].key).toBe(verdictsNow(early, ['binary-async'], names)[0].key)
})
