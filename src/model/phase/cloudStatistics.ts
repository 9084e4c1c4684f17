import type { Density } from './density.ts'

/** Sides of the squares in which particles are counted beside the density: fine enough for the wells, coarse enough for thousands of particles. */
export const HISTOGRAM_COLUMNS = 32

/**
 * Counts particles in `columns` x `columns` squares over [-extent, extent]², row by row; those outside are counted in the nearest square, so
 * that the sum is the number of particles. `positions`: x₁, x₂ in turn. Returns `counts`, cleared first. Particles that are not finite are left
 * out.
 */
export function cloudHistogramInto(
  counts: Uint32Array,
  positions: Float32Array,
  columns: number,
  extent: number,
): Uint32Array {
  counts.fill(0)
  const scale = columns / (2 * extent)
  const square = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor((x + extent) * scale)))
  for (let at = 0; at + 1 < positions.length; at += 2) {
    if (!Number.isFinite(positions[at]) || !Number.isFinite(positions[at + 1])) continue
    counts[square(positions[at + 1]) * columns + square(positions[at])]++
  }
  return counts
}

/**
 * Total-variation distance between the particles and the density, ½ Σ |counts/total − p|: 0 for equal, 1 for apart. `counts`: a square of
 * squares over the density's square, `total` particles in all. NaN without particles.
 */
export function totalVariation(counts: Uint32Array, density: Density, total: number): number {
  const shares = sharesOf(density, Math.sqrt(counts.length))
  let sum = 0
  for (let at = 0; at < shares.length; at++) sum += Math.abs(counts[at] / total - shares[at])
  return sum / 2
}

/** Counts below this are Poisson's, above it normal: there the two formulas differ by 1 %. No unit. */
const RARE = 8

/**
 * The distance that `total` independent particles drawn from the density itself have on average: ½ Σ E|k/n − p|. For a rare square k is
 * Poisson's, E|k − λ| = 2 e^(−λ) λ^(⌊λ⌋+1)/⌊λ⌋! (de Moivre 1730); else normal, E|k/n − p| = √(2p(1−p)/(πn)). The normal formula for all squares
 * is too large where most are nearly empty. Error below 1 %.
 */
export function expectedVariation(density: Density, columns: number, total: number): number {
  let sum = 0
  for (const share of sharesOf(density, columns)) {
    const mean = share * total
    sum +=
      mean < RARE ? meanDeviation(mean) / total : Math.sqrt((2 * share * Math.max(0, 1 - share)) / (Math.PI * total))
  }
  return sum / 2
}

/** E|k − λ| for k of Poisson's law. */
function meanDeviation(mean: number): number {
  let term = 2 * Math.exp(-mean) * mean
  for (let k = 1; k <= Math.floor(mean); k++) term *= mean / k
  return term
}

/** Probability of each of `columns` x `columns` squares: cells of the density are parted where a border runs through them. */
function sharesOf(density: Density, columns: number): Float64Array {
  const { values, columns: cells, extent } = density
  const out = new Float64Array(columns * columns)
  const parts = partsOf(cells, columns)
  const area = ((2 * extent) / cells) ** 2
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const mass = values[row * cells + column] * area
      const across = parts[column]
      const along = parts[row]
      const at = along.first * columns + across.first
      out[at] += mass * along.share * across.share
      if (across.share < 1) out[at + 1] += mass * along.share * (1 - across.share)
      if (along.share < 1) out[at + columns] += mass * (1 - along.share) * across.share
      if (along.share < 1 && across.share < 1) out[at + columns + 1] += mass * (1 - along.share) * (1 - across.share)
    }
  }
  return out
}

/** Of a line of cells: the square that each begins in, and the share of it that is there. Squares are no smaller than cells. */
function partsOf(cells: number, columns: number): { readonly first: number; readonly share: number }[] {
  return Array.from({ length: cells }, (_, cell) => {
    const first = Math.min(columns - 1, Math.floor((cell * columns) / cells))
    const share = Math.min(1, ((first + 1) * cells) / columns - cell)
    return { first, share }
  })
}
