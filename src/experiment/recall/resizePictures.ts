import { resamplePixels } from '../../model/resample.ts'
import { decodeTrits, encodeBits, encodeTrits } from './pixelCode.ts'
import { memoryPixels } from './inputPicture.ts'
import { editRefusal } from './editRefusal.ts'
import type { PictureSize, RecallInput, RecallSettings } from './recallSettings.ts'

/**
 * Another size of all pictures: memories and drawn inputs are resampled, windows stay where they are (they are fractions), and flips stay
 * the same share of the pixels. The same object when a side is out of range. A smaller size loses detail: undo brings it back.
 */
export function resizePictures(recall: RecallSettings, size: PictureSize): RecallSettings {
  const from = recall.size
  const isSame = size.columns === from.columns && size.rows === from.rows
  if (isSame || editRefusal(recall, { kind: 'resize', size }) !== null) return recall
  const { timeline } = recall
  const resize = (input: RecallInput) => resizeInput(input, from, size)
  return {
    ...recall,
    size: { columns: size.columns, rows: size.rows },
    memories: recall.memories.map((memory) => ({
      ...memory,
      bits: encodeBits(resamplePixels(memoryPixels(memory, from.columns * from.rows), from, size)),
    })),
    input: resize(recall.input),
    timeline: {
      ...timeline,
      keyframes: timeline.keyframes.map((keyframe) => ({ ...keyframe, input: resize(keyframe.input) })),
    },
  }
}

function resizeInput(input: RecallInput, from: PictureSize, to: PictureSize): RecallInput {
  const n = to.columns * to.rows
  switch (input.kind) {
    case 'drawing': {
      const pixels = decodeTrits(input.pixels, from.columns * from.rows)
      return { ...input, pixels: encodeTrits(resamplePixels(pixels, from, to, 3)) }
    }
    case 'mix':
      return input
    case 'corrupted':
      return { ...input, flips: Math.min(n, Math.round((input.flips * n) / (from.columns * from.rows))) }
    default:
      return input satisfies never
  }
}
