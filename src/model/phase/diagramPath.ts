import type { TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import type { DiagramPath } from './diagram.ts'

/** The network at s of the path. s may be a little outside of 0 … 1, for differences. */
export function systemAlong(path: DiagramPath, s: number): TwoNeuronSystem {
  switch (path.kind) {
    case 'saliency':
      return { saliency: between(path.from, path.to, s), gain: path.gain, current: path.current }
    case 'gain':
      return { saliency: path.saliency, gain: path.from * (path.to / path.from) ** s, current: path.current }
    case 'current':
      return { saliency: path.saliency, gain: path.gain, current: between(path.from, path.to, s) }
    default:
      return path satisfies never
  }
}

/** What is read off the axis of a diagram: the coordinate that changes most along the path. */
export interface PathParameter {
  /** α₁, α₂; g; u₁, u₂ (an input that is held on as a current). */
  readonly symbol: 'α' | 'g' | 'u'
  /** 1 or 2; null for the gain. */
  readonly index: 1 | 2 | null
  readonly value: number
}

/** The parameter of the path at s. */
export function pathParameter(path: DiagramPath, s: number): PathParameter {
  if (path.kind === 'gain') return { symbol: 'g', index: null, value: systemAlong(path, s).gain }
  const index = leadingCoordinate(path.from, path.to)
  const symbol = path.kind === 'saliency' ? 'α' : 'u'
  return { symbol, index: index === 0 ? 1 : 2, value: between(path.from, path.to, s)[index] }
}

/** True where all networks of the path are the same one. */
export function isPointPath(path: DiagramPath): boolean {
  return path.kind === 'gain' ? path.from === path.to : path.from[0] === path.to[0] && path.from[1] === path.to[1]
}

function leadingCoordinate(from: ReadonlyPair, to: ReadonlyPair): 0 | 1 {
  return Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]) ? 1 : 0
}

/** from + s (to - from): exact where a coordinate does not change, so that a path along a border stays on it. */
function between(from: ReadonlyPair, to: ReadonlyPair, s: number): [number, number] {
  return [from[0] + s * (to[0] - from[0]), from[1] + s * (to[1] - from[1])]
}
