import { addMemories, deleteMemory, mapInputs, type NewMemory } from '../../experiment/recall/recallEdits.ts'
import type { CorruptedInput, RecallSettings, Timeline } from '../../experiment/recall/recallSettings.ts'

/** Share of the pixels that are turned in the input that a new bank begins with. */
const flippedShare = 0.2

/**
 * These memories instead of all others, numbered from 1. Nothing can refer to the old ones any more: an input that was made of them becomes the
 * first new memory with a fifth of its pixels flipped, and keyframes show the k-th new memory where they showed the k-th old one; what is drawn
 * stays. The same object when there are none, or too many.
 */
export function replaceMemories(recall: RecallSettings, drawings: readonly NewMemory[]): RecallSettings {
  const [first, ...others] = drawings
  if (first === undefined) return recall
  // The network never is without a memory that is on: one of the old ones stays until the first new one is there.
  const last = recall.memories.find((memory) => memory.isOn) ?? recall.memories[0]
  const emptied = recall.memories
    .filter((memory) => memory !== last)
    .reduce((next, memory) => deleteMemory(next, memory.id), recall)
  const begun = deleteMemory(addMemories(emptied, [first]), last.id)
  const filled = others.length === 0 ? begun : addMemories(begun, others)
  if (filled.memories.length !== drawings.length) return recall
  const memories = filled.memories.map((memory, k) => ({ ...memory, id: k + 1 }))
  const input = recall.input.kind === 'drawing' ? recall.input : firstFlipped(recall)
  return { ...filled, memories, input, timeline: withNewMemories(recall, drawings.length) }
}

/** The timeline of the old bank for a new one of so many memories, from the first again where those are fewer. */
function withNewMemories({ timeline, memories }: RecallSettings, count: number): Timeline {
  const newIds = new Map(memories.map(({ id }, place) => [id, 1 + (place % count)]))
  const newId = (id: number) => newIds.get(id) ?? 1
  return mapInputs(timeline, (input) => {
    switch (input.kind) {
      case 'drawing':
        return input
      case 'corrupted':
        return { ...input, memory: newId(input.memory) }
      case 'mix': {
        // Where two old memories become the same new one, the stronger counts.
        const weakestFirst = input.faders.toSorted((a, b) => Math.abs(a.amount) - Math.abs(b.amount))
        const amounts = new Map(weakestFirst.map(({ memory, amount }) => [newId(memory), amount]))
        return { ...input, faders: [...amounts].map(([memory, amount]) => ({ memory, amount })) }
      }
      default:
        return input satisfies never
    }
  })
}

function firstFlipped({ size, noise }: RecallSettings): CorruptedInput {
  const flips = Math.round(flippedShare * size.columns * size.rows)
  return { kind: 'corrupted', memory: 1, flips, noise: 0, seed: noise.seed, occlusion: { kind: 'none' } }
}

/** The input as it is shown now, as the drawing of a memory: ink where it is above 0. `pixels`: `round(127.5 (1 + u / inputScale))`. */
export function drawingOfInput(pixels: Uint8Array): Int8Array {
  const middle = 128
  return Int8Array.from(pixels, (byte) => (byte > middle ? 1 : -1))
}

/** The one value of a drawing that is all ink (1) or all paper (−1); null for any other. */
export function uniformValue(pixels: ArrayLike<number>): number | null {
  for (let i = 1; i < pixels.length; i++) if (pixels[i] !== pixels[0]) return null
  return pixels.length === 0 ? null : pixels[0]
}
