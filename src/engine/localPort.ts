import type { Port, PortListeners } from './port.ts'

/** A session without a thread: commands in, events out. */
interface Session<C, E> {
  readonly handle: (command: C) => readonly E[]
}

/** A port to a session in this thread: where a page may have no worker, and in tests. Answers come later, never within `post`. */
export function createLocalPort<C, E>(session: Session<C, E>, defer: (task: () => void) => void): Port<C, E> {
  let listeners: PortListeners<E> | null = null
  let isOpen = true
  const run = (command: C) => {
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
