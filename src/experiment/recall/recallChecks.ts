import { bitsLength, tritsLength } from './pixelCode.ts'
import type { RecallInput, RecallSettings } from './recallSettings.ts'

/** What does not fit other parts of the same document. */
export interface Misfit {
  /** From the recall part on; never empty. */
  readonly path: readonly [string | number, ...(string | number)[]]
  /** The phrase for what is expected. */
  readonly expected: string
  readonly value: unknown
}

const knownMemory = 'the number of a memory of the list'

/** The first thing that does not fit the size or refers to a memory that is not there; null when all fits. */
export function checkReferences(recall: RecallSettings): Misfit | null {
  const { size, memories, input, timeline, start, slice } = recall
  const n = size.columns * size.rows
  const ids = new Set(memories.map((memory) => memory.id))
  const length = bitsLength(n)
  for (const [k, { bits }] of memories.entries()) {
    if (bits.length !== length) return lengthMisfit(['memories', k, 'bits'], length, bits, recall)
  }
  const inInput = checkInput(recall, input, ids, ['input'])
  if (inInput !== null) return inInput
  for (const [k, keyframe] of timeline.keyframes.entries()) {
    const inKeyframe = checkInput(recall, keyframe.input, ids, ['timeline', 'keyframes', k, 'input'])
    if (inKeyframe !== null) return inKeyframe
  }
  if (start.kind === 'memory' && !ids.has(start.memory)) {
    return { path: ['start', 'memory'], expected: knownMemory, value: start.memory }
  }
  return checkSlice(slice, ids)
}

function checkSlice({ memories }: RecallSettings['slice'], ids: ReadonlySet<number>): Misfit | null {
  if (memories === null) return null
  for (const [k, id] of memories.entries()) {
    if (!ids.has(id)) return { path: ['slice', 'memories', k], expected: knownMemory, value: id }
  }
  if (memories[0] !== memories[1]) return null
  return { path: ['slice', 'memories', 1], expected: 'another memory than the first', value: memories[1] }
}

function checkInput(
  recall: RecallSettings,
  input: RecallInput,
  ids: ReadonlySet<number>,
  path: Misfit['path'],
): Misfit | null {
  switch (input.kind) {
    case 'drawing': {
      const length = tritsLength(recall.size.columns * recall.size.rows)
      return input.pixels.length === length ? null : lengthMisfit([...path, 'pixels'], length, input.pixels, recall)
    }
    case 'mix': {
      const k = input.faders.findIndex((fader) => !ids.has(fader.memory))
      if (k < 0) return null
      return { path: [...path, 'faders', k, 'memory'], expected: knownMemory, value: input.faders[k].memory }
    }
    case 'corrupted':
      return ids.has(input.memory) ? null : { path: [...path, 'memory'], expected: knownMemory, value: input.memory }
    default:
      return input satisfies never
  }
}

function lengthMisfit(path: Misfit['path'], length: number, code: string, { size }: RecallSettings): Misfit {
  const expected = `${length} characters for ${size.columns} × ${size.rows} pixels`
  return { path, expected, value: code.length }
}

/** Flips of corrupted inputs are at most all pixels, like other numbers out of range. The same object when they are. */
export function clampFlips(recall: RecallSettings): RecallSettings {
  const n = recall.size.columns * recall.size.rows
  const isTooMany = (input: RecallInput) => input.kind === 'corrupted' && input.flips > n
  const { timeline } = recall
  if (!isTooMany(recall.input) && !timeline.keyframes.some((keyframe) => isTooMany(keyframe.input))) return recall
  const clamp = (input: RecallInput): RecallInput =>
    input.kind === 'corrupted' ? { ...input, flips: Math.min(input.flips, n) } : input
  const keyframes = timeline.keyframes.map((keyframe) => ({ ...keyframe, input: clamp(keyframe.input) }))
  return { ...recall, input: clamp(recall.input), timeline: { ...timeline, keyframes } }
}
