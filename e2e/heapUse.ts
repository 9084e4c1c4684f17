import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'

/** Bytes in use after a collection: objects, and the arrays and WebAssembly memories behind them. */
export interface HeapUse {
  readonly page: number
  /** All workers of the page. */
  readonly worker: number
}

export interface HeapMeter {
  readonly read: () => Promise<HeapUse>
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

type Send = (method: string) => Promise<unknown>

/** A meter of the heaps of a page and of the workers that it has now. */
export async function createHeapMeter(page: Page): Promise<HeapMeter> {
  const session = await page.context().newCDPSession(page)
  const workers = await sessionsOfWorkers(session)
  const ofPage: Send = (method) => session.send(method as 'Runtime.getHeapUsage')
  return {
    async read() {
      const inWorkers = await Promise.all(workers.map(bytesInUse))
      return { page: await bytesInUse(ofPage), worker: inWorkers.reduce((sum, bytes) => sum + bytes, 0) }
    },
  }
}

/** Collections for one reading, and the pause between them: arrays that were let go of are swept by another thread, after the collection. */
const collections = 5
const sweepMs = 100

/** The least of a few readings, since what is not swept yet only adds. What a finaliser lets go of in one collection is gone in the next. */
async function bytesInUse(send: Send): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < collections; k++) {
    await send('HeapProfiler.collectGarbage')
    await pause(sweepMs)
    const { usedSize, backingStorageSize } = (await send('Runtime.getHeapUsage')) as Record<string, number>
    least = Math.min(least, (usedSize ?? Number.NaN) + (backingStorageSize ?? Number.NaN))
  }
  return least
}

/** Attaches to the workers. Their messages are wrapped in those of the page, since Playwright shows no sessions but its own. */
async function sessionsOfWorkers(session: CDPSession): Promise<Send[]> {
  const waiting = new Map<number, (answer: Answer) => void>()
  const sessionIds: string[] = []
  let lastId = 0
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessionIds.push(sessionId)
  })
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  // Answers once every worker that there is has been attached to.
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return sessionIds.map((sessionId) => async (method) => {
    const id = ++lastId
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    const { result, error } = await answered
    waiting.delete(id)
    if (error) throw new Error(`${method} in a worker: ${error.message}`)
    return result
  })
}
