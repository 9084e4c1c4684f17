import { createRandom, type RandomSource } from '../../../model/random.ts'
import type { LaneFrame, NeuronUpdate } from '../protocol.ts'
import { binaryKey, contributionsInto, isMadeOfMemories, makeBinaryNetwork } from './binaryNetwork.ts'
import { momentInputInto } from './inputTrack.ts'
import type { UpdatedLane } from './lane.ts'
import { randomStart, streams, type LaneContext, type Pass } from './laneContext.ts'
import { createLaneJudge } from './laneVerdict.ts'
import { createLaneRecord } from './laneRecord.ts'
import { binaryBytes } from './pixelBytes.ts'

export type BinaryLaneKind = 'binary-async' | 'binary-sync'

/** Rounding of sums of model time, in updates. */
const updateRounding = 1e-6
/** Work between two looks at the clock. Milliseconds. */
const batchMs = 2
/** Updates before it is known how long one takes. */
const firstBatch = 64
/** Rounding of E when it is audited, relative to 1 + |E|. */
const energyRounding = 1e-5

/** A piece of training takes about so long. Milliseconds. */
const trainingMs = 3

/** Passes once: enough to train a small network. */
function onePiece(): Pass {
  let isFirst = true
  return () => {
    const passes = isFirst
    isFirst = false
    return passes
  }
}

interface BinaryLaneOptions {
  readonly kind: BinaryLaneKind
  readonly now: () => number
}

/** A network of binary neurons. It throws a RangeError with a sentence when the rule needs too much memory. */
export function createBinaryLane(context: LaneContext, { kind, now }: BinaryLaneOptions): UpdatedLane {
  const isAsync = kind === 'binary-async'
  let key = binaryKey(context)
  let made = makeBinaryNetwork(context)
  const record = createLaneRecord()
  const judge = createLaneJudge()
  let startTime = 0
  let time = 0
  let updatesDone = 0
  let updateMs = 0
  let random: RandomSource = createRandom(0)
  let order = new Uint32Array(0)
  let flipsInSweep = 0
  let lastFlipTime = 0
  let isAtRest = false
  let isInTwoCycle = false
  let lastUpdate: NeuronUpdate | null = null
  let lastEnergy: number | null = null
  let hasEnergyRisen = false
  let isNew = true
  /** Training comes in pieces; until it is over the state is kept in `made.state`, and the whole race waits. */
  let isTrained = false

  const size = () => context.facts.patterns.neuronCount
  const timeOf = (updates: number) => startTime + updates / (isAsync ? size() : 1)

  /** Every neuron once, in random order, then every neuron again in another order. */
  function shuffle() {
    for (let k = order.length - 1; k > 0; k--) {
      const chosen = Math.floor(random.uniform() * (k + 1))
      const held = order[k]
      order[k] = order[chosen]
      order[chosen] = held
    }
    flipsInSweep = 0
  }

  /** Up to `count` updates within the present sweep; returns how many. */
  function sweepOn(count: number): number {
    const n = size()
    const from = updatesDone % n
    if (from === 0) shuffle()
    const to = Math.min(n, from + count)
    if (to - 1 > from) noteFlips(made.network.update(order, from, to - 1), timeOf(updatesDone + to - 1 - from))
    const neuron = order[to - 1]
    const field = made.network.localField(neuron)
    const fieldParts = contributionsTo(neuron)
    const flips = made.network.update(order, to - 1, to)
    noteFlips(flips, timeOf(updatesDone + to - from))
    lastUpdate = { neuron, field, hasFlipped: flips > 0, contributions: fieldParts }
    if (to === n && flipsInSweep === 0) isAtRest = true
    return to - from
  }

  function noteFlips(count: number, at: number) {
    flipsInSweep += count
    if (count > 0) lastFlipTime = at
  }

  /** What each memory adds to the field of a neuron; null where the weights are not made of memories alone. */
  function contributionsTo(neuron: number): Float32Array<ArrayBuffer> | null {
    const { network, overlaps, state } = made
    if (!isMadeOfMemories(context)) return null
    return contributionsInto(new Float32Array(overlaps.length), {
      facts: context.facts,
      hasZeroDiagonal: context.recall.network.hasZeroDiagonal,
      overlaps: network.overlapsInto(overlaps),
      own: network.readState(state)[neuron],
      neuron,
    })
  }

  function updateTogether(): number {
    const { network, state, previous, beforePrevious } = made
    beforePrevious.set(previous)
    previous.set(network.readState(state))
    const flips = network.updateTogether()
    if (flips > 0) lastFlipTime = timeOf(updatesDone + 1)
    isAtRest = flips === 0
    network.readState(state)
    isInTwoCycle = flips > 0 && updatesDone > 0 && state.every((value, i) => value === beforePrevious[i])
    return 1
  }

  /** Trains as long as there is time; returns whether it is done. */
  function train(pass: Pass): boolean {
    if (isTrained) return true
    while (!isTrained && pass(trainingMs)) isTrained = made.network.train()
    if (!isTrained) return false
    made.network.writeState(made.state)
    sample()
    return true
  }

  function runTo(target: number, isSampleTime: boolean, pass: Pass): number {
    if (!train(pass)) return time
    const perUnit = isAsync ? size() : 1
    const due = Math.floor((target - startTime) * perUnit + updateRounding)
    while (updatesDone < due && !isAtRest) {
      const batch = updateMs > 0 ? Math.max(1, Math.floor(batchMs / updateMs)) : firstBatch
      if (!pass(Math.min(batchMs, updateMs))) return time
      const beginMs = now()
      const count = isAsync ? sweepOn(Math.min(due - updatesDone, batch)) : updateTogether()
      updateMs = (now() - beginMs) / count
      updatesDone += count
      time = Math.min(target, timeOf(updatesDone))
    }
    // Nothing more is asked of a state at rest; its count goes on with the clock.
    if (isAtRest) updatesDone = Math.max(updatesDone, due)
    time = target
    if (isSampleTime) sample()
    return time
  }

  function sample() {
    const { network, overlaps } = made
    network.overlapsInto(overlaps)
    const energy = isAtRest && lastEnergy !== null ? lastEnergy : network.energy()
    const limit = energyRounding * (1 + Math.abs(energy))
    if (isAsync && lastEnergy !== null && energy > lastEnergy + limit) hasEnergyRisen = true
    lastEnergy = energy
    judge.see({
      time,
      overlaps,
      saliency: null,
      gram: context.facts.gram,
      activity: 1,
      isAtRest: isAtRest || isInTwoCycle,
      isNoisy: false,
    })
    record.add(time, energy, overlaps, null)
  }

  function begin(at: number) {
    const input = momentInputInto(new Float32Array(size()), context.momentAt(at))
    const chance = randomStart(context.recall)
    // Where the input tells nothing, a neuron starts as the random start has it.
    for (let i = 0; i < input.length; i++) made.state[i] = (input[i] === 0 ? chance[i] : input[i]) < 0 ? -1 : 1
    if (isTrained) made.network.writeState(made.state)
    startTime = at
    time = at
    updatesDone = 0
    random = createRandom(context.recall.noise.seed, streams.order)
    order = Uint32Array.from({ length: size() }, (_, i) => i)
    lastFlipTime = at
    isAtRest = false
    isInTwoCycle = false
    lastUpdate = null
    lastEnergy = null
    hasEnergyRisen = false
    isNew = true
    judge.begin(at)
    record.clear()
    if (isTrained) sample()
    else train(onePiece())
  }

  /** Other weights: the state goes over. */
  function rebuild(at: number, hasNewMemories: boolean) {
    const state = isTrained ? made.network.readState(made.state) : made.state
    const old = made.network
    made = makeBinaryNetwork(context)
    old.dispose()
    key = binaryKey(context)
    made.state.set(state)
    isTrained = false
    isAtRest = false
    isInTwoCycle = false
    lastUpdate = null
    lastEnergy = null
    if (hasNewMemories) {
      isNew = true
      judge.begin(at)
    }
    time = at
    record.clear()
    train(onePiece())
  }

  return {
    kind,
    tempo: 'updates',
    get isSettled() {
      return isAtRest || isInTwoCycle
    },
    begin,
    adopt({ time: at, hasNewPatterns, hasNewMemories, beginsAgain }) {
      if (hasNewPatterns || binaryKey(context) !== key) rebuild(at, hasNewMemories)
      if (beginsAgain) begin(at)
    },
    runTo,
    nextUpdateTime: () => timeOf(updatesDone + 1),
    takeFrame(shownTime) {
      const { network, state, flavour } = made
      const frame: LaneFrame = {
        kind,
        isNew,
        pixels: binaryBytes(isTrained ? network.readState(state) : state),
        ...record.take(shownTime, context.facts.patterns.patternCount),
        verdict: judge.verdict(),
        settledTime: isAtRest ? lastFlipTime : null,
        energyRose: hasEnergyRisen,
        isInTwoCycle,
        // A copy: what is sent is gone, and the lane may be asked again before its next update.
        lastUpdate: lastUpdate && { ...lastUpdate, contributions: lastUpdate.contributions?.slice() ?? null },
        signalToNoise: null,
        flavour,
        refusal: null,
      }
      isNew = false
      return frame
    },
    dispose: () => made.network.dispose(),
  }
}
