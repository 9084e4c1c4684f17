import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createBinaryLane, trainingMs } from './binaryLane.ts'
import type { AnyLane, SteppedLane } from './lane.ts'
import type { LaneContext, Pass } from './laneContext.ts'
import { createNetworkLane } from './networkLane.ts'
import { hasSameMemories, type NetworkFacts } from './networkFacts.ts'
import { createRefusedLane } from './refusedLane.ts'

/** Rounding of sums of model time. */
export const timeRounding = 1e-9

/** The lanes on their one clock. */
export interface Race {
  readonly lanes: () => readonly AnyLane[]
  readonly shownTime: () => number
  /** How far all stepped lanes are: ahead of what is shown, by less than a sample. */
  readonly aheadTime: () => number
  /** All lanes of the document from their start, at time 0. */
  readonly begin: () => void
  /** The context has changed: what is shown catches up with the lanes, and they go on from there. */
  readonly adopt: (before: Before, isInputEdited: boolean) => void
  /**
   * Moves what is shown up to `target`, as far as the time of this tick goes. A network that is still learning is waited for, or the others go
   * on and it follows: its states at the same times are the same.
   */
  readonly moveTo: (target: number, pass: Pass, waitsForLearning: boolean) => void
  /** The lane of continuous neurons of this kind, where it runs. */
  readonly steppedLane: (kind: LaneKind) => SteppedLane | null
  readonly dispose: () => void
}

/** What the context was before it changed. */
interface Before {
  readonly recall: RecallSettings
  readonly facts: NetworkFacts
}

export function createRace(context: LaneContext, now: () => number): Race {
  let lanes: AnyLane[] = []
  /** The end of the last interval that all stepped lanes have finished: `gridFrom` and so many intervals. */
  let gridFrom = 0
  let gridCount = 0
  let laneAtWork = 0
  let shownTime = 0

  const interval = () => context.stepsPerSample * context.timeStep
  const gridTime = () => gridFrom + gridCount * interval()
  const aheadTime = () => Math.max(gridTime(), shownTime)

  function startGridAt(time: number) {
    gridFrom = time
    gridCount = 0
    laneAtWork = 0
    shownTime = time
  }

  /** Works on the interval after the grid time; returns whether all stepped lanes are through. */
  function workInterval(pass: Pass): boolean {
    const from = gridTime()
    for (; laneAtWork < lanes.length; laneAtWork++) {
      const lane = lanes[laneAtWork]
      if (lane.tempo === 'steps' && !lane.work(from, pass)) return false
    }
    laneAtWork = 0
    gridCount++
    return true
  }

  /** Returns whether all lanes are ready. */
  function prepare(pass: Pass): boolean {
    return lanes.every((lane) => lane.tempo !== 'updates' || lane.prepare(pass))
  }

  function moveTo(target: number, pass: Pass, waitsForLearning: boolean) {
    if (waitsForLearning && !prepare(pass)) return
    if (lanes.every((lane) => lane.tempo !== 'updates' || lane.isReady)) return moveOn(target, pass)
    // Some of the tick is kept for learning, and one piece of it fits into any.
    moveOn(target, (expectedMs) => pass(expectedMs + trainingMs))
    let isFirst = true
    prepare((expectedMs) => {
      const passes = isFirst || pass(expectedMs)
      isFirst = false
      return passes
    })
  }

  function moveOn(target: number, pass: Pass) {
    while (shownTime < target - timeRounding) {
      if (gridTime() <= shownTime + timeRounding && !workInterval(pass)) return
      const end = gridTime()
      const next = Math.min(target, end)
      let reached = next
      for (const lane of lanes) {
        if (lane.tempo === 'updates') {
          reached = Math.min(reached, lane.runTo(next, next > end - timeRounding, pass))
        }
      }
      shownTime = Math.max(shownTime, reached)
      if (reached < next || !pass(0)) return
    }
  }

  function createLane(kind: LaneKind): AnyLane {
    try {
      return kind === 'binary-async' || kind === 'binary-sync'
        ? createBinaryLane(context, { kind, now })
        : createNetworkLane(context, { kind, now })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return createRefusedLane(context, kind, error.message)
    }
  }

  function adopt({ recall: before, facts: factsBefore }: Before, isInputEdited: boolean) {
    startGridAt(aheadTime())
    const { recall, facts } = context
    const hasNewPatterns = facts.patterns !== factsBefore.patterns
    const hasNewMemories = !hasSameMemories(facts, factsBefore)
    const mayRun = hasNewPatterns || recall.network !== before.network || recall.integration !== before.integration
    const present = new Map(lanes.map((lane) => [lane.kind, lane]))
    lanes = recall.lanes.map((kind) => {
      const lane = present.get(kind)
      present.delete(kind)
      if (lane === undefined || (lane.tempo === 'none' && mayRun)) return begun(createLane(kind))
      try {
        const beginsAgain = isInputEdited && beginsAtInput(kind)
        lane.adopt({ time: shownTime, hasNewPatterns, hasNewMemories, beginsAgain })
        return lane
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        lane.dispose()
        return begun(createRefusedLane(context, kind, error.message))
      }
    })
    for (const lane of present.values()) lane.dispose()
  }

  function begun(lane: AnyLane): AnyLane {
    lane.begin(shownTime)
    return lane
  }

  function steppedLane(kind: LaneKind): SteppedLane | null {
    const lane = lanes.find((candidate) => candidate.kind === kind)
    return lane?.tempo === 'steps' ? lane : null
  }

  function dispose() {
    for (const lane of lanes) lane.dispose()
    lanes = []
  }

  return {
    lanes: () => lanes,
    shownTime: () => shownTime,
    aheadTime,
    begin() {
      dispose()
      startGridAt(0)
      lanes = context.recall.lanes.map(createLane)
      for (const lane of lanes) lane.begin(0)
    },
    adopt,
    moveTo,
    steppedLane,
    dispose,
  }
}

function beginsAtInput(kind: LaneKind): boolean {
  return kind === 'classic-start' || kind === 'binary-async' || kind === 'binary-sync'
}
