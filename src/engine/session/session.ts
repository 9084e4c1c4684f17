import type { Experiment } from '../../experiment/experiment.ts'
import type { Command, Event, FrameEvent } from '../protocol.ts'
import { createRun, type Run } from './run.ts'
import { createSurvey } from './survey.ts'

/** The clock may jump (a sleeping laptop, a busy page): a tick never counts for more than this. */
const longestTickMs = 100
const millisecondsPerSecond = 1000

/** The engine without a thread: commands in, events out. Deterministic, without a clock of its own. */
export interface Session {
  readonly handle: (command: Command) => readonly Event[]
}

/** A session that waits for its first `load`; what comes before it is not answered. */
export function createSession(): Session {
  const survey = createSurvey()
  let experiment: Experiment | null = null
  let run: Run | null = null
  let lastTickMs: number | null = null

  function load(next: Experiment): Event[] {
    experiment = next
    lastTickMs = null
    run = createRun(next)
    return report(run, 'load')
  }

  function tick(active: Run, speed: number, nowMs: number) {
    const elapsedMs = lastTickMs === null ? 0 : Math.min(longestTickMs, Math.max(0, nowMs - lastTickMs))
    lastTickMs = nowMs
    active.advance((speed * elapsedMs) / millisecondsPerSecond)
  }

  function answer(command: Command): Event[] {
    if (command.kind === 'load') return load(command.experiment)
    if (run === null || experiment === null) return []
    switch (command.kind) {
      case 'change':
        experiment = command.experiment
        run.change(experiment)
        return report(run, 'change')
      case 'tick':
        tick(run, experiment.playback.speed, command.nowMs)
        return report(run, 'tick')
      case 'pause':
        lastTickMs = null
        return []
      case 'step':
        run.stepOnce()
        return report(run, 'step')
      case 'reset':
        run.restart()
        return report(run, 'reset')
      case 'sample':
        return [survey.answer(experiment, command)]
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

function report(run: Run, answers: FrameEvent['answers']): Event[] {
  const frame = run.takeFrame(answers)
  const sentence = run.takeFailure()
  return sentence === null ? [frame] : [frame, { kind: 'failed', answers, isOnlyAnswer: false, sentence }]
}
