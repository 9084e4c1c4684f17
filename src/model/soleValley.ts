import { symmetricEigen } from './symmetricEigen.ts'

/** From this cosine between a valley's direction and a memory on, the valley is called that memory's. */
const leastCosine = 0.8

/** Directions of the span of the memories that hold less of them than this share are rounding. */
const flat = 1e-10

/**
 * Which memory owns the only valley (and its twin) of an input-driven network without current, however the memories overlap; null where there may
 * be more valleys, none, or where it is between memories.
 *
 * In s = ψ(x) the Hessian of E is at least 1/g − W. Where W has exactly one eigenvalue above 1/g, with eigenvector v, E is convex on every plane
 * across v: over each v·s there is one lowest point, so that all valleys lie on one curve through the origin, along v. Along the memories the eigenvalues of
 * W = (1/N) Ξᵀ D Ξ are those of B = G^½ D G^½ (both have the traces of (D G)^k); with G = Q Λ Qᵀ and a unit eigenvector b of Λ^½ Qᵀ D Q Λ^½ the cosines
 * of v with the memories are Q Λ^½ b. A cleared diagonal takes d off all eigenvalues, which is added to 1/g instead.
 *
 * `gram`: G = Ξ Ξᵀ / N, `couplings`: D, both P x P, row-major, D symmetric. `existence`: 1/g + d, as `thresholdsOf` has it.
 */
export function soleValley(gram: Float64Array, couplings: Float64Array, existence: number): number | null {
  const p = Math.sqrt(gram.length)
  // Below 0 the directions across all memories are unstable too.
  if (!(existence > 0)) return null
  const { values, vectors } = symmetricEigen(gram, p)
  const largest = Math.max(...values)
  // Row k: the k-th vector of Q times the root of its eigenvalue.
  const roots = Float64Array.from(vectors, (value, at) => {
    const lambda = values[Math.floor(at / p)]
    return lambda > flat * largest ? value * Math.sqrt(lambda) : 0
  })
  const spectrum = symmetricEigen(between(roots, couplings, p), p)
  const above = Array.from(spectrum.values.keys()).filter((k) => spectrum.values[k] > existence)
  if (above.length !== 1) return null
  const b = spectrum.vectors.subarray(above[0] * p, above[0] * p + p)
  const cosines = Array.from({ length: p }, (_, mu) =>
    Math.abs(b.reduce((sum, part, k) => sum + part * roots[k * p + mu], 0)),
  )
  const greatest = Math.max(...cosines)
  return greatest < leastCosine ? null : cosines.indexOf(greatest)
}

/** R D Rᵀ. */
function between(rows: Float64Array, couplings: Float64Array, p: number): Float64Array {
  const half = new Float64Array(p * p)
  const whole = new Float64Array(p * p)
  for (let k = 0; k < p; k++)
    for (let nu = 0; nu < p; nu++)
      for (let mu = 0; mu < p; mu++) half[k * p + nu] += rows[k * p + mu] * couplings[mu * p + nu]
  for (let k = 0; k < p; k++)
    for (let l = 0; l < p; l++) for (let nu = 0; nu < p; nu++) whole[k * p + l] += half[k * p + nu] * rows[l * p + nu]
  return whole
}
