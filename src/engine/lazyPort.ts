import type { Port, PortListeners } from './port.ts'

/**
 * A port that is still being fetched: what is posted meanwhile goes out in order when it is there. `missing`: what is heard where it cannot be
 * had. That is no death, since another try would end the same way.
 */
export function createLazyPort<C, E>(fetchPort: () => Promise<Port<C, E>>, missing: E): Port<C, E> {
  let listeners: PortListeners<E> | null = null
  let port: Port<C, E> | null = null
  let isOpen = true
  let waiting: (readonly [C, ArrayBuffer[]])[] = []

  function arrive(arrived: Port<C, E>) {
    if (!isOpen) return arrived.close()
    port = arrived
    if (listeners !== null) arrived.listen(listeners)
    for (const [command, transfer] of waiting) arrived.post(command, transfer)
    waiting = []
  }

  fetchPort().then(arrive, () => isOpen && listeners?.onEvent(missing))

  return {
    post(command, transfer) {
      if (port === null) waiting.push([command, transfer])
      else port.post(command, transfer)
    },
    listen(next) {
      listeners = next
      port?.listen(next)
    },
    close() {
      isOpen = false
      waiting = []
      port?.close()
    },
  }
}
