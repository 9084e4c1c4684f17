import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import type { KernelNetwork } from '../../../kernel/networkKernel.ts'
import { projectOntoSlice } from '../../../model/slice.ts'
import type { LaneFrame } from '../protocol.ts'
import { momentInputInto, momentSaliencyInto } from './inputTrack.ts'
import type { SteppedLane } from './lane.ts'
import { startOf, streams, type LaneContext, type Pass } from './laneContext.ts'
import { createLaneDrive } from './laneDrive.ts'
import type { NetworkLaneKind } from './laneForces.ts'
import { createLaneJudge } from './laneVerdict.ts'
import { createLaneRecord, projectionWidth } from './laneRecord.ts'
import { activityBytes } from './pixelBytes.ts'

/** |f|/√N below this, times the larger of 1 and the strongest memory, is rest: single precision does not reach much less. Per unit of time. */
const restSpeed = 1e-5
/** Overlaps that moved by more than this between two samples need no look at the field. No unit. */
const restOverlap = 1e-4
/** What single precision and the fast tanh may add to E between two samples, per N + |E|. */
const energyRounding = 2e-6
/** Work between two looks at the clock. Milliseconds. */
const batchMs = 2

interface NetworkLaneOptions {
  readonly kind: NetworkLaneKind
  readonly now: () => number
}

/** ψ(x) at one time. */
interface Known {
  readonly time: number
  readonly activity: Float32Array
}

/** A network of continuous neurons. It throws a RangeError with a sentence when the kernel cannot hold it. */
export function createNetworkLane(context: LaneContext, { kind, now }: NetworkLaneOptions): SteppedLane {
  let kernel = context.kernel
  let gain = context.recall.network.gain
  let network = createNetwork()
  let scratch = makeScratch(context)
  const drive = createLaneDrive(context, kind)
  const record = createLaneRecord()
  const judge = createLaneJudge()
  let startTime = 0
  /** ψ at the end of the interval before the last one that was finished, and at its end. */
  let before: Known = { time: 0, activity: new Float32Array(0) }
  let after: Known = { time: 0, activity: new Float32Array(0) }
  let stepsDone = 0
  let stepMs = 0
  let lastEnergy: number | null = null
  let lastProjection: Float32Array | null = null
  let hasEnergyRisen = false
  let isAtRest = false
  let settledTime: number | null = null
  let isNew = true
  let failure: string | null = null

  function createNetwork(): KernelNetwork {
    const { patterns } = context.facts
    const made = kernel.createNetwork(patterns.neuronCount, patterns.patternCount)
    made.setPatterns(patterns.values)
    made.setGain(context.recall.network.gain)
    return made
  }

  const isNoisy = () => context.recall.noise.strength > 0

  /** The input that acts at `time`; what was known under another one is void. */
  function apply(time: number) {
    if (!drive.apply(network, startTime, time)) return
    lastEnergy = null
    isAtRest = false
    settledTime = null
  }

  function step(count: number) {
    const { timeStep, recall } = context
    if (isNoisy()) network.stepEuler(count, timeStep, recall.noise.strength)
    else network.stepRungeKutta(count, timeStep)
  }

  function work(from: number, pass: Pass): boolean {
    const { stepsPerSample, timeStep } = context
    while (stepsDone < stepsPerSample) {
      const time = from + stepsDone * timeStep
      apply(time + timeStep / 2)
      // The first step of all tells how long a step takes.
      const batch = stepMs > 0 ? Math.max(1, Math.floor(batchMs / stepMs)) : 1
      const count = Math.min(stepsPerSample - stepsDone, drive.stepsAlike(startTime, time), batch)
      if (!isAtRest && failure === null) {
        if (!pass(count * stepMs)) return false
        const beginMs = now()
        step(count)
        stepMs = (now() - beginMs) / count
      }
      stepsDone += count
    }
    stepsDone = 0
    sample(from + stepsPerSample * timeStep)
    return true
  }

  /** The present state as that of `time`. */
  function sample(time: number) {
    if (isAtRest && lastEnergy !== null) return sampleAtRest(time, lastEnergy)
    const spare = before.activity
    before = after
    after = { time, activity: network.activityInto(spare) }
    const energy = network.energy()
    if (!Number.isFinite(energy)) {
      failure = 'This model left the range of numbers. Reset starts it again.'
      network.writeState(startOf(context.recall, momentInputInto(scratch.input, context.momentAt(time))))
      network.activityInto(after.activity)
      return
    }
    const limit = energyRounding * (context.facts.patterns.neuronCount + Math.abs(energy))
    if (!isNoisy() && lastEnergy !== null && energy > lastEnergy + limit) hasEnergyRisen = true
    lastEnergy = energy
    look(time)
    lastProjection = project()
    record.add(time, energy, scratch.overlaps, lastProjection)
  }

  /** Nothing has moved since the last sample. */
  function sampleAtRest(time: number, energy: number) {
    before.activity.set(after.activity)
    before = { time: after.time, activity: before.activity }
    after = { time, activity: after.activity }
    record.add(time, energy, scratch.overlaps, lastProjection)
  }

  /** Overlaps, rest and verdict of the present state. */
  function look(time: number) {
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
      activity: rootMeanSquare(after.activity),
      isAtRest,
      isNoisy: isNoisy(),
    })
  }

  function project(): Float32Array | null {
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

  /** The state goes on from `time` under other conditions. */
  function goOn(time: number) {
    record.clear()
    stepsDone = 0
    drive.forget()
    // Whether it rests under the new conditions is seen at the next sample.
    scratch.overlaps.fill(Number.NaN)
    apply(time)
    after = { time, activity: new Float32Array(context.facts.patterns.neuronCount) }
    before = { time, activity: new Float32Array(context.facts.patterns.neuronCount) }
    sample(time)
    before = { time, activity: after.activity.slice() }
  }

  /** Other memories, or another kernel: the state stays. */
  function rebuild() {
    const { patterns } = context.facts
    if (kernel === context.kernel && network.patternCount === patterns.patternCount) {
      network.setPatterns(patterns.values)
      return
    }
    const state = network.readState(new Float32Array(network.neuronCount))
    kernel = context.kernel
    const old = network
    network = createNetwork()
    old.dispose()
    network.writeState(state)
  }

  function begin(time: number) {
    const { recall } = context
    startTime = time
    failure = null
    hasEnergyRisen = false
    isNew = true
    momentInputInto(scratch.input, context.momentAt(time))
    network.writeState(kind === 'classic-start' ? scratch.input : startOf(recall, scratch.input))
    network.seed(recall.noise.seed, streams.noise)
    judge.begin(time)
    goOn(time)
  }

  return {
    kind,
    tempo: 'steps',
    get isSettled() {
      return (isAtRest && !drive.hasPulse()) || failure !== null
    },
    startTime: () => startTime,
    project() {
      lastProjection = project()
      record.setProjection(lastProjection)
      return lastProjection?.slice() ?? null
    },
    adopt({ time, hasNewPatterns, hasNewMemories, beginsAgain }) {
      if (hasNewPatterns || kernel !== context.kernel) rebuild()
      if (hasNewMemories) {
        isNew = true
        judge.begin(time)
      }
      if (hasNewMemories) scratch = makeScratch(context)
      // The kernel forgets ψ and the overlaps with the gain: they cost as much as a step.
      if (gain !== context.recall.network.gain) network.setGain(context.recall.network.gain)
      gain = context.recall.network.gain
      if (beginsAgain) begin(time)
      else goOn(time)
    },
    begin,
    work,
    takeFrame(shownTime) {
      const span = after.time - before.time
      const share = span > 0 ? Math.min(1, Math.max(0, (shownTime - before.time) / span)) : 1
      const frame: LaneFrame = {
        kind,
        isNew,
        pixels: activityBytes(before.activity, after.activity, share),
        ...record.take(shownTime, context.facts.patterns.patternCount),
        verdict: judge.verdict(),
        settledTime,
        energyRose: hasEnergyRisen,
        isInTwoCycle: false,
        lastUpdate: null,
        signalToNoise: signalToNoise(context.recall, drive.weights()),
        flavour: kernel.flavour,
        refusal: failure,
      }
      isNew = false
      return frame
    },
    dispose: () => network.dispose(),
  }
}

/** Work arrays for one network size. */
function makeScratch({ facts }: LaneContext) {
  const { neuronCount: n, patternCount: p } = facts.patterns
  return {
    overlaps: new Float32Array(p),
    lastOverlaps: new Float32Array(p),
    saliency: new Float32Array(p),
    input: new Float32Array(n),
    state: new Float32Array(n),
    field: new Float32Array(n),
  }
}

function rootMeanSquare(values: Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i]
  return Math.sqrt(sum / values.length)
}

/** The strongest memory over σ. */
function signalToNoise({ noise }: RecallSettings, weights: Float32Array): number | null {
  return noise.strength > 0 ? weights.reduce((most, weight) => Math.max(most, weight), 0) / noise.strength : null
}
