import { headlessTools } from './headlessTools.ts'
import { createPacedRun } from './run/pacedRun.ts'
import type { HeadlessCommand } from './run/protocol.ts'

// The shell of a run: one document in, progress and results out. To stop it, the page ends the worker.
declare const self: DedicatedWorkerGlobalScope

/** Between two words about the progress. Milliseconds. */
const sliceMs = 100

const now = () => performance.now()

self.addEventListener('message', ({ data }: MessageEvent<HeadlessCommand>) => {
  const run = createPacedRun(data, headlessTools(null, now), now)
  for (;;) {
    const event = run.workUntil(now() + sliceMs)
    self.postMessage(event)
    if (event.kind !== 'progress') return
  }
})
