import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import {
  createSessionClient,
  type Answer,
  type Dialect,
  type RestartedEvent,
  type SessionClient,
  type SessionClientOptions,
} from '../sessionClient.ts'
import type { RecallChange, RecallCommand, RecallEvent } from './protocol.ts'

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
  tell: (kind, recall, before) =>
    kind === 'load' ? { kind, recall } : { kind, recall: before === null ? recall : changeOf(recall, before) },
  tick: (nowMs) => ({ kind: 'tick', nowMs }),
  ask: (request, wish, buffers) => ({ kind: 'slice', request, ...wish, buffers }),
  read,
}

/** The document without the memories that are the same objects as before. */
function changeOf(recall: RecallSettings, before: RecallSettings): RecallChange {
  const known = new Set(before.memories)
  const memories = recall.memories.map((memory) => (known.has(memory) ? { knownId: memory.id } : memory))
  return { ...recall, memories }
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
