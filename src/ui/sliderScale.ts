import { roundToStep, stepValue } from './fieldValue.ts'
import type { FieldRange } from './fieldValue.ts'

/** Where a value stands on its track, 0 to 1, and back. A logarithmic scale needs a positive minimum. */
export interface SliderScale extends FieldRange {
  readonly isLogarithmic?: boolean | undefined
}

/** Arrow keys on a logarithmic track move by this share of it. */
const logarithmicKeyShare = 0.01

export function positionOf(value: number, { min, max, isLogarithmic }: SliderScale): number {
  const position = isLogarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Math.min(1, Math.max(0, position))
}

export function valueAt(position: number, { min, max, step, isLogarithmic }: SliderScale): number {
  const raw = isLogarithmic ? min * (max / min) ** position : min + position * (max - min)
  return Math.min(max, Math.max(min, roundToStep(raw, step)))
}

/** The value a number of key presses away; on a logarithmic track at least one step. */
export function valueAfterSteps(value: number, count: number, scale: SliderScale): number {
  const plain = stepValue(value, Math.sign(count), scale)
  if (!scale.isLogarithmic) return stepValue(value, count, scale)
  const moved = valueAt(Math.min(1, Math.max(0, positionOf(value, scale) + count * logarithmicKeyShare)), scale)
  return count > 0 ? Math.max(plain, moved) : Math.min(plain, moved)
}

/**
 * Centres for labels of the given widths as near as possible to their wanted places (least squares), in order, without
 * touching each other or leaving [0, total]. When they cannot all fit they are packed from the left.
 * Neighbours that would touch are merged into one block that sits at the mean of what its members want.
 */
export function spreadLabels(
  wanted: readonly number[],
  widths: readonly number[],
  total: number,
  gap: number,
): number[] {
  interface Block {
    readonly members: number[]
    width: number
    start: number
  }
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a] - wanted[b] || a - b)
  const blocks: Block[] = []
  const startOf = (members: readonly number[], width: number) => {
    let offset = 0
    let sum = 0
    for (const member of members) {
      sum += wanted[member] - widths[member] / 2 - offset
      offset += widths[member] + gap
    }
    return Math.max(0, Math.min(total - width, sum / members.length))
  }
  for (const index of order) {
    let block: Block = { members: [index], width: widths[index], start: 0 }
    block.start = startOf(block.members, block.width)
    for (let last = blocks.at(-1); last && last.start + last.width + gap > block.start; last = blocks.at(-1)) {
      blocks.pop()
      const members = [...last.members, ...block.members]
      const width = last.width + gap + block.width
      block = { members, width, start: startOf(members, width) }
    }
    blocks.push(block)
  }
  const centres = wanted.map(() => 0)
  for (const { members, start } of blocks) {
    let left = start
    for (const member of members) {
      centres[member] = left + widths[member] / 2
      left += widths[member] + gap
    }
  }
  return centres
}
