import { createMainThreadPort } from '../engine/mainThreadPort.ts'
import type { Environment } from './environment.ts'

function never(): never {
  throw new Error('Nobody wants an analysis here.')
}

/** For tests of what a lab keeps and opens: an engine in this thread, and no time that passes. */
export const stillEnvironment: Environment = {
  createPort: createMainThreadPort,
  createFallbackPort: createMainThreadPort,
  analysis: { createPort: never, createFallbackPort: never },
  timers: { now: () => 0, after: () => () => {} },
  frames: { request: () => 0, cancel: () => {} },
  page: { isVisible: () => true, subscribe: () => () => {} },
  storage: null,
  prefersReducedMotion: () => true,
}
