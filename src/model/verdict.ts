import type { Vector } from './vector.ts'

/** What a network recalls, from its overlaps. `mu` counts the memories in force from 0. */
export type Verdict =
  /** Not at rest yet, and near no memory. */
  | { readonly kind: 'moving' }
  /**
   * Nothing is recalled. `cause`: every neuron is at rest near 0; or neurons are active, but only by noise, which has washed every overlap out
   * ('noise'), or which has none to wash out, since no memory would hold without it either ('none-held'); or there is no memory.
   */
  | { readonly kind: 'nothing'; readonly cause: 'rest' | 'noise' | 'none-held' | 'no-memory' }
  /** |m_mu| is large and leads clearly. `sign` −1: the twin −ξ, an inverted picture. `since`: model time from which it held on. */
  | {
      readonly kind: 'memory'
      readonly mu: number
      readonly sign: 1 | -1
      readonly overlap: number
      readonly since: number
    }
  /** Several memories at once, largest |m| first. */
  | { readonly kind: 'mixture'; readonly mus: readonly number[]; readonly overlaps: readonly number[] }
  /** At rest (or steady under noise), and near no memory. */
  | { readonly kind: 'spurious'; readonly mu: number; readonly overlap: number }

/** What a verdict is made from. */
export interface Evidence {
  /** m_μ of the state, P; with much noise their mean over the recent past (a time constant or two), so that the verdict does not flicker. */
  readonly overlaps: Vector
  /** G, P*P (`gramInto`): tells the leading memory from those that only resemble it. Null: taken for orthogonal. */
  readonly gram: Float64Array | null
  /** |ψ(x)|/√N, the root mean square of the activity, 0 to 1; 1 for binary neurons. */
  readonly activity: number
  /** The state does not move any more; with noise: it has been watched for long enough to count as steady. */
  readonly isAtRest: boolean
  /** σ > 0: then overlaps are judged by size, since noise lowers all of them alike. */
  readonly isNoisy: boolean
  /** Whether some memory would hold without noise; asked only where noise leaves no overlap. Left out: one would. */
  readonly holdsMemory?: (() => boolean) | undefined
  /** Model time now. */
  readonly time: number
  /** The last verdict of this run, from which `since` is carried on; null at the start. */
  readonly previous: Verdict | null
}

/** The state points along the memory to within 26°: overlap over activity. At the capacity limit of Hebb's rule it is still 0.967. No unit. */
export const RECALLED_SHARE = 0.9
/** Under noise: overlaps from this on count as recall. The classic model with an input of its own size reaches 0.56 at σ = 8. No unit. */
export const RECALLED_OVERLAP_IN_NOISE = 0.5
/** A memory that was recalled is kept until its share or overlap is this much lower. No unit. */
export const RECALL_HYSTERESIS = 0.05
/** Activity, or under noise the size of all overlaps together, below which nothing is recalled. No unit. */
export const NOTHING_ACTIVITY = 0.1
export const NOTHING_OVERLAP_IN_NOISE = 0.2
/** A mixture: at least this share of the state is made of the memories named. Three random memories at equal parts have 0.87. No unit. */
export const MIXTURE_SHARE = 0.8
/** A memory joins a mixture when the state leans towards it by more than this share of the angle between them: half of the way to the middle. No unit. */
export const MIXTURE_LEAN = 0.25
/** Memories counted in a mixture, at most. */
export const LARGEST_MIXTURE = 5

/** A memory whose part outside those already taken is smaller than this is their copy (an overlap of 0.9995 with one of them). No unit. */
const COPY = 0.03

/** Memories that a state is made of, found one after the other. */
interface Composition {
  /** Largest first, by what they add. */
  readonly mus: readonly number[]
  /** Length of the projection of ψ/√N on their span: 0 to the activity. */
  readonly length: number
}

/**
 * What the network recalls.
 *
 * The leading memory is that with the largest |m_μ|. A rival ν counts only as far as it explains more than its resemblance to the leader does:
 * in the plane of the two the state must lean towards ξ^ν by over a quarter of the angle between them (halfway from the leader to the equal
 * mixture). So the cat, which overlaps the dog by 0.77, is the cat, and the equal mixture of both, which is at 0.94 along either, is a mixture.
 * A third memory is weighed against the plane of the first two in the same way, and so on.
 *
 * With one memory it is recalled when |m_μ| is at least 0.9 of the activity: a small gain makes the picture pale, not wrong. Under noise,
 * where the activity stays near 1 and overlaps fall, |m_μ| ≥ 0.5 of their mean over time. Several memories are a mixture when together they
 * make up 0.8 of the state (0.5 under noise). Else the state is spurious, or still moving. Pure; O(P) a memory found.
 */
export function judge(evidence: Evidence): Verdict {
  const { overlaps, activity, isAtRest, isNoisy, time, previous } = evidence
  if (overlaps.length === 0 || activity < NOTHING_ACTIVITY) {
    return isAtRest ? { kind: 'nothing', cause: overlaps.length === 0 ? 'no-memory' : 'rest' } : { kind: 'moving' }
  }
  const { mus, length } = compose(overlaps, evidence.gram)
  const [leader] = mus
  const overlap = overlaps[leader]
  const sign = overlap < 0 ? -1 : 1
  const isHeld = previous?.kind === 'memory' && previous.mu === leader && previous.sign === sign
  const ease = isHeld ? RECALL_HYSTERESIS : 0
  const size = isNoisy ? Math.abs(overlap) : Math.abs(overlap) / activity
  const least = isNoisy ? RECALLED_OVERLAP_IN_NOISE : RECALLED_SHARE
  if (mus.length === 1 && size >= least - ease) {
    return { kind: 'memory', mu: leader, sign, overlap, since: isHeld ? previous.since : time }
  }
  if (!isAtRest) return { kind: 'moving' }
  const isMixture = isNoisy ? length >= RECALLED_OVERLAP_IN_NOISE : length >= MIXTURE_SHARE * activity
  if (mus.length > 1 && isMixture) {
    const sorted = mus.toSorted((a, b) => Math.abs(overlaps[b]) - Math.abs(overlaps[a]))
    return { kind: 'mixture', mus: sorted, overlaps: sorted.map((mu) => overlaps[mu]) }
  }
  if (isNoisy && length < NOTHING_OVERLAP_IN_NOISE) {
    return { kind: 'nothing', cause: evidence.holdsMemory?.() === false ? 'none-held' : 'noise' }
  }
  return { kind: 'spurious', mu: leader, overlap }
}

/**
 * Takes memories one by one (orthogonal matching pursuit on the overlaps): first the largest |m|, then always that with the largest part
 * across what is taken, as long as the state leans towards it enough.
 *
 * `basis[k][ν]`: component of ξ^ν/√N along the k-th orthonormal direction; `parts[k]`: that of ψ/√N. All follow from overlaps and Gram matrix.
 * `lean`: a memory joins from this share of the angle on.
 */
export function compose(overlaps: Vector, gram: Float64Array | null, lean: number = MIXTURE_LEAN): Composition {
  const p = overlaps.length
  const overlapOf = (mu: number, nu: number) => (gram === null ? (mu === nu ? 1 : 0) : gram[mu * p + nu])
  const mus: number[] = []
  const basis: Float64Array[] = []
  const parts: number[] = []
  let length = 0
  while (mus.length < LARGEST_MIXTURE) {
    let best = -1
    let bestAcross = 0
    let bestHeight = 1
    for (let nu = 0; nu < p; nu++) {
      let across = overlaps[nu]
      let square = 1
      basis.forEach((direction, k) => {
        across -= parts[k] * direction[nu]
        square -= direction[nu] * direction[nu]
      })
      const height = Math.sqrt(Math.max(square, 0))
      if (height > COPY && (best < 0 || Math.abs(across) / height > Math.abs(bestAcross))) {
        best = nu
        bestAcross = across / height
        bestHeight = height
      }
    }
    if (best < 0 || (mus.length > 0 && !isMember(overlaps[best], bestAcross, bestHeight, length, lean))) break
    const direction = Float64Array.from({ length: p }, (_, nu) => {
      const sum = basis.reduce((total, known) => total + known[best] * known[nu], 0)
      return (overlapOf(best, nu) - sum) / bestHeight
    })
    mus.push(best)
    basis.push(direction)
    parts.push(bestAcross)
    length = Math.hypot(...parts)
  }
  return { mus, length }
}

/**
 * Whether the state leans towards memory ν: by more than a share `lean` of the angle θ from what is taken to ±ξ^ν, the sign being that of the lean.
 *
 * `across`: part of the state along the direction of ξ^ν that is new; `height`: part of ξ^ν along it, sin θ; `length`: of the projection on
 * what is taken. cos θ = (m_ν - across·height)/length, up to that sign.
 */
function isMember(overlap: number, across: number, height: number, length: number, lean: number): boolean {
  if (across === 0) return false
  const along = (Math.sign(across) * (overlap - across * height)) / length
  return Math.atan2(Math.abs(across), length) > lean * Math.atan2(height, along)
}
