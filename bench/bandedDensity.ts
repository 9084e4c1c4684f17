import { bernoulli } from '../src/model/phase/fokkerPlanck.ts'

/**
 * The stationary density as a textbook has it: the balance of every cell as a linear equation, one cell fixed, and the band matrix factored
 * by Gauss without pivoting (Golub & Van Loan, algorithm 4.3.1), in double precision. `rises` as in model/phase/fokkerPlanck.ts, 4 numbers a
 * cell. Returns numbers in proportion to the density. What the kernel is compared with: for small noise it is wrong without a word.
 */
export function bandedDensity(rises: Float64Array, columns: number): Float64Array {
  const count = columns * columns
  const band = columns
  const width = 2 * band + 1
  const matrix = new Float64Array(count * width)
  const offsets = [1, -1, columns, -columns]
  for (let cell = 0; cell < count; cell++) {
    offsets.forEach((offset, direction) => {
      const rise = rises[4 * cell + direction]
      if (rise === Infinity) return
      const rate = bernoulli(rise)
      const other = cell + offset
      matrix[cell * width + band] -= rate
      matrix[other * width + band - offset] += rate
    })
  }
  // The equation of the cell in the middle gives way to p = 1 there.
  const fixed = (count - 1) >> 1
  matrix.fill(0, fixed * width, fixed * width + width)
  matrix[fixed * width + band] = 1
  const solution = new Float64Array(count)
  solution[fixed] = 1
  eliminateBand(matrix, solution, band)
  return solution
}

/** Solves in place: row k of the matrix begins with column k − band. */
function eliminateBand(matrix: Float64Array, solution: Float64Array, band: number): void {
  const count = solution.length
  const width = 2 * band + 1
  for (let k = 0; k < count; k++) {
    const row = k * width + band - k
    const last = Math.min(count - 1, k + band)
    for (let i = k + 1; i <= last; i++) {
      const target = i * width + band - i
      const factor = matrix[target + k] / matrix[row + k]
      if (factor === 0) continue
      for (let j = k + 1; j <= last; j++) matrix[target + j] -= factor * matrix[row + j]
      solution[i] -= factor * solution[k]
    }
  }
  for (let k = count - 1; k >= 0; k--) {
    const row = k * width + band - k
    let sum = solution[k]
    for (let j = k + 1; j <= Math.min(count - 1, k + band); j++) sum -= matrix[row + j] * solution[j]
    solution[k] = sum / matrix[row + k]
  }
}
