import type { LaneFrame, RecallFrameEvent, SliceEvent } from '../../engine/recall/protocol.ts'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import { createLaneTrace, type WritableLaneTrace } from './laneTrace.ts'
import type { LaneView, RecallCell } from './recall.ts'

/** The cell as its owner sees it. */
export interface WritableRecallCell extends RecallCell {
  readonly takeFrame: (event: RecallFrameEvent) => void
  readonly takeSlice: (event: Pick<SliceEvent, 'memories' | 'hasAuxiliaryDirection' | 'equilibria'>) => void
  readonly setDistance: (distance: number | null) => void
}

/** An empty cell: no lanes before the first frame. */
export function createRecallCell(): WritableRecallCell {
  const listeners = new Set<() => void>()
  const lanes = new Map<LaneKind, LaneView & { readonly trace: WritableLaneTrace }>()
  const touch = () => {
    for (const listener of listeners) listener()
  }
  const cell = {
    time: 0,
    inputTime: 0,
    memoryIds: [] as readonly number[],
    saliency: new Float32Array(0) as Float32Array,
    inputPixels: new Uint8Array(0) as Uint8Array,
    lanes,
    isBehind: false,
    slice: null as RecallCell['slice'],
    distanceFromSlice: null as number | null,
    frameVersion: 0,
    inputVersion: 0,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    takeFrame(event: RecallFrameEvent) {
      cell.time = event.time
      cell.inputTime = event.inputTime
      cell.memoryIds = event.memoryIds
      cell.saliency = event.saliency
      cell.isBehind = event.droppedTime > 0
      if (event.inputPixels !== null) {
        cell.inputPixels = event.inputPixels
        cell.inputVersion++
      }
      takeLanes(event)
      cell.frameVersion++
      touch()
    },
    takeSlice({
      memories,
      hasAuxiliaryDirection,
      equilibria,
    }: Pick<SliceEvent, 'memories' | 'hasAuxiliaryDirection' | 'equilibria'>) {
      cell.slice = { memories, hasAuxiliaryDirection, equilibria }
      touch()
    },
    setDistance(distance: number | null) {
      cell.distanceFromSlice = distance
    },
  }

  /** The lanes in the order of the document; a map keeps the order in which its keys were set. */
  function takeLanes(event: RecallFrameEvent) {
    const before = new Map(lanes)
    lanes.clear()
    for (const lane of event.lanes) {
      const known = before.get(lane.kind)?.trace
      const patternCount = event.memoryIds.length
      const trace = known?.suits(patternCount) ? known : createLaneTrace(patternCount)
      if (trace.patternCount !== patternCount) trace.begin(patternCount)
      writeTrace(trace, lane)
      const { kind, pixels, verdict, settledTime, energyRose, isInTwoCycle, lastUpdate } = lane
      const { recalledAfter, learnedShare, signalToNoise, flavour, refusal } = lane
      const facts = { verdict, settledTime, energyRose, isInTwoCycle, lastUpdate, signalToNoise, flavour, refusal }
      lanes.set(kind, { kind, pixels, trace, recalledAfter, learnedShare, ...facts })
    }
  }
  return cell
}

function writeTrace(trace: WritableLaneTrace, lane: LaneFrame) {
  if (lane.isNew) trace.clear()
  const { sampleTimes, energies, overlaps, endsBetweenSamples } = lane
  const count = sampleTimes.length
  for (let k = 0; k < count; k++) {
    trace.push(sampleTimes[k], energies[k], overlaps, k, endsBetweenSamples && k === count - 1)
  }
}
