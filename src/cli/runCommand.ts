import { headlessTools } from '../engine/headless/headlessTools.ts'
import { createHeadlessRun, type HeadlessRun } from '../engine/headless/run/headlessRun.ts'
import type { Results } from '../engine/headless/run/results.ts'
import { usualParts } from '../engine/headless/run/wish.ts'
import { exportHeader } from '../exports/header.ts'
import { changeDocument } from './changeDocument.ts'
import { exitCodes, ProgramError, type ExitCode } from './exitCodes.ts'
import { openDocument } from './openDocument.ts'
import { createProgressLine } from './progressLine.ts'
import type { RunRequest } from './readArguments.ts'
import type { Streams } from './streams.ts'
import { checkPlace, writeResults } from './writeResults.ts'

/** Signals are heard between slices. Milliseconds. */
const sliceMs = 50

/** `memoryscape run`. Returns the exit code; throws a `ProgramError` with a sentence. */
export async function runCommand(request: RunRequest, streams: Streams): Promise<ExitCode> {
  const { stderr } = streams
  const say = request.isQuiet ? () => {} : (text: string) => void stderr.write(`${text}\n`)
  const opened = await openDocument(request.document, streams.stdin)
  const { experiment, moved } = changeDocument(opened.experiment, request)
  for (const words of [...opened.moved, ...moved]) say(`Moved into its range: ${words}.`)
  await checkPlace(request)
  const parts = request.parts ?? usualParts(experiment, opened.view)
  const run = createHeadlessRun(
    experiment,
    { parts, duration: request.duration, samples: request.samples },
    headlessTools(request.kernel, streams.now),
  )
  const results = await toTheEnd(run, request, streams)
  if (results === null) {
    stderr.write('Stopped: nothing was written.\n')
    return exitCodes.stopped
  }
  const onlyRecall = parts.every((part) => part === 'recall')
  const header = exportHeader(experiment, request.title ?? opened.title, onlyRecall ? '#/recall' : '#/landscape')
  const written = await writeResults(request, header, results, streams.stdout)
  if (written.length > 0) say(`Wrote ${written.join(', ')}.`)
  for (const { kind, sentence } of results.remarks) if (kind === 'skipped') say(sentence)
  const failures = results.remarks.filter(({ kind }) => kind === 'failed')
  for (const { sentence } of failures) stderr.write(`${sentence}\n`)
  return failures.length > 0 ? exitCodes.failed : exitCodes.done
}

/** Slice after slice, between which signals are heard. Null where it was stopped. */
function toTheEnd(
  run: HeadlessRun,
  { isQuiet }: RunRequest,
  { stderr, onInterrupt, now }: Streams,
): Promise<Results | null> {
  const line = createProgressLine(isQuiet ? { write: () => {} } : stderr, now)
  let isStopped = false
  const forget = onInterrupt(() => (isStopped = true))

  function slice(): boolean {
    const until = now() + sliceMs
    do {
      line.show(run.progress())
      if (run.advance()) return true
    } while (now() < until)
    return false
  }

  return new Promise<Results | null>((resolve, reject) => {
    const goOn = () => {
      if (isStopped) return resolve(null)
      try {
        if (slice()) resolve(run.results())
        else setImmediate(goOn)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        reject(new ProgramError(exitCodes.failed, `The run could not go on: ${reason}`))
      }
    }
    goOn()
  }).finally(() => {
    line.clear()
    forget()
  })
}
