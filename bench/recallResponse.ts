import type { RecallCommand } from '../src/engine/recall/protocol.ts'
import { createRecallSession, type RecallSession } from '../src/engine/recall/session/recallSession.ts'
import { defaultRecall } from '../src/experiment/recall/defaultRecall.ts'
import { generateMemories } from '../src/experiment/recall/generate.ts'
import { encodeTrits } from '../src/experiment/recall/pixelCode.ts'
import type { RecallSettings } from '../src/experiment/recall/recallSettings.ts'
import { createJavascriptBinaryKernel } from '../src/kernel/javascriptBinaryKernel.ts'
import { createJavascriptKernel } from '../src/kernel/javascriptKernel.ts'
import { createBinaryKernel } from '../src/kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../src/kernel/wasm/createKernel.ts'
import { createRandom, type RandomSource } from '../src/model/random.ts'
import type { Timings } from './harness.ts'

// How soon the engine of the Recall view does what it is told at its largest size, without a thread around it.

const size = { columns: 128, rows: 128 }
const memoryCount = 100
/** Points along a side of the slice, as the page asks for them. */
const columns = 129
/** Drawn pixels before those that count: the compiler has then seen enough. */
const warmUp = 20

export const responseFlavours = ['wasm', 'javascript'] as const
export const responseParts = ['tick', 'change', 'slice', 'pixel', 'landscape'] as const

export const responseName = (flavour: string, part: (typeof responseParts)[number]): string => `${part}, ${flavour}`

function withInput(recall: RecallSettings, pixels: Int8Array): RecallSettings {
  return { ...recall, input: { kind: 'drawing', pixels: encodeTrits(pixels) } }
}

/** What a pen does in a frame or two. */
function scribble(pixels: Int8Array, random: RandomSource): void {
  for (let k = 0; k < 40; k++) {
    pixels[Math.floor(random.uniform() * pixels.length)] = random.uniform() < 0.5 ? -1 : 1
  }
}

function makeRecall(): RecallSettings {
  const wish = { kind: 'random', count: memoryCount, correlation: 0, seed: 1 } as const
  const memories = generateMemories(wish, size).map((drawing, k) => ({ ...drawing, id: k + 1, isOn: true }))
  return {
    ...defaultRecall,
    size,
    memories,
    lanes: ['idp', 'classic-held', 'classic-pulse'],
    start: { kind: 'random' },
    // More than any machine can do: every tick works as long as it may.
    playback: { speed: 20 },
    slice: { ...defaultRecall.slice, memories: null },
  }
}

function makeSession(flavour: (typeof responseFlavours)[number]): RecallSession {
  const now = (): number => performance.now()
  return flavour === 'wasm'
    ? createRecallSession({ createKernel, createBinaryKernel, now })
    : createRecallSession({
        createKernel: createJavascriptKernel,
        createBinaryKernel: createJavascriptBinaryKernel,
        now,
      })
}

/** Milliseconds of the parts of the answer to one drawn pixel, which comes just after a tick began. */
function responses(flavour: (typeof responseFlavours)[number], count: number): Map<string, number[]> {
  const random = createRandom(5)
  const pixels = new Int8Array(size.columns * size.rows)
  const session = makeSession(flavour)
  const recall = makeRecall()
  const found = new Map<string, number[]>(responseParts.map((part) => [responseName(flavour, part), []]))
  /** As over the wire: what arrives is a copy, and the receiver makes it. */
  const timeOf = (command: RecallCommand): number => {
    const started = performance.now()
    const [event] = session.handle(structuredClone(command))
    if (event?.kind === 'failed') throw new Error(event.sentence)
    return performance.now() - started
  }
  timeOf({ kind: 'load', recall })
  for (let k = 0; k < warmUp + count; k++) {
    scribble(pixels, random)
    const change: RecallCommand = { kind: 'change', recall: withInput(recall, pixels) }
    const tick = timeOf({ kind: 'tick', nowMs: 100 * k })
    const changed = timeOf(change)
    const slice = timeOf({ kind: 'slice', request: k, extent: null, columns, contourLevels: null, buffers: null })
    if (k < warmUp) continue
    const pixel = tick + changed
    const parts = { tick, change: changed, slice, pixel, landscape: pixel + slice }
    for (const part of responseParts) found.get(responseName(flavour, part))?.push(parts[part])
  }
  return found
}

/** Times of the answers to drawn pixels; no ratios, and so without a probe. */
export function runResponse({ rounds }: { readonly rounds: number }): Timings {
  const ms = new Map(responseFlavours.flatMap((flavour) => [...responses(flavour, 4 * rounds)]))
  return { ms, probeMs: [], droppedRounds: 0, skipped: [] }
}
