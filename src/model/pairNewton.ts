import { activation, activationSlope } from './activation.ts'
import type { CoupledPair } from './coupledPair.ts'

/** Newton's method is over well before this many steps, unless the root is degenerate. */
const MAX_STEPS = 30

/**
 * Newton's method for f(x) = -x + Aψ(x) + b = 0 from `start`, in place; returns the residual max |f_i| reached.
 *
 * A step that does not reduce the residual is not taken, and ends the iteration: so it ends at rounding level near a simple root, and
 * never leaves a good point at a degenerate one. `start`: 2 numbers, becomes the root. No allocation.
 */
export function polishInto(start: Float64Array, pair: CoupledPair): number {
  const { gain, current } = pair
  const [a11, a12, a21, a22] = pair.weights
  let residual = Infinity
  let x1 = start[0]
  let x2 = start[1]
  for (let k = 0; k < MAX_STEPS; k++) {
    const psi1 = activation(x1, gain)
    const psi2 = activation(x2, gain)
    const f1 = current[0] - x1 + a11 * psi1 + a12 * psi2
    const f2 = current[1] - x2 + a21 * psi1 + a22 * psi2
    const found = Math.max(Math.abs(f1), Math.abs(f2))
    if (!(found < residual)) return residual
    residual = found
    start[0] = x1
    start[1] = x2
    if (found === 0) return 0
    const slope1 = activationSlope(x1, gain)
    const slope2 = activationSlope(x2, gain)
    const j11 = a11 * slope1 - 1
    const j12 = a12 * slope2
    const j21 = a21 * slope1
    const j22 = a22 * slope2 - 1
    const determinant = j11 * j22 - j12 * j21
    x1 -= (j22 * f1 - j12 * f2) / determinant
    x2 -= (j11 * f2 - j21 * f1) / determinant
  }
  return residual
}
