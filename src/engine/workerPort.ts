import EngineWorker from './engine.worker.ts?worker&inline'
import type { Event } from './protocol.ts'
import type { Port } from './port.ts'

/**
 * A port to a session in a worker of its own, or null where the page may not have one. The only file that starts a worker.
 *
 * Inlined as a classic blob worker: that works in a sandboxed frame and on a foreign origin, where a worker by address does not. A policy of
 * the page that forbids it may throw here or tell only later, as an error event.
 */
export function createWorkerPort(): Port | null {
  let worker: Worker
  try {
    worker = new EngineWorker()
  } catch {
    return null
  }
  return {
    post: (command, transfer) => worker.postMessage(command, transfer),
    listen({ onEvent, onDeath }) {
      worker.addEventListener('message', ({ data }: MessageEvent<Event>) => onEvent(data))
      worker.addEventListener('messageerror', onDeath)
      worker.addEventListener('error', (error) => {
        error.preventDefault()
        onDeath()
      })
    },
    close: () => worker.terminate(),
  }
}
