import type { Page } from 'playwright-core'

/** What was done, and the seconds of script of the page's main thread in it. */
export interface Scripted<T> {
  readonly done: T
  readonly scriptSeconds: number
}

/**
 * The script time of a page while something is done. In time of the thread itself: what it waited for a processor that draws WebGL in software, or
 * runs the worker, is not the page's.
 */
export async function timeScript<T>(page: Page, work: () => Promise<T>): Promise<Scripted<T>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
  }
  const before = await read()
  const done = await work()
  const scriptSeconds = (await read()) - before
  await devtools.detach()
  return { done, scriptSeconds }
}
