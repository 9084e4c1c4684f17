import type { Command, Event } from './protocol.ts'

/** A line to a running session, whatever thread it is in. Without arguments: the session of the two neurons. */
export interface Port<C = Command, E = Event> {
  readonly post: (command: C, transfer: ArrayBuffer[]) => void
  readonly listen: (listeners: PortListeners<E>) => void
  readonly close: () => void
}

export interface PortListeners<E = Event> {
  readonly onEvent: (event: E) => void
  /** The other side cannot answer any more. */
  readonly onDeath: () => void
}
