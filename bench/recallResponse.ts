import type { RecallCommand, RecallEvent } from '../src/engine/recall/protocol.ts'
import { createRecallSession, type RecallSession } from '../src/engine/recall/session/recallSession.ts'
import { createJavascriptBinaryKernel } from '../src/kernel/javascriptBinaryKernel.ts'
import { createJavascriptKernel } from '../src/kernel/javascriptKernel.ts'
import { createBinaryKernel } from '../src/kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../src/kernel/wasm/createKernel.ts'
import { createRandom } from '../src/model/random.ts'
import type { Timings } from './harness.ts'
import { createPen, type ResponseCase, responseCases } from './responseCases.ts'

// How soon the engine of the Recall view does what it is told at its largest sizes, without a thread around it.

/** Points along a side of the slice, as the page asks for them. */
const columns = 129
/** Drawn pixels before those that count: the compiler has then seen enough. */
const warmUp = 20
/** Ticks after which a network that is still being trained is taken as it is. */
const mostTicks = 2000

type Flavour = 'wasm' | 'javascript'

/** A tick under way, what is done for the drawn pixel, the landscape after it; sums of these; and a tick with a pause behind it. */
const responseParts = ['tick', 'change', 'slice', 'pixel', 'landscape', 'pause'] as const
export type ResponsePart = (typeof responseParts)[number]

/** In which a case is timed. */
export const flavoursOf = ({ isDense }: Pick<ResponseCase, 'isDense'>): readonly Flavour[] =>
  isDense ? ['wasm'] : ['wasm', 'javascript']

export function responseName(
  { title, drawsOn }: Pick<ResponseCase, 'title' | 'drawsOn'>,
  part: ResponsePart,
  flavour: Flavour,
): string {
  return `${title}, ${drawsOn}, ${part}, ${flavour}`
}

function makeSession(flavour: Flavour): RecallSession {
  const now = (): number => performance.now()
  return flavour === 'wasm'
    ? createRecallSession({ createKernel, createBinaryKernel, now })
    : createRecallSession({
        createKernel: createJavascriptKernel,
        createBinaryKernel: createJavascriptBinaryKernel,
        now,
      })
}

/** As over the wire: what arrives is a copy, and the receiver makes it. */
function tell(session: RecallSession, command: RecallCommand): RecallEvent | undefined {
  const [event] = session.handle(structuredClone(command))
  if (event?.kind === 'failed') throw new Error(event.sentence)
  return event
}

/** Until all networks are trained, and those that need not learn are on their way. */
function train(session: RecallSession): void {
  for (let k = 0; k < mostTicks; k++) {
    const frame = tell(session, { kind: 'tick', nowMs: 100 * k })
    if (frame?.kind !== 'frame') continue
    if (frame.time > 1 && frame.lanes.every(({ learnedShare }) => learnedShare === null)) return
  }
}

/** Milliseconds of the parts of the answer to one drawn pixel, and to a pause, which come just after a tick began. */
function responses(example: ResponseCase, flavour: Flavour, count: number): Map<string, number[]> {
  const session = makeSession(flavour)
  const recall = example.makeRecall()
  const draw = createPen(recall, example.drawsOn, createRandom(5))
  const found = new Map<ResponsePart, number[]>(responseParts.map((part) => [part, []]))
  const timeOf = (command: RecallCommand): number => {
    const started = performance.now()
    tell(session, command)
    return performance.now() - started
  }
  tell(session, { kind: 'load', recall })
  train(session)
  for (let k = 0; k < warmUp + count; k++) {
    const nowMs = 100 * (mostTicks + 3 * k)
    const drawn = draw()
    // The first tick after a pause only looks at the clock.
    tell(session, { kind: 'tick', nowMs })
    const tick = timeOf({ kind: 'tick', nowMs: nowMs + 100 })
    const change = timeOf({ kind: 'change', recall: drawn })
    const slice = timeOf({ kind: 'slice', request: k, extent: null, columns, contourLevels: null, buffers: null })
    // The tick that a pause finds is the first on a network that was just changed.
    const pause = timeOf({ kind: 'tick', nowMs: nowMs + 200 }) + timeOf({ kind: 'pause' })
    if (k < warmUp) continue
    const pixel = tick + change
    const parts = { tick, change, slice, pixel, landscape: pixel + slice, pause }
    for (const part of responseParts) found.get(part)?.push(parts[part])
  }
  return new Map([...found].map(([part, values]) => [responseName(example, part, flavour), values]))
}

/** Times of the answers to drawn pixels and pauses; no ratios, and so without a probe. */
export function runResponse({ rounds }: { readonly rounds: number }): Timings {
  const ms = new Map<string, readonly number[]>()
  for (const example of responseCases) {
    for (const flavour of flavoursOf(example)) {
      for (const [name, values] of responses(example, flavour, 2 * rounds)) ms.set(name, values)
    }
  }
  return { ms, probeMs: [], droppedRounds: 0, skipped: [] }
}
