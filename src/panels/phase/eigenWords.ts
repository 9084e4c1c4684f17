import { formatFixed, formatNumber } from '../../ui/formatNumber.ts'
import { pairText } from './readPlace.ts'

/** An eigenvalue nearer to zero than this neither draws in nor drives away: the equilibrium is at a bifurcation. */
const flat = 1e-6

/** One eigendirection in words: what it does, and its time constant 1/|λ|. */
export interface DirectionWords {
  readonly direction: string
  readonly eigenvalue: string
  /** Model time in which a distance shrinks or grows e-fold. */
  readonly timeConstant: string
  readonly motion: 'comes in' | 'leaves' | 'stays'
}

/** The same direction with its first component positive, so that it does not flip while a parameter moves. */
function oriented([a, b]: readonly [number, number]): readonly [number, number] {
  return a < 0 || (a === 0 && b < 0) ? [-a, -b] : [a, b]
}

export function directionWords(eigenvalue: number, vector: readonly [number, number]): DirectionWords {
  const isFlat = Math.abs(eigenvalue) < flat
  return {
    direction: pairText(oriented(vector), 2),
    eigenvalue: formatFixed(eigenvalue, 3),
    timeConstant: isFlat ? '∞' : formatNumber(1 / Math.abs(eigenvalue)),
    motion: isFlat ? 'stays' : eigenvalue < 0 ? 'comes in' : 'leaves',
  }
}
