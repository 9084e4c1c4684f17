import type { LaneFrame, RecallFrameEvent, SliceEvent } from '../../engine/recall/protocol.ts'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import type { BallFrame, WritableFrameCell } from '../frameCell.ts'
import { sampleWidth } from '../trace.ts'

/** The one ball on the slice. */
const ballId = 1
/** Numbers of a projection: y₊, y₋, energy, distance. */
const projectionWidth = 4

/** Puts the state of the slice's lane as a ball into the cell of the picture. */
export interface SliceBall {
  /** Returns the distance from the plane, null without a ball, undefined where the frame tells nothing new. */
  readonly takeFrame: (event: RecallFrameEvent, lane: LaneKind) => number | null | undefined
  /** A new slice: the ball stands on it, and on another plane its trail is void. */
  readonly takeSlice: (event: SliceEvent, time: number, overlaps: Overlaps) => number | null
}

/** The overlaps of the slice's lane now, with the two memories of the slice. */
type Overlaps = readonly [number, number]

export function createSliceBall(cell: WritableFrameCell): SliceBall {
  let plane: readonly [number, number] | null = null

  function put(frame: Partial<BallFrame> & Pick<BallFrame, 'time'>) {
    cell.takeFrame({
      ballIds: [ballId],
      newBallIds: [],
      sampleTimes: new Float32Array(0),
      samples: new Float32Array(0),
      endsBetweenSamples: false,
      cloud: null,
      energyRose: false,
      droppedTime: 0,
      reset: false,
      // A frame of the slice alone says nothing of the run: what was known stays.
      ...frame,
    })
  }

  return {
    takeFrame({ time, droppedTime, reset, lanes, memoryIds }, kind) {
      const run = { time, droppedTime, reset }
      const lane = lanes.find((candidate) => candidate.kind === kind && candidate.refusal === null)
      if (lane === undefined) {
        put({ ...run, ballIds: [] })
        return null
      }
      const { projections, sampleTimes, endsBetweenSamples, energyRose } = lane
      const facts = { ...run, energyRose, newBallIds: lane.isNew ? [ballId] : [] }
      if (projections === null || plane === null) {
        put(facts)
        return undefined
      }
      const columns = [memoryIds.indexOf(plane[0]), memoryIds.indexOf(plane[1])] as const
      put({
        ...facts,
        sampleTimes,
        endsBetweenSamples,
        samples: samplesOf(lane, projections, memoryIds.length, columns),
      })
      return projections[projections.length - 1]
    },
    takeSlice({ ball, memories }, time, overlaps) {
      const isOther = plane?.[0] !== memories[0] || plane[1] !== memories[1]
      plane = memories
      const { energyRose, isBehind } = cell
      const run = { time, energyRose, droppedTime: isBehind ? 1 : 0, newBallIds: isOther ? [ballId] : [] }
      if (ball === null) {
        put({ ...run, ballIds: [] })
        return null
      }
      const [yPlus, yMinus, energy, distance] = ball
      const samples = Float32Array.of(yPlus, yMinus, energy, ...overlaps)
      put({ ...run, sampleTimes: Float32Array.of(time), samples })
      return distance
    },
  }
}

/** S x 5: y₊, y₋, E, and the overlaps with the two memories. */
function samplesOf(
  { sampleTimes, overlaps }: LaneFrame,
  projections: Float32Array,
  patternCount: number,
  [first, second]: readonly [number, number],
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(sampleWidth * sampleTimes.length)
  for (let k = 0; k < sampleTimes.length; k++) {
    const from = k * projectionWidth
    const to = k * sampleWidth
    samples.set(projections.subarray(from, from + 3), to)
    samples[to + 3] = overlaps[k * patternCount + first] ?? 0
    samples[to + 4] = overlaps[k * patternCount + second] ?? 0
  }
  return samples
}
