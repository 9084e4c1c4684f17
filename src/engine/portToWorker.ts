import type { Port } from './port.ts'

/** Of a worker, what a port uses. */
type WorkerLine = EventTarget & {
  readonly postMessage: (message: unknown, transfer: Transferable[]) => void
  readonly terminate: () => void
}

/**
 * A port to a session in a worker of its own, or null where the page may not have one: its policy may throw here, or tell only later, as an
 * error event.
 */
export function portToWorker<C, E>(createWorker: () => WorkerLine): Port<C, E> | null {
  let worker: WorkerLine
  try {
    worker = createWorker()
  } catch {
    return null
  }
  return {
    post: (command, transfer) => worker.postMessage(command, transfer),
    listen({ onEvent, onDeath }) {
      worker.addEventListener('message', (message) => onEvent((message as MessageEvent<E>).data))
      worker.addEventListener('messageerror', onDeath)
      worker.addEventListener('error', (error) => {
        error.preventDefault()
        onDeath()
      })
    },
    close: () => worker.terminate(),
  }
}
