import type { Memory, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { keepUnchanged } from '../../session/keepUnchanged.ts'
import type { RecallChange, RecallCommand, RecallEvent } from '../protocol.ts'
import type { Pass } from './laneContext.ts'
import { createRecallRun, type RecallRun, type RecallRunOptions } from './recallRun.ts'
import { createSliceSurvey } from './sliceSurvey.ts'

/** The clock may jump (a sleeping laptop, a busy page): a tick never counts for more than this. */
const longestTickMs = 100
const millisecondsPerSecond = 1000
/** A tick works no longer than this, or one step of one lane where that takes longer: what is said meanwhile is soon heard. */
const mostWorkMs = 8
/** Where changes take long, ticks give way: one, and a change that waits for its end, take no longer than this together. */
const tickAndChangeMs = 10
const leastWorkMs = 1
/** What every tick takes back of that: some 60 after the last stroke of a pen, all work is for the models again. */
const workRegainedMs = 0.1

/** The engine of the Recall view without a thread: commands in, events out. */
export interface RecallSession {
  readonly handle: (command: RecallCommand) => readonly RecallEvent[]
}

/**
 * A session that waits for its first `load`; what comes before it is not answered.
 *
 * `now`: a clock in milliseconds. It decides how much work is done in a tick, never what comes out of it: the states at the ends of the steps
 * are the same whatever it says.
 */
export function createRecallSession(options: RecallRunOptions): RecallSession {
  let survey = createSliceSurvey()
  let run: RecallRun | null = null
  let lastTickMs: number | null = null
  /** Those of the newest document sent, whatever came of it: the next change counts on them. */
  let memories: readonly Memory[] = []
  /** How long a tick may work. */
  let workMs = mostWorkMs

  function load(recall: RecallSettings): RecallEvent[] {
    run?.dispose()
    run = null
    memories = recall.memories
    lastTickMs = null
    workMs = mostWorkMs
    survey = createSliceSurvey()
    run = createRecallRun(recall, options)
    return [run.takeFrame('load')]
  }

  /** The whole document. What came over the wire is a copy: parts that are equal become the same objects again, and what is known of them stays known. */
  function complete(change: RecallChange, before: RecallSettings): RecallSettings {
    memories = withKnownMemories(change.memories, memories)
    return keepUnchanged(before, { ...change, memories })
  }

  function tick(active: RecallRun, nowMs: number, pass: Pass) {
    workMs = Math.min(mostWorkMs, workMs + workRegainedMs)
    const elapsedMs = lastTickMs === null ? 0 : Math.min(longestTickMs, Math.max(0, nowMs - lastTickMs))
    lastTickMs = nowMs
    active.advance((active.context.recall.playback.speed * elapsedMs) / millisecondsPerSecond, pass)
  }

  function adopt(active: RecallRun, sent: RecallChange): RecallEvent[] {
    const beginMs = options.now()
    active.change(complete(sent, active.context.recall))
    const frame = active.takeFrame('change')
    workMs = Math.max(leastWorkMs, Math.min(mostWorkMs, tickAndChangeMs - (options.now() - beginMs)))
    return [frame]
  }

  function answer(command: RecallCommand): RecallEvent[] {
    const pass = createPass(options.now, workMs)
    if (command.kind === 'load') return load(command.recall)
    if (run === null) {
      if (command.kind === 'change') memories = withKnownMemories(command.recall.memories, memories)
      return []
    }
    switch (command.kind) {
      case 'change':
        return adopt(run, command.recall)
      case 'tick':
        tick(run, command.nowMs, pass)
        return [run.takeFrame('tick')]
      case 'pause':
        lastTickMs = null
        run.pause()
        return []
      case 'step':
        run.step(command.unit, pass)
        return [run.takeFrame('step')]
      case 'reset':
        run.restart()
        return [run.takeFrame('reset')]
      case 'scrub':
        run.scrub(command.time)
        return [run.takeFrame('scrub')]
      case 'slice':
        return [survey.answer(run, command)]
      default:
        return command satisfies never
    }
  }

  return {
    handle(command) {
      try {
        return answer(command)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        const sentence = `The simulation could not go on: ${reason}`
        return [{ kind: 'failed', answers: command.kind, isOnlyAnswer: true, sentence }]
      }
    },
  }
}

/** A list of memories with those that were not sent again put in their places. */
function withKnownMemories(sent: RecallChange['memories'], before: readonly Memory[]): readonly Memory[] {
  const byId = new Map(before.map((memory) => [memory.id, memory]))
  return sent.map((memory) => {
    if (!('knownId' in memory)) return memory
    const known = byId.get(memory.knownId)
    if (known === undefined) throw new Error(`memory ${memory.knownId} was not sent.`)
    return known
  })
}

/** Lets work pass as long as it ends in time; the first piece of all always, so that every tick gets on. */
function createPass(now: () => number, workMs: number): Pass {
  const beginMs = now()
  let isFirst = true
  return (expectedMs) => {
    const passes = isFirst || now() - beginMs + expectedMs < workMs
    isFirst = false
    return passes
  }
}
