import { rangeText } from '../ranges.ts'
import { largestSide, maximumKeyframes, maximumLanes, maximumMemories, recallRanges } from './recallRanges.ts'
import type { PictureSize, RecallSettings } from './recallSettings.ts'

/** What a person wants to do to the document. */
export type EditWish =
  | { readonly kind: 'add-memories'; readonly count: number }
  | { readonly kind: 'resize'; readonly size: PictureSize }
  | { readonly kind: 'remove-memory'; readonly id: number }
  | { readonly kind: 'add-keyframe' }
  | { readonly kind: 'add-lane' }

/** A network keeps its patterns as single-precision numbers. */
const bytesPerPixel = 4
const megabyte = 1e6

/** Why an edit of `recallEdits.ts` will not be made, as a sentence; null when it will. */
export function editRefusal(recall: RecallSettings, wish: EditWish): string | null {
  switch (wish.kind) {
    case 'add-memories':
      return tooManyMemories(recall, recall.memories.length + wish.count)
    case 'resize':
      return sizeRefusal(recall, wish.size)
    case 'remove-memory':
      return recall.memories.every((memory) => memory.isOn === (memory.id === wish.id))
        ? 'The network needs at least one memory: switch another one on first.'
        : null
    case 'add-keyframe':
      return recall.timeline.keyframes.length < maximumKeyframes
        ? null
        : `A timeline has at most ${maximumKeyframes} keyframes. Delete one to add another.`
    case 'add-lane':
      return recall.lanes.length < maximumLanes
        ? null
        : `At most ${maximumLanes} models race. Remove one to add another.`
    default:
      return wish satisfies never
  }
}

function tooManyMemories({ size }: RecallSettings, count: number): string | null {
  if (count <= maximumMemories) return null
  const need = memoryText(count, size.columns * size.rows)
  return `A network holds at most ${maximumMemories} memories. ${count} of them at ${sizeText(size)} would need ${need} in each model.`
}

function sizeRefusal({ memories }: RecallSettings, size: PictureSize): string | null {
  const { low, high } = recallRanges.side
  const isSide = (side: number) => Number.isInteger(side) && side >= low && side <= high
  if (isSide(size.columns) && isSide(size.rows)) return null
  const neurons = size.columns * size.rows
  const isTooLarge = size.columns > largestSide || size.rows > largestSide
  const rule = `Each side should be ${rangeText(recallRanges.side)} pixels`
  if (!isTooLarge || !Number.isFinite(neurons)) return `${rule}.`
  const need = memoryText(memories.length, neurons)
  return `${rule}: ${sizeText(size)} would be a network of ${neurons} neurons, and its ${memories.length} memories would need ${need} in each model.`
}

function sizeText({ columns, rows }: PictureSize): string {
  return `${columns} × ${rows}`
}

function memoryText(memoryCount: number, neuronCount: number): string {
  const megabytes = (memoryCount * neuronCount * bytesPerPixel) / megabyte
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
