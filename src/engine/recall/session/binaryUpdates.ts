import { createRandom, type RandomSource } from '../../../model/random.ts'
import type { NeuronUpdate } from '../protocol.ts'
import { contributionsInto, isMadeOfMemories, type BinaryWork } from './binaryNetwork.ts'
import { streams, type LaneContext, type Pass } from './laneContext.ts'

export type BinaryLaneKind = 'binary-async' | 'binary-sync'

/** Work between two looks at the clock. Milliseconds. */
const batchMs = 2
/** Updates before it is known how long one takes. */
const firstBatch = 64

/** The updates of a binary network, one neuron after the other or all together, and what they come to. They are counted from `begin`. */
export interface BinaryUpdates {
  /** From the state that `work` has now, in the order that the seed gives. */
  readonly begin: (work: BinaryWork) => void
  /** Other weights; the count and the order go on. */
  readonly adopt: (work: BinaryWork) => void
  /** Up to `due` updates in all, as far as the time of this tick goes; returns whether that is done. A state at rest is asked nothing more. */
  readonly runTo: (due: number, pass: Pass) => boolean
  readonly done: () => number
  /** The update that flipped a neuron last; 0 before the first one. */
  readonly lastFlip: () => number
  readonly isAtRest: () => boolean
  readonly isInTwoCycle: () => boolean
  readonly lastUpdate: () => NeuronUpdate | null
}

interface BinaryUpdatesOptions {
  readonly kind: BinaryLaneKind
  readonly now: () => number
}

export function createBinaryUpdates(
  context: LaneContext,
  first: BinaryWork,
  { kind, now }: BinaryUpdatesOptions,
): BinaryUpdates {
  const isAsync = kind === 'binary-async'
  let work = first
  let done = 0
  let updateMs = 0
  let random: RandomSource = createRandom(0)
  let order = new Uint32Array(0)
  let flipsInSweep = 0
  let lastFlip = 0
  let isAtRest = false
  let isInTwoCycle = false
  let lastUpdate: NeuronUpdate | null = null

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
    const n = order.length
    const from = done % n
    if (from === 0) shuffle()
    const to = Math.min(n, from + count)
    if (to - 1 > from) noteFlips(work.network.update(order, from, to - 1), done + to - 1 - from)
    const neuron = order[to - 1]
    const field = work.network.localField(neuron)
    const contributions = contributionsTo(neuron)
    const flips = work.network.update(order, to - 1, to)
    noteFlips(flips, done + to - from)
    lastUpdate = { neuron, field, hasFlipped: flips > 0, contributions }
    if (to === n && flipsInSweep === 0) isAtRest = true
    return to - from
  }

  function noteFlips(count: number, update: number) {
    flipsInSweep += count
    if (count > 0) lastFlip = update
  }

  /** What each memory adds to the field of a neuron; null where the weights are not made of memories alone. */
  function contributionsTo(neuron: number): Float32Array<ArrayBuffer> | null {
    const { network, overlaps, state } = work
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
    const { network, state, previous, beforePrevious } = work
    beforePrevious.set(previous)
    previous.set(network.readState(state))
    const flips = network.updateTogether()
    if (flips > 0) lastFlip = done + 1
    isAtRest = flips === 0
    network.readState(state)
    isInTwoCycle = flips > 0 && done > 0 && state.every((value, i) => value === beforePrevious[i])
    return 1
  }

  function adopt(next: BinaryWork) {
    work = next
    isAtRest = false
    isInTwoCycle = false
    lastUpdate = null
  }

  return {
    begin(next) {
      adopt(next)
      done = 0
      lastFlip = 0
      random = createRandom(context.recall.noise.seed, streams.order)
      order = Uint32Array.from({ length: next.state.length }, (_, i) => i)
    },
    adopt,
    runTo(due, pass) {
      while (done < due && !isAtRest) {
        const batch = updateMs > 0 ? Math.max(1, Math.floor(batchMs / updateMs)) : firstBatch
        if (!pass(Math.min(batchMs, updateMs))) return false
        const beginMs = now()
        const count = isAsync ? sweepOn(Math.min(due - done, batch)) : updateTogether()
        updateMs = (now() - beginMs) / count
        done += count
      }
      // Nothing more is asked of a state at rest; its count goes on with the clock.
      if (isAtRest) done = Math.max(done, due)
      return true
    },
    done: () => done,
    lastFlip: () => lastFlip,
    isAtRest: () => isAtRest,
    isInTwoCycle: () => isInTwoCycle,
    lastUpdate: () => lastUpdate,
  }
}
