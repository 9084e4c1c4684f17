import type { Port } from '../../engine/port.ts'
import type { RecallCommand, RecallEvent } from '../../engine/recall/protocol.ts'
import { createRecallMainThreadPort } from '../../engine/recall/recallMainThreadPort.ts'
import { createRecallWorkerPort } from '../../engine/recall/recallWorkerPort.ts'
import { browserEnvironment, type Environment } from '../environment.ts'

/** Everything the Recall view takes from the browser, so that a test can make it up. */
export interface RecallEnvironment extends Pick<Environment, 'timers' | 'frames' | 'page' | 'prefersReducedMotion'> {
  readonly createPort: () => Port<RecallCommand, RecallEvent> | null
  readonly createFallbackPort: () => Port<RecallCommand, RecallEvent>
}

/** The real one. */
export function browserRecallEnvironment(): RecallEnvironment {
  return {
    ...browserEnvironment(),
    createPort: createRecallWorkerPort,
    createFallbackPort: createRecallMainThreadPort,
  }
}
