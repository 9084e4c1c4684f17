import type { Experiment } from '../../experiment/experiment.ts'
import { createLazyPort } from '../lazyPort.ts'
import type { Port } from '../port.ts'
import type { HeadlessCommand, HeadlessEvent } from './run/protocol.ts'
import type { RunWish } from './run/wish.ts'

type HeadlessPort = Port<HeadlessCommand, HeadlessEvent>

const missing: HeadlessEvent = {
  kind: 'failed',
  sentence: 'This part of the page could not be fetched. Check the connection, and load the page again.',
}

/** Where a run happens: a worker, which falls back to this thread where there can be none; and this thread. */
export interface HeadlessPorts {
  readonly createPort: () => HeadlessPort
  readonly createFallbackPort: () => HeadlessPort
}

async function fetchLocalPort(): Promise<HeadlessPort> {
  return (await import('./headlessLocalPort.ts')).createHeadlessLocalPort()
}

const browserPorts: HeadlessPorts = {
  createPort: () =>
    createLazyPort(async () => {
      const { createHeadlessWorkerPort } = await import('./headlessWorkerPort.ts')
      return createHeadlessWorkerPort() ?? fetchLocalPort()
    }, missing),
  createFallbackPort: () => createLazyPort(fetchLocalPort, missing),
}

/**
 * Runs a document off the page's thread; where a policy forbids that, perhaps only after the worker was made, in slices within it. Call what it
 * returns to stop the run: nothing is heard of it any more.
 */
export function runInBackground(
  experiment: Experiment,
  wish: RunWish,
  onEvent: (event: HeadlessEvent) => void,
  ports: HeadlessPorts = browserPorts,
): () => void {
  let port: HeadlessPort | null = null
  const open = (next: HeadlessPort, onDeath: () => void) => {
    port = next
    next.listen({
      onEvent(event) {
        if (event.kind !== 'progress') next.close()
        onEvent(event)
      },
      onDeath,
    })
    next.post({ kind: 'run', experiment, wish }, [])
  }
  open(ports.createPort(), () => {
    port?.close()
    open(ports.createFallbackPort(), () => onEvent(missing))
  })
  return () => port?.close()
}
