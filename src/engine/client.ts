import type { Experiment } from '../experiment/experiment.ts'
import type { Command, Event } from './protocol.ts'
import {
  createSessionClient,
  type Answer,
  type Dialect,
  type RestartedEvent,
  type SessionClient,
  type SessionClientOptions,
} from './sessionClient.ts'

export type ClientEvent = Event | RestartedEvent

export type EngineClientOptions = SessionClientOptions<Command, Event>

/** The page's side of the engine of the two neurons. */
export interface EngineClient extends Omit<SessionClient<Experiment, Command>, 'say'> {
  readonly pause: () => void
  readonly step: () => void
  readonly reset: () => void
}

const dialect: Dialect<Experiment, Command, Event> = {
  tell: (kind, experiment) => ({ kind, experiment }),
  tick: (nowMs) => ({ kind: 'tick', nowMs }),
  ask: (request, wish, buffers) => ({ kind: 'sample', request, ...wish, buffers }),
  read,
}

function read(event: Event): Answer {
  if (event.kind === 'landscape') return { to: 'sample', landscape: event.landscape }
  if (event.kind === 'failed' && !event.isOnlyAnswer) return { to: null, landscape: null }
  const { answers } = event
  return { to: answers === 'tick' || answers === 'sample' ? answers : 'frame', landscape: null }
}

export function createEngineClient(options: EngineClientOptions): EngineClient {
  const { load, change, tick, say, sample, close } = createSessionClient(dialect, options)
  return {
    load,
    change,
    tick,
    sample,
    close,
    pause: () => say({ kind: 'pause' }, false),
    step: () => say({ kind: 'step' }, true),
    reset: () => say({ kind: 'reset' }, true),
  }
}
