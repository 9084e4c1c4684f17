import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import {
  createSessionClient,
  type Answer,
  type Dialect,
  type RestartedEvent,
  type SessionClient,
  type SessionClientOptions,
} from '../sessionClient.ts'
import type { RecallCommand, RecallEvent } from './protocol.ts'

export type RecallClientEvent = RecallEvent | RestartedEvent

export type RecallClientOptions = SessionClientOptions<RecallCommand, RecallEvent>

/** The page's side of the engine of the Recall view. */
export interface RecallClient extends Omit<SessionClient<RecallSettings, RecallCommand>, 'say'> {
  readonly pause: () => void
  readonly step: (unit: 'neuron' | 'step' | 'unit') => void
  readonly reset: () => void
  readonly scrub: (time: number | null) => void
}

const dialect: Dialect<RecallSettings, RecallCommand, RecallEvent> = {
  tell: (kind, recall) => ({ kind, recall }),
  tick: (nowMs) => ({ kind: 'tick', nowMs }),
  ask: (request, wish, buffers) => ({ kind: 'slice', request, ...wish, buffers }),
  read,
}

function read(event: RecallEvent): Answer {
  if (event.kind === 'slice') return { to: 'sample', landscape: event.landscape }
  if (event.kind === 'failed' && !event.isOnlyAnswer) return { to: null, landscape: null }
  if (event.answers === 'slice') return { to: 'sample', landscape: null }
  return { to: event.answers === 'tick' ? 'tick' : 'frame', landscape: null }
}

export function createRecallClient(options: RecallClientOptions): RecallClient {
  const { load, change, tick, say, sample, close } = createSessionClient(dialect, options)
  return {
    load,
    change,
    tick,
    sample,
    close,
    pause: () => say({ kind: 'pause' }, false),
    step: (unit) => say({ kind: 'step', unit }, true),
    reset: () => say({ kind: 'reset' }, true),
    scrub: (time) => say({ kind: 'scrub', time }, true),
  }
}
