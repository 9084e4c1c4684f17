import { createLocalPort } from './localPort.ts'
import type { Port } from './port.ts'
import { createSession } from './session/session.ts'

/** A port to the session of the two neurons in this thread. */
export function createMainThreadPort(defer: (task: () => void) => void = queueMicrotask): Port {
  return createLocalPort(createSession(), defer)
}
