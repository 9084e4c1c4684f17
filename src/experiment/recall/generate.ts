import { correlatedPatterns, hadamardPatterns, orthogonalCount, randomPatterns } from '../../model/generators.ts'
import type { Patterns } from '../../model/patterns.ts'
import { createRandom } from '../../model/random.ts'
import { encodeBits } from './pixelCode.ts'
import type { PictureSize } from './recallSettings.ts'

/** A set of memories to be made. */
export interface GenerateWish {
  /** Fair coins; exactly orthogonal (rows of a Hadamard matrix); or random with the same mean overlap between any two. */
  readonly kind: 'random' | 'orthogonal' | 'correlated'
  readonly count: number
  /** 'correlated' only: that mean overlap, 0 to 1. */
  readonly correlation: number
  /** Not used by 'orthogonal'. */
  readonly seed: number
}

const titles = { random: 'Random', orthogonal: 'Ortho', correlated: 'Relative' } as const

/** How many memories there are of a kind in this size; no limit of its own for random ones. */
export function generateLimit(kind: GenerateWish['kind'], { columns, rows }: PictureSize): number {
  return kind === 'orthogonal' ? orthogonalCount(columns * rows) : Infinity
}

/** New memories. Same wish and size, same pictures. Of orthogonal ones at most as many as there are (`generateLimit`). */
export function generateMemories(
  wish: GenerateWish,
  size: PictureSize,
): { readonly name: string; readonly bits: string }[] {
  const count = Math.max(0, Math.min(Math.floor(wish.count), generateLimit(wish.kind, size)))
  const { values, neuronCount } = generatePatterns({ ...wish, count }, size.columns * size.rows)
  return Array.from({ length: count }, (_, mu) => ({
    name: `${titles[wish.kind]} ${mu + 1}`,
    bits: encodeBits(values.subarray(mu * neuronCount, (mu + 1) * neuronCount)),
  }))
}

function generatePatterns({ kind, count, correlation, seed }: GenerateWish, neuronCount: number): Patterns {
  switch (kind) {
    case 'random':
      return randomPatterns(count, neuronCount, createRandom(seed))
    case 'orthogonal':
      return hadamardPatterns(count, neuronCount)
    case 'correlated':
      return correlatedPatterns(count, neuronCount, correlation, createRandom(seed))
    default:
      return kind satisfies never
  }
}
