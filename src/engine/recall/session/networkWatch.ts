import type { KernelNetwork } from '../../../kernel/networkKernel.ts'
import { projectOntoSlice } from '../../../model/slice.ts'
import type { LaneFrame } from '../protocol.ts'
import { momentSaliencyInto } from './inputTrack.ts'
import { inputChangeBefore, type LaneContext } from './laneContext.ts'
import { holdsMemory, type NetworkLaneKind } from './laneForces.ts'
import type { LaneDrive } from './laneDrive.ts'
import { createLaneJudge } from './laneVerdict.ts'
import { createLaneRecord, projectionWidth } from './laneRecord.ts'

/** |f|/√N below this, times the larger of 1 and the strongest memory, is rest: single precision does not reach much less. Per unit of time. */
const restSpeed = 1e-5
/** Overlaps that moved by more than this between two samples need no look at the field. No unit. */
const restOverlap = 1e-4
/** What single precision and the fast tanh may add to E between two samples, per N + |E|. */
const energyRounding = 2e-6

type Seen = ReturnType<ReturnType<typeof createLaneRecord>['take']> &
  Pick<LaneFrame, 'verdict' | 'recalledAfter' | 'settledTime' | 'energyRose'>

/** What is seen of a network of continuous neurons at its samples: energy, overlaps, its place on the slice, rest, and what it recalls. */
export interface NetworkWatch {
  readonly begin: (time: number) => void
  /** Other memories, perhaps another number of them. */
  readonly beginMemories: (time: number) => void
  /** The state goes on under other conditions: samples not taken yet are void. */
  readonly goOn: () => void
  /** Another input acts: whether the state rests, and whether E may rise, is open again. */
  readonly noteInput: () => void
  /** A sample of the present state, with ψ of it; false, and no sample, where E is no number any more. */
  readonly see: (network: KernelNetwork, time: number, activity: Float32Array) => boolean
  /** A sample of a state that has not moved since the last one. */
  readonly seeAtRest: (time: number) => void
  readonly isAtRest: () => boolean
  /** Places the present state on the plane of the slice, for this and the samples that wait; null off the slice. */
  readonly project: (network: KernelNetwork) => Float32Array<ArrayBuffer> | null
  readonly take: (shownTime: number) => Seen
}

export function createNetworkWatch(context: LaneContext, kind: NetworkLaneKind, drive: LaneDrive): NetworkWatch {
  const record = createLaneRecord()
  const judge = createLaneJudge()
  let scratch = makeScratch(context)
  let lastEnergy: number | null = null
  let lastProjection: Float32Array<ArrayBuffer> | null = null
  let hasEnergyRisen = false
  let isAtRest = false
  let settledTime: number | null = null

  const isNoisy = () => context.recall.noise.strength > 0

  /** Overlaps, rest and verdict of the present state. */
  function look(network: KernelNetwork, time: number, activity: Float32Array) {
    const { overlaps, lastOverlaps, field } = scratch
    lastOverlaps.set(overlaps)
    network.overlapsInto(overlaps)
    let moved = 0
    for (let mu = 0; mu < overlaps.length; mu++) moved = Math.max(moved, Math.abs(overlaps[mu] - lastOverlaps[mu]))
    if (!isNoisy() && !isAtRest && moved < restOverlap) {
      const largest = drive.weights().reduce((most, weight) => Math.max(most, Math.abs(weight)), 1)
      isAtRest = rootMeanSquare(network.vectorFieldInto(field)) < restSpeed * largest
      if (isAtRest) settledTime = time
    }
    judge.see({
      time,
      overlaps,
      saliency: isNoisy() ? momentSaliencyInto(scratch.saliency, context.momentAt(time)) : null,
      gram: context.facts.gram,
      activity: rootMeanSquare(activity),
      isAtRest,
      isNoisy: isNoisy(),
      holdsMemory: () => holdsMemory(context, drive.weights()),
      inputSince: kind === 'classic-start' ? null : inputChangeBefore(context, time),
    })
  }

  function place(network: KernelNetwork): Float32Array<ArrayBuffer> | null {
    const { plane, recall, facts } = context
    if (plane === null || recall.slice.lane !== kind) return null
    const { yPlus, yMinus, distance } = projectOntoSlice(
      facts.patterns,
      plane.mu,
      plane.nu,
      network.readState(scratch.state),
    )
    const out = new Float32Array(projectionWidth)
    out.set([yPlus, yMinus, context.sliceEnergyAt(yPlus, yMinus), distance])
    return out
  }

  return {
    begin(time) {
      hasEnergyRisen = false
      judge.begin(time)
    },
    beginMemories(time) {
      judge.begin(time)
      scratch = makeScratch(context)
    },
    goOn() {
      record.clear()
      // Whether it rests under the new conditions is seen at the next sample.
      scratch.overlaps.fill(Number.NaN)
    },
    noteInput() {
      lastEnergy = null
      isAtRest = false
      settledTime = null
    },
    see(network, time, activity) {
      const energy = network.energy()
      if (!Number.isFinite(energy)) return false
      const limit = energyRounding * (context.facts.patterns.neuronCount + Math.abs(energy))
      if (!isNoisy() && lastEnergy !== null && energy > lastEnergy + limit) hasEnergyRisen = true
      lastEnergy = energy
      look(network, time, activity)
      lastProjection = place(network)
      record.add(time, energy, scratch.overlaps, lastProjection)
      return true
    },
    seeAtRest(time) {
      record.add(time, lastEnergy ?? Number.NaN, scratch.overlaps, lastProjection)
    },
    isAtRest: () => isAtRest,
    project(network) {
      lastProjection = place(network)
      record.setProjection(lastProjection)
      return lastProjection?.slice() ?? null
    },
    take: (shownTime) => ({
      ...record.take(shownTime, context.facts.patterns.patternCount),
      verdict: judge.verdict(),
      recalledAfter: judge.recalledAfter(),
      settledTime,
      energyRose: hasEnergyRisen,
    }),
  }
}

/** Work arrays for one network size. */
function makeScratch({ facts }: LaneContext) {
  const { neuronCount: n, patternCount: p } = facts.patterns
  return {
    overlaps: new Float32Array(p),
    lastOverlaps: new Float32Array(p),
    saliency: new Float32Array(p),
    state: new Float32Array(n),
    field: new Float32Array(n),
  }
}

function rootMeanSquare(values: Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i]
  return Math.sqrt(sum / values.length)
}
