import type { Equilibrium } from '../equilibria.ts'
import { crossWeight, pairFieldInto, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import { pairEigenvectors } from './eigenvectors.ts'

/** A rectangle of states. */
export interface CaptureBox {
  readonly low: ReadonlyPair
  readonly high: ReadonlyPair
}

/** Halvings of a corner that did not pass, from twice the reach of all equilibria downwards. */
const MAX_HALVINGS = 40

/**
 * A box around a node that no trajectory leaves and that holds no other equilibrium: **every trajectory that enters ends in the node**.
 * `direction` 1: a stable node, forwards in time; -1: a source, backwards. Null where no box is found. A node that
 * attracts from one side has none, or one that reaches to the other side by rounding only.
 *
 * Off its diagonal the Jacobian has W₁₂ψ', of one sign everywhere. So forwards, for W₁₂ ≥ 0, f₁ rises with x₂ and f₂ with x₁, and f points
 * inwards on the sides of a box x* - p … x* + q, p, q > 0, as soon as it does at these two corners. For W₁₂ < 0, or backwards, the same holds
 * after x₂ → -x₂: p and q then have mixed signs. In the box E is a Lyapunov function, and a single equilibrium is the limit of all.
 *
 * First q, then p, from wide to narrow by halves, along (1, ±1) or, failing that, the slow eigenvector: that is in the quadrant by Perron's
 * theorem and serves every hyperbolic node, but is as thin as W₁₂ is small.
 */
export function makeCaptureBox(
  system: TwoNeuronSystem,
  node: Equilibrium,
  equilibria: readonly Equilibrium[],
  direction: 1 | -1,
): CaptureBox | null {
  const [x1, x2] = node.state
  const orientation = crossWeight(system.saliency) * direction < 0 ? -1 : 1
  const slow = pairEigenvectors(system, x1, x2).vectors[direction === 1 ? 1 : 0]
  const quadrant: readonly ReadonlyPair[] = [
    [1, orientation],
    [Math.abs(slow[0]), orientation * Math.abs(slow[1])],
  ]
  const others = equilibria.filter((other) => other !== node)
  const widest = 2 * Math.max(1 / system.gain, ...equilibria.flatMap(({ state }) => state.map(Math.abs)))
  const field = new Float64Array(2)
  const pointsIn = (p1: number, p2: number) => {
    pairFieldInto(field, system, x1 + p1, x2 + p2)
    return direction * field[0] * p1 < 0 && direction * field[1] * p2 < 0
  }
  const cornerAcross = (from: ReadonlyPair, sign: 1 | -1): ReadonlyPair | null => {
    for (const [along1, along2] of quadrant) {
      for (let k = 0, size = sign * widest; k < MAX_HALVINGS; k++, size /= 2) {
        const corner: ReadonlyPair = [x1 + size * along1, x2 + size * along2]
        const box = boxBetween(from, corner)
        const isAlone = others.every(({ state }) => !isInside(box, state[0], state[1]))
        if (isAlone && pointsIn(size * along1, size * along2)) return corner
      }
    }
    return null
  }
  const upper = cornerAcross(node.state, 1)
  const lower = upper && cornerAcross(upper, -1)
  return upper && lower && boxBetween(lower, upper)
}

function boxBetween(a: ReadonlyPair, b: ReadonlyPair): CaptureBox {
  return {
    low: [Math.min(a[0], b[0]), Math.min(a[1], b[1])],
    high: [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
  }
}

export function isInside({ low, high }: CaptureBox, x1: number, x2: number): boolean {
  return x1 >= low[0] && x1 <= high[0] && x2 >= low[1] && x2 <= high[1]
}
