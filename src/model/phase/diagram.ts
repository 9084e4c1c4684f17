import type { ReadonlyPair } from '../vector.ts'

/** A straight path of networks, s from 0 to 1. The gain goes by equal ratios, all else by equal steps. */
export type DiagramPath =
  | {
      readonly kind: 'saliency'
      readonly from: ReadonlyPair
      readonly to: ReadonlyPair
      readonly gain: number
      readonly current: ReadonlyPair
    }
  | {
      readonly kind: 'gain'
      readonly from: number
      readonly to: number
      readonly saliency: ReadonlyPair
      readonly current: ReadonlyPair
    }
  | {
      readonly kind: 'current'
      readonly from: ReadonlyPair
      readonly to: ReadonlyPair
      readonly saliency: ReadonlyPair
      readonly gain: number
    }

/** One equilibrium followed along the path, as long as it exists and its stability does not change. n points. */
export interface Branch {
  readonly stability: 'stable' | 'saddle' | 'source'
  /** Key of the equilibrium at its middle point (`NamedEquilibrium.key`). */
  readonly key: string
  /** n, ascending. A branch that ends at a bifurcation has that point too. */
  readonly s: Float64Array<ArrayBuffer>
  /** n x 2: x₁, x₂. */
  readonly states: Float64Array<ArrayBuffer>
  /** n. */
  readonly energies: Float64Array<ArrayBuffer>
  /** n x 2: m₁, m₂. */
  readonly overlaps: Float64Array<ArrayBuffer>
}

/** Where the equilibria change in number or stability. Twins have one entry each. */
export interface Bifurcation {
  /**
   * 'pitchfork': one becomes three. 'fold': two meet and vanish. 'degenerate': neither; several of these in one place, a border that is
   * touched but not crossed, or one that the path runs along.
   */
  readonly kind: 'pitchfork' | 'fold' | 'degenerate'
  readonly s: number
  /** The stretch of the path where an eigenvalue stays zero; null for a single place. */
  readonly span: ReadonlyPair | null
  readonly state: ReadonlyPair
  /** The memory (0 or 1) that appears or turns stable, or whose valley begins or ends at a fold; null for none in particular. */
  readonly memory: 0 | 1 | null
  /** 'appears': α = 1/g. 'stabilises': α = α*. null for a fold. */
  readonly event: 'appears' | 'stabilises' | null
  /** Keys of the equilibria that meet, on the side where there are more of them. */
  readonly keys: readonly string[]
  /** How many equilibria there are more just after it than just before: 2, −2, 0 …. */
  readonly change: number
}

export interface Diagram {
  readonly path: DiagramPath
  readonly branches: readonly Branch[]
  /** Along the path. */
  readonly bifurcations: readonly Bifurcation[]
  /**
   * Steps of the path at which the index sum was checked, and at how many it was 1. Steps that only close in on a bifurcation count too;
   * one that meets a bifurcation exactly does not, unless its sum is 1: an index is not defined there.
   */
  readonly checked: { readonly steps: number; readonly complete: number }
}
