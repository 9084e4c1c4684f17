/** Eigenvalues of a symmetric matrix and, in the same order, its orthonormal eigenvectors: vector k is `vectors[k * n … + n - 1]`. */
export interface SymmetricEigen {
  readonly values: Float64Array
  readonly vectors: Float64Array
}

/** Sweeps are over when the sum of squares off the diagonal is below this share of that of the matrix. No unit. */
const OFF_DIAGONAL = 1e-32
/** Jacobi's method converges quadratically: 6 to 10 sweeps are the rule. */
const MAX_SWEEPS = 40

/**
 * All eigenvalues and eigenvectors of a symmetric n x n matrix by Jacobi's rotations, cyclic by rows (Golub & Van Loan, section 8.5).
 *
 * Slow (about 10 n³ multiply-adds a sweep), sure, and exact to rounding, 1e-15 of the largest eigenvalue. `matrix`: row-major, not changed.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = matrix.slice()
  const vectors = new Float64Array(n * n)
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1
  const square = a.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let off = 0
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) off += 2 * a[i * n + j] * a[i * n + j]
    }
    if (!(off > OFF_DIAGONAL * square)) break
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) rotate(a, vectors, n, i, j)
    }
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), vectors }
}

/** The rotation in the plane (i, j) that makes a_ij zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, i: number, j: number): void {
  const aij = a[i * n + j]
  if (aij === 0) return
  const ratio = (a[j * n + j] - a[i * n + i]) / (2 * aij)
  const t = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  const aii = a[i * n + i] - t * aij
  const ajj = a[j * n + j] + t * aij
  turnRows(a, n, i, j, c, s)
  for (let k = 0; k < n; k++) {
    a[k * n + i] = a[i * n + k]
    a[k * n + j] = a[j * n + k]
  }
  a[i * n + i] = aii
  a[j * n + j] = ajj
  a[i * n + j] = 0
  a[j * n + i] = 0
  turnRows(vectors, n, i, j, c, s)
}

function turnRows(a: Float64Array, n: number, i: number, j: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const first = a[i * n + k]
    const second = a[j * n + k]
    a[i * n + k] = c * first - s * second
    a[j * n + k] = s * first + c * second
  }
}
