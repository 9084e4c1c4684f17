import { RECALLED_SHARE } from '../../../model/verdict.ts'
import type { LaneFrame } from '../protocol.ts'
import { binaryKey, makeBinaryNetwork } from './binaryNetwork.ts'
import { createBinaryUpdates, type BinaryLaneKind } from './binaryUpdates.ts'
import { momentInputInto } from './inputTrack.ts'
import type { UpdatedLane } from './lane.ts'
import { randomStart, type LaneContext, type Pass } from './laneContext.ts'
import { createLaneJudge } from './laneVerdict.ts'
import { createLaneRecord } from './laneRecord.ts'
import { createMissedTimes } from './missedTimes.ts'
import { binaryBytes } from './pixelBytes.ts'

/** Rounding of sums of model time, in updates. */
const updateRounding = 1e-6
/** Rounding of E when it is audited, relative to 1 + |E|. */
const energyRounding = 1e-5

/** A piece of training takes about so long. Milliseconds. */
export const trainingMs = 3

interface BinaryLaneOptions {
  readonly kind: BinaryLaneKind
  readonly now: () => number
}

/**
 * A network of binary neurons. It throws a RangeError with a sentence when the rule needs too much memory.
 *
 * Training comes in pieces. Until it is over the state is kept in `made.state`, and the times at which the lane should be are noted; then it
 * goes through all of them from its start. So a run is the same however long training takes.
 */
export function createBinaryLane(context: LaneContext, { kind, now }: BinaryLaneOptions): UpdatedLane {
  const isAsync = kind === 'binary-async'
  let key = binaryKey(context)
  let made = makeBinaryNetwork(context)
  const updates = createBinaryUpdates(context, made, { kind, now })
  const record = createLaneRecord()
  // Without noise, and with an activity of 1: reached when it is recalled. A damaged picture is past 0.5 from the start.
  const judge = createLaneJudge(RECALLED_SHARE)
  const missed = createMissedTimes()
  let startTime = 0
  let time = 0
  let isTrained = false
  /** It is trained, and where the clock is. */
  let isReady = false
  let lastEnergy: number | null = null
  let hasEnergyRisen = false
  let isCycleJudged = false
  let isNew = true

  const perUnit = () => (isAsync ? context.facts.patterns.neuronCount : 1)
  const timeOf = (update: number) => startTime + update / perUnit()
  const dueAt = (at: number) => Math.floor((at - startTime) * perUnit() + updateRounding)

  function prepare(pass: Pass): boolean {
    while (!isTrained && pass(trainingMs)) {
      if (made.network.train()) start()
    }
    if (!isTrained) return false
    for (let next = missed.first(); next !== null; next = missed.first()) {
      if (!pass(0) || goTo(next.time, next.isSampleTime, pass) < next.time) return false
      missed.dropFirst()
    }
    isReady = true
    return true
  }

  /** The weights are there. */
  function start() {
    isTrained = true
    made.network.writeState(made.state)
    sample()
  }

  /** One piece of training, enough for a small network: it is ready for the very next frame. */
  function trainAtOnce() {
    isTrained = false
    isReady = false
    missed.clear()
    if (!made.network.train()) return
    start()
    isReady = true
  }

  function goTo(target: number, isSampleTime: boolean, pass: Pass): number {
    if (updates.runTo(dueAt(target), pass)) {
      time = target
      if (isSampleTime) sample()
    } else time = Math.min(target, Math.max(time, timeOf(updates.done())))
    return time
  }

  function sample() {
    const { network, overlaps } = made
    const isKnown = updates.isAtRest() && lastEnergy !== null
    if (!isKnown) network.overlapsInto(overlaps)
    const energy = isKnown && lastEnergy !== null ? lastEnergy : network.energy()
    const limit = energyRounding * (1 + Math.abs(energy))
    if (isAsync && lastEnergy !== null && energy > lastEnergy + limit) hasEnergyRisen = true
    lastEnergy = energy
    const isInTwoCycle = updates.isInTwoCycle()
    // Once for a two-cycle, at the state at which it was found: its other state may be another verdict, and they would take turns for ever.
    if (!(isInTwoCycle && isCycleJudged)) {
      judge.see({
        time,
        overlaps,
        saliency: null,
        gram: context.facts.gram,
        activity: 1,
        isAtRest: updates.isAtRest() || isInTwoCycle,
        isNoisy: false,
        // The input is only the start.
        inputSince: null,
      })
    }
    isCycleJudged = isInTwoCycle
    record.add(time, energy, overlaps, null)
  }

  function begin(at: number) {
    const input = momentInputInto(new Float32Array(made.state.length), context.momentAt(at))
    const chance = randomStart(context.recall)
    // Where the input tells nothing, a neuron starts as the random start has it.
    for (let i = 0; i < input.length; i++) made.state[i] = (input[i] === 0 ? chance[i] : input[i]) < 0 ? -1 : 1
    if (isTrained) made.network.writeState(made.state)
    startTime = at
    time = at
    updates.begin(made)
    lastEnergy = null
    hasEnergyRisen = false
    isNew = true
    judge.begin(at)
    record.clear()
    missed.clear()
    if (!isTrained) return trainAtOnce()
    isReady = true
    sample()
  }

  /** Other weights: the state goes over. */
  function rebuild(at: number, hasNewMemories: boolean) {
    const state = isTrained ? made.network.readState(made.state) : made.state
    const old = made.network
    made = makeBinaryNetwork(context)
    old.dispose()
    key = binaryKey(context)
    made.state.set(state)
    if (isReady) updates.adopt(made)
    else {
      // What it has missed under the old weights, it will not do under the new ones.
      startTime = at
      updates.begin(made)
    }
    lastEnergy = null
    if (hasNewMemories) {
      isNew = true
      judge.begin(at)
    }
    time = at
    record.clear()
    trainAtOnce()
  }

  return {
    kind,
    tempo: 'updates',
    get isSettled() {
      return isReady && (updates.isAtRest() || updates.isInTwoCycle())
    },
    get isReady() {
      return isReady
    },
    prepare,
    begin,
    adopt({ time: at, hasNewPatterns, hasNewMemories, beginsAgain }) {
      if (hasNewPatterns || binaryKey(context) !== key) rebuild(at, hasNewMemories)
      if (beginsAgain) begin(at)
    },
    runTo(target, isSampleTime, pass) {
      if (isReady) return goTo(target, isSampleTime, pass)
      missed.add(target, isSampleTime)
      return target
    },
    nextUpdateTime: () => timeOf(Math.max(updates.done(), dueAt(missed.latest() ?? time)) + 1),
    takeFrame(shownTime) {
      const { network, state } = made
      const lastUpdate = updates.lastUpdate()
      const frame: LaneFrame = {
        kind,
        isNew,
        pixels: binaryBytes(isTrained ? network.readState(state) : state),
        ...record.take(isReady ? shownTime : Math.min(time, shownTime), context.facts.patterns.patternCount),
        verdict: judge.verdict(),
        recalledAfter: judge.recalledAfter(),
        learnedShare: isReady ? null : network.trainedShare(),
        settledTime: updates.isAtRest() ? timeOf(updates.lastFlip()) : null,
        energyRose: hasEnergyRisen,
        isInTwoCycle: updates.isInTwoCycle(),
        // A copy: what is sent is gone, and the lane may be asked again before its next update.
        lastUpdate: lastUpdate && { ...lastUpdate, contributions: lastUpdate.contributions?.slice() ?? null },
        signalToNoise: null,
        flavour: network.flavour,
        refusal: null,
      }
      isNew = false
      return frame
    },
    dispose: () => made.network.dispose(),
  }
}
