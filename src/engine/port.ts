import type { Command, Event } from './protocol.ts'

/** A line to a running session, whatever thread it is in. */
export interface Port {
  readonly post: (command: Command, transfer: ArrayBuffer[]) => void
  readonly listen: (listeners: PortListeners) => void
  readonly close: () => void
}

export interface PortListeners {
  readonly onEvent: (event: Event) => void
  /** The other side cannot answer any more. */
  readonly onDeath: () => void
}
