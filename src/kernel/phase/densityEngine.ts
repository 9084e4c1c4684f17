import type { DensityPlan } from './densityPlan.ts'

/**
 * A continuous-time Markov chain on the cells of a square grid.
 *
 * - 'stationary': π with π Q = 0, up to a factor.
 * - 'duration': τ with Q τ = −1 in the cells and 0 outside, the mean time until a cell is left by its exit.
 */
export interface CellChain {
  readonly kind: 'stationary' | 'duration'
  readonly columns: number
  /** Potential rises of the steps to the four neighbours (model/phase/fokkerPlanck.ts); their rates are B(rise). */
  readonly rises: Float64Array
  /**
   * For 'duration', one a cell: steps to a cell of another class, and all of class 0, count as the exit. Null for 'stationary'.
   */
  readonly classes: Uint8Array | null
}

/** Eliminates the states of one chain at a time. */
export interface EliminationEngine {
  /** Multiply-adds that take about 4 milliseconds: what one call may do, so that a worker can stop between calls. */
  readonly workOfPiece: number
  load(plan: DensityPlan, chain: CellChain): void
  /** Eliminates the next fronts, `from` to `to`. False where numbers are leaving the range of doubles: begin again with a wider engine. */
  eliminate(from: number, to: number): boolean
  /** After all fronts: the solution, one number a cell, in a buffer of the engine; null where it left the range of doubles. */
  solution(): Float64Array | null
}

/**
 * What a sum of rates out of a state may fall to, in units of D/h². What is lost to underflow is below 1e-308, and so less than 1e-100 of
 * any sum that passes; below it, states can be cut off from each other without a word.
 */
export const LEAST_PIVOT = 1e-200
