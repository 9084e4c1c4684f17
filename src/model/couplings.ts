import type { Vector } from './vector.ts'

/** out = factor · D v for couplings D: P numbers (diagonal) or P*P. `out`, `vector`: P, different arrays. Returns `out`. */
export function applyCouplingsInto(
  out: Float64Array,
  couplings: Vector,
  vector: Float64Array,
  factor: number,
): Float64Array {
  const p = vector.length
  if (couplings.length === p) {
    for (let kappa = 0; kappa < p; kappa++) out[kappa] = factor * couplings[kappa] * vector[kappa]
    return out
  }
  for (let kappa = 0; kappa < p; kappa++) {
    let sum = 0
    for (let lambda = 0; lambda < p; lambda++) sum += couplings[kappa * p + lambda] * vector[lambda]
    out[kappa] = factor * sum
  }
  return out
}

/** a·b. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
