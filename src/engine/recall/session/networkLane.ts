import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import type { KernelNetwork } from '../../../kernel/networkKernel.ts'
import type { LaneFrame } from '../protocol.ts'
import { momentInputInto } from './inputTrack.ts'
import type { SteppedLane } from './lane.ts'
import { startOf, streams, type LaneContext, type Pass } from './laneContext.ts'
import { createLaneDrive } from './laneDrive.ts'
import type { NetworkLaneKind } from './laneForces.ts'
import { createNetworkWatch } from './networkWatch.ts'
import { changedPatterns } from './networkFacts.ts'
import { activityBytes } from './pixelBytes.ts'

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
  /** What the network's patterns were made of. */
  let { facts } = context
  let network = createNetwork()
  const drive = createLaneDrive(context, kind)
  const watch = createNetworkWatch(context, kind, drive)
  let startTime = 0
  /** ψ at the end of the interval before the last one that was finished, and at its end. */
  let before: Known = { time: 0, activity: new Float32Array(0) }
  let after: Known = { time: 0, activity: new Float32Array(0) }
  let stepsDone = 0
  let stepMs = 0
  let isNew = true
  let failure: string | null = null

  function createNetwork(): KernelNetwork {
    const { patterns } = context.facts
    const made = kernel.createNetwork(patterns.neuronCount, patterns.patternCount)
    facts = context.facts
    made.setPatterns(patterns.values)
    made.setGain(context.recall.network.gain)
    return made
  }

  /** The input that acts at `time`; what was known under another one is void. */
  function apply(time: number) {
    if (drive.apply(network, startTime, time)) watch.noteInput()
  }

  function step(count: number) {
    const { timeStep, recall } = context
    if (recall.noise.strength > 0) network.stepEuler(count, timeStep, recall.noise.strength)
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
      if (!watch.isAtRest() && failure === null) {
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
    const spare = before.activity
    if (watch.isAtRest()) {
      spare.set(after.activity)
      before = { time: after.time, activity: spare }
      after = { time, activity: after.activity }
      return watch.seeAtRest(time)
    }
    before = after
    after = { time, activity: network.activityInto(spare) }
    if (watch.see(network, time, after.activity)) return
    failure = 'This model left the range of numbers. Reset starts it again.'
    network.writeState(startOf(context.recall, inputAt(time)))
    network.activityInto(after.activity)
  }

  const inputAt = (time: number) =>
    momentInputInto(new Float32Array(context.facts.patterns.neuronCount), context.momentAt(time))

  /** The state goes on from `time` under other conditions. */
  function goOn(time: number) {
    stepsDone = 0
    drive.forget()
    watch.goOn()
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
      // A drawn pixel changes one memory: to encode all of them takes as long as many steps.
      network.setPatterns(patterns.values, changedPatterns(facts, context.facts) ?? undefined)
      facts = context.facts
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
    isNew = true
    const input = inputAt(time)
    network.writeState(kind === 'classic-start' ? input : startOf(recall, input))
    network.seed(recall.noise.seed, streams.noise)
    watch.begin(time)
    goOn(time)
  }

  return {
    kind,
    tempo: 'steps',
    get isSettled() {
      return (watch.isAtRest() && !drive.hasPulse()) || failure !== null
    },
    startTime: () => startTime,
    project: () => watch.project(network),
    adopt({ time, hasNewPatterns, hasNewMemories, beginsAgain }) {
      if (hasNewPatterns || kernel !== context.kernel) rebuild()
      if (hasNewMemories) {
        isNew = true
        watch.beginMemories(time)
      }
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
        ...watch.take(shownTime),
        learnedShare: null,
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

/** The strongest memory over σ. */
function signalToNoise({ noise }: RecallSettings, weights: Float32Array): number | null {
  return noise.strength > 0 ? weights.reduce((most, weight) => Math.max(most, weight), 0) / noise.strength : null
}
