import type { Port, PortListeners } from '../port.ts'
import { headlessTools } from './headlessTools.ts'
import { createPacedRun, type PacedRun } from './run/pacedRun.ts'
import type { HeadlessCommand, HeadlessEvent } from './run/protocol.ts'

/** A slice leaves the page room within a frame. Milliseconds. */
const sliceMs = 10

const now = () => performance.now()
const afterThePage = (task: () => void) => void setTimeout(task, 0)

/** A run in this thread, in slices between which the page works. `defer`: calls back when the page has had its turn. */
export function createHeadlessLocalPort(
  defer: (task: () => void) => void = afterThePage,
): Port<HeadlessCommand, HeadlessEvent> {
  let listeners: PortListeners<HeadlessEvent> | null = null
  let isOpen = true

  function goOn(run: PacedRun) {
    defer(() => {
      if (!isOpen) return
      const event = run.workUntil(now() + sliceMs)
      listeners?.onEvent(event)
      if (event.kind === 'progress') goOn(run)
    })
  }

  return {
    post: (command) => goOn(createPacedRun(command, headlessTools(null, now), now)),
    listen(next) {
      listeners = next
    },
    close() {
      isOpen = false
      listeners = null
    },
  }
}
