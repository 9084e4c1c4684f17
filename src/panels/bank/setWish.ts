import type { GenerateWish } from '../../experiment/recall/generate.ts'
import { maximumMemories } from '../../experiment/recall/recallRanges.ts'
import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { orthogonalCount } from '../../model/generators.ts'
import { sizeText } from './bankWords.ts'

export type SetKind = GenerateWish['kind']

/** How many memories of a kind can be made at a size. */
export function mostOfKind(kind: SetKind, { columns, rows }: PictureSize): number {
  return kind === 'orthogonal' ? Math.min(maximumMemories, orthogonalCount(columns * rows)) : maximumMemories
}

/** What a set is, in one or two sentences. */
export function setExplained(kind: SetKind, size: PictureSize): string {
  const neuronCount = size.columns * size.rows
  switch (kind) {
    case 'random':
      return `Every pixel is a coin. Two of them overlap by 0 ± ${(1 / Math.sqrt(neuronCount)).toFixed(3)}.`
    case 'orthogonal': {
      const count = orthogonalCount(neuronCount)
      const most = count === 1 ? 'only one can be made' : `${count} can be made`
      return `Rows of a Hadamard matrix: overlaps are exactly 0, as the thresholds assume. At ${sizeText(size)}, ${most}.`
    }
    case 'correlated':
      return 'A family: all are drawn from one random template, so that any two overlap by about this much.'
    default:
      return kind satisfies never
  }
}
