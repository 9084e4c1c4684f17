import { criticalSaliency, existenceSaliency } from './memory.ts'
import type { ReadonlyPair } from './vector.ts'

/**
 * What the two memories are, without current (Betteti et al. 2025, Fig. 2). Memories are counted 0 and 1.
 * `needed`: α* that the unstable memory must exceed to become stable.
 */
export type Regime =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly memory: 0 | 1 }
  | { readonly kind: 'one-stable'; readonly stable: 0 | 1; readonly unstable: 0 | 1; readonly needed: number }
  | { readonly kind: 'two' }

/** A line of the regime map: α_memory = 1/g, or α_memory = α*(the other saliency). */
export type Border =
  | { readonly kind: 'existence'; readonly memory: 0 | 1; readonly saliency: number }
  | { readonly kind: 'stability'; readonly memory: 0 | 1; readonly saliency: number }

/**
 * The regime of (α₁, α₂) at gain g, for two orthogonal memories without current.
 *
 * A memory exists iff α > 1/g, and is stable iff also α > α*(rival). On a border the regime is that of the side with fewer memories.
 * With equal saliencies above 1/g both are stable, since α*(α) < α.
 */
export function regime(saliency: ReadonlyPair, gain: number): Regime {
  const stronger = saliency[1] > saliency[0] ? 1 : 0
  const weaker = stronger === 1 ? 0 : 1
  const threshold = existenceSaliency(gain)
  if (!(saliency[stronger] > threshold)) return { kind: 'none' }
  if (!(saliency[weaker] > threshold)) return { kind: 'one', memory: stronger }
  const needed = criticalSaliency(saliency[stronger], gain)
  if (saliency[weaker] > needed) return { kind: 'two' }
  return { kind: 'one-stable', stable: stronger, unstable: weaker, needed }
}

/**
 * The borders within `tolerance` (in saliency, measured along the axis of the memory concerned) of the point (α₁, α₂).
 *
 * An existence border counts everywhere; a stability border only where the rival exists, and for the weaker memory.
 */
export function bordersNear(saliency: ReadonlyPair, gain: number, tolerance: number): Border[] {
  const borders: Border[] = []
  const threshold = existenceSaliency(gain)
  for (const memory of [0, 1] as const) {
    if (Math.abs(saliency[memory] - threshold) <= tolerance) {
      borders.push({ kind: 'existence', memory, saliency: threshold })
    }
    const rival = saliency[memory === 0 ? 1 : 0]
    const needed = criticalSaliency(rival, gain)
    if (rival > threshold && rival >= saliency[memory] && Math.abs(saliency[memory] - needed) <= tolerance) {
      borders.push({ kind: 'stability', memory, saliency: needed })
    }
  }
  return borders
}
