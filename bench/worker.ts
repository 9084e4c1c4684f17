import { chromium } from 'playwright-core'
import { quietFlags } from '../tools/chromium.mjs'
import type { Options, Sampler, Timings } from './harness.ts'
import type { Place } from './sharedRounds.ts'

// The suites in a worker of Chromium, as the page runs its engine.

/** A worker in which expressions are evaluated, one at a time. */
interface BenchWorker {
  readonly evaluate: <Value>(expression: string) => Promise<Value>
  readonly close: () => Promise<void>
}

/** Opens a worker of an otherwise empty page. `script` defines `bench` with all suites. */
async function openWorker(executablePath: string, script: string): Promise<BenchWorker> {
  const browser = await chromium.launch({ executablePath, headless: true, args: [...quietFlags] })
  const page = await browser.newPage()
  // The handle keeps the worker: without one it could be collected between two questions.
  await page.evaluateHandle(
    (code) =>
      new Promise<Worker>((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code])))
        worker.addEventListener('message', () => resolve(worker))
        worker.addEventListener('error', (event) => reject(new Error(event.message)))
      }),
    `${script}\npostMessage('ready')`,
  )
  const [worker] = page.workers()
  if (!worker) throw new Error('The worker has ended.')
  return { evaluate: (expression) => worker.evaluate(expression), close: () => browser.close() }
}

/** Runs a suite in a worker. */
export async function runInWorker(
  executablePath: string,
  script: string,
  suite: 'runSuite' | 'runKernelSuite' | 'runPhaseSuite' | 'runBinarySuite' | 'runResponse',
  options: Omit<Options, 'clock'>,
): Promise<Timings> {
  const { evaluate, close } = await openWorker(executablePath, script)
  const expression = `(({ ms, ...rest }) => ({ ...rest, ms: [...ms] }))(bench.${suite}(${JSON.stringify(options)}))`
  const { ms, ...rest } = await evaluate<Omit<Timings, 'ms'> & { ms: [string, number[]][] }>(expression)
  await close()
  return { ...rest, ms: new Map(ms) }
}

/** A worker that stays open, and times the subjects of `createSharedSampler` one sample at a time, as it is asked. */
export async function openPlace(
  executablePath: string,
  script: string,
  options: Omit<Options, 'clock'>,
): Promise<Place & { readonly close: () => Promise<void> }> {
  const { evaluate, close } = await openWorker(executablePath, script)
  const { names, skipped } = await evaluate<Pick<Sampler, 'names' | 'skipped'>>(
    `(({ names, skipped }) => ({ names, skipped }))(globalThis.sampler = bench.createSharedSampler(${JSON.stringify(options)}))`,
  )
  return {
    names,
    skipped,
    probe: () => evaluate('sampler.probe()'),
    sample: (name) => evaluate(`sampler.sample(${JSON.stringify(name)})`),
    close,
  }
}
