import type { Command } from './protocol.ts'
import type { Port, PortListeners } from './port.ts'
import { createSession } from './session/session.ts'

/** A port to a session in this thread: where a page may have no worker, and in tests. Answers come later, never within `post`. */
export function createMainThreadPort(defer: (task: () => void) => void = queueMicrotask): Port {
  const session = createSession()
  let listeners: PortListeners | null = null
  let isOpen = true
  const run = (command: Command) => {
    if (!isOpen) return
    for (const event of session.handle(command)) listeners?.onEvent(event)
  }
  return {
    post: (command) => defer(() => run(command)),
    listen(next) {
      listeners = next
    },
    close() {
      isOpen = false
      listeners = null
    },
  }
}
