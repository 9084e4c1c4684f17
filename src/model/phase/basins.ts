/**
 * Which memory each start recalls, on `columns` x `columns` cells over [-extent, extent]². Cell (row, column) stands for the start in its
 * centre, x₁ = extent ((2 column + 1)/columns - 1), x₂ likewise with the row.
 */
export interface Basins {
  /** Row by row: 0 undecided (on a separatrix, as far as numbers can tell), k + 1 for `attractors[k]`. */
  readonly labels: Uint8Array<ArrayBuffer>
  readonly columns: number
  readonly extent: number
  /** Keys of the stable equilibria. */
  readonly attractors: readonly string[]
  /** Share of the square that each attractor gets; they and the undecided share add up to 1. */
  readonly fractions: readonly number[]
}
