import { activation, activationSlope } from '../src/model/activation.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../src/model/twoNeurons.ts'

/** Seeds along a side, residual to stop at, distance within which two roots are one, and the most Newton steps from one seed. */
const SEEDS = 24
const RESIDUAL = 1e-12
const SAME_ROOT = 1e-6
const STEPS = 60

/**
 * Equilibria the usual way: Newton's method from every point of a grid, and whatever it finds, once. It has no proof that it finds all;
 * it is what the complete method is timed against and checked with.
 */
export function bruteForceEquilibria(system: TwoNeuronSystem): [number, number][] {
  const { saliency, gain, current } = system
  const w11 = selfWeight(saliency)
  const w12 = crossWeight(saliency)
  // |x_i| ≤ |W₁₁| + |W₁₂| + |b_i| at every equilibrium.
  const reach = Math.abs(w11) + Math.abs(w12) + Math.max(Math.abs(current[0]), Math.abs(current[1]))
  const roots: [number, number][] = []
  for (let row = 0; row < SEEDS; row++) {
    for (let column = 0; column < SEEDS; column++) {
      let x1 = reach * (-1 + (2 * column) / (SEEDS - 1))
      let x2 = reach * (-1 + (2 * row) / (SEEDS - 1))
      for (let step = 0; step < STEPS; step++) {
        const psi1 = activation(x1, gain)
        const psi2 = activation(x2, gain)
        const f1 = current[0] - x1 + w11 * psi1 + w12 * psi2
        const f2 = current[1] - x2 + w12 * psi1 + w11 * psi2
        if (Math.abs(f1) < RESIDUAL && Math.abs(f2) < RESIDUAL) {
          if (!roots.some((root) => Math.hypot(root[0] - x1, root[1] - x2) < SAME_ROOT)) roots.push([x1, x2])
          break
        }
        const s1 = activationSlope(x1, gain)
        const s2 = activationSlope(x2, gain)
        const a = w11 * s1 - 1
        const b = w12 * s2
        const c = w12 * s1
        const d = w11 * s2 - 1
        const determinant = a * d - b * c
        x1 -= (d * f1 - b * f2) / determinant
        x2 -= (a * f2 - c * f1) / determinant
        if (!(Math.abs(x1) + Math.abs(x2) < 10 * reach + 10)) break
      }
    }
  }
  return roots
}
