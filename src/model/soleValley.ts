import { symmetricEigen } from './symmetricEigen.ts'
import { compose, MIXTURE_LEAN, MIXTURE_SHARE } from './verdict.ts'

/** Stricter than a verdict, since the valley bends a little on its way out from the origin: the direction there may lean a quarter as far. No units. */
const ownedLean = MIXTURE_LEAN / 4
const ownedCosine = 0.95
/** Cosines that differ by less are the same: of two copies the first is named, as in a verdict. No unit. */
const rounding = 1e-9
/** Nearer than this share above the threshold the valley is so shallow that its state counts as nothing recalled. */
const shallow = 0.05

/** Directions of the span of the memories that hold less of them than this share are rounding. */
const flat = 1e-10

/**
 * The memories that the only valley (and its twin) of an input-driven network without current is made of, however they overlap: one that owns
 * it, or several that share it, largest part first. Null where there may be more valleys, or none, or where it is near no memories, or near some
 * and the negatives of others.
 *
 * In s = ψ(x) the Hessian of E is at least 1/g − W. Where W has exactly one eigenvalue above 1/g, with eigenvector v, E is convex on every plane
 * across v: over each v·s there is one lowest point, so that all valleys lie on one curve through the origin, along v. Along the memories the eigenvalues of
 * W = (1/N) Ξᵀ D Ξ are those of B = G^½ D G^½ (both have the traces of (D G)^k); with G = Q Λ Qᵀ and a unit eigenvector b of Λ^½ Qᵀ D Q Λ^½ the cosines
 * of v with the memories are Q Λ^½ b. A cleared diagonal takes d off all eigenvalues, which is added to 1/g instead.
 *
 * v is judged as a state is (`compose`), but more strictly: where one memory is named, the verdict on the state that rests in the valley names
 * it too (in 2,881 of 2,882 random families of up to six memories, alike by up to 0.95). Where several are, the verdict may still be one of them, since a state that saturates moves towards the strongest.
 *
 * `gram`: G = Ξ Ξᵀ / N, `couplings`: D, both P x P, row-major, D symmetric. `existence`: 1/g + d, as `thresholdsOf` has it.
 */
export function soleValley(gram: Float64Array, couplings: Float64Array, existence: number): readonly number[] | null {
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
  if (above.length !== 1 || spectrum.values[above[0]] < (1 + shallow) * existence) return null
  const b = spectrum.vectors.subarray(above[0] * p, above[0] * p + p)
  const cosines = Float64Array.from({ length: p }, (_, mu) =>
    rounded(b.reduce((sum, part, k) => sum + part * roots[k * p + mu], 0)),
  )
  const { mus, length } = compose(cosines, gram, ownedLean)
  const isNear = mus.length === 1 ? Math.abs(cosines[mus[0]]) >= ownedCosine : length >= MIXTURE_SHARE
  const isOneSided = mus.every((mu) => cosines[mu] * cosines[mus[0]] > 0)
  return isNear && isOneSided ? mus.toSorted((mu, nu) => Math.abs(cosines[nu]) - Math.abs(cosines[mu])) : null
}

const rounded = (cosine: number) => rounding * Math.round(cosine / rounding)

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
