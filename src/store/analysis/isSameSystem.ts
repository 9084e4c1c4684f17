import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'

/** True for equal numbers: what comes from another thread is never the same object. */
export function isSameSystem(a: TwoNeuronSystem | null, b: TwoNeuronSystem | null): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  const isSamePair = (p: readonly [number, number], q: readonly [number, number]) => p[0] === q[0] && p[1] === q[1]
  return a.gain === b.gain && isSamePair(a.saliency, b.saliency) && isSamePair(a.current, b.current)
}
