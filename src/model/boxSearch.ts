import { createBoxTest, type Box } from './boxTest.ts'
import type { CoupledPair } from './coupledPair.ts'
import { polishInto } from './pairNewton.ts'
import type { ReadonlyPair } from './vector.ts'

/** A box of this width, relative to the search square, is not divided: what it holds is degenerate. No unit. */
const SMALLEST_WIDTH = 1e-7
/** Boxes looked at before giving up dividing; only a cusp off the symmetry axes comes near it. */
const BOX_BUDGET = 2000
/** Residual of an accepted root, relative to the search square. No unit. */
const RESIDUAL = 1e-13
/** Two roots nearer than this, relative to the search square, are one: Newton's rounding error is far below it. No unit. */
const SAME_ROOT = 1e-9
/** In an undecided box, a candidate nearer than this to a known root is that root: |f| ~ s³ hides s below 1e-5. Relative, no unit. */
const SAME_DEGENERATE_ROOT = 1e-4

/** A root of f. `isDegenerate`: found in boxes where f could not be told from a tangency. */
interface Root {
  readonly state: ReadonlyPair
  readonly isDegenerate: boolean
}

/**
 * Every root of f(x) = -x + Aψ(x) + b in the plane, by branch and prune on boxes of states: a proof finds them all, not luck.
 *
 * All lie in |x_i - b_i| ≤ |a_i1| + |a_i2|, since |ψ| < 1. A box is dropped or shrunk by `boxTest.ts`. Where that proves f one-to-one on
 * the box, it holds at most one root, and Newton's method finds it. All else is halved. What is still undecided at the smallest width
 * touches a tangency: it gives one root if Newton reaches the residual, none otherwise.
 *
 * Returns the roots unordered. Exact up to the rounding of f; bifurcations nearer than about 1e-8 count as met.
 */
export function searchBoxes(pair: CoupledPair): Root[] {
  const { current, weights } = pair
  const reach1 = Math.abs(weights[0]) + Math.abs(weights[1])
  const reach2 = Math.abs(weights[2]) + Math.abs(weights[3])
  const scale = Math.max(reach1, reach2) + Math.abs(current[0]) + Math.abs(current[1])
  const test = createBoxTest(pair, scale)
  const roots: Root[] = []
  const undecided: Box[] = []
  const candidate = new Float64Array(2)
  const isNew = (x1: number, x2: number, distance: number) =>
    roots.every(({ state }) => Math.abs(state[0] - x1) + Math.abs(state[1] - x2) > distance * scale)
  const addCandidate = (distance: number, isDegenerate: boolean) => {
    const [x1, x2] = [candidate[0], candidate[1]]
    if (isNew(x1, x2, distance)) roots.push({ state: [x1, x2], isDegenerate })
  }
  const newtonFrom = (box: Box) => {
    candidate[0] = (box.low1 + box.high1) / 2
    candidate[1] = (box.low2 + box.high2) / 2
    return polishInto(candidate, pair) <= RESIDUAL * scale
  }
  let level: Box[] = [
    { low1: current[0] - reach1, high1: current[0] + reach1, low2: current[1] - reach2, high2: current[1] + reach2 },
  ]
  for (let divided = 0; level.length > 0;) {
    const next: Box[] = []
    for (const box of level) {
      const verdict = test(box)
      if (verdict === 'empty') continue
      if (verdict === 'one-root' && newtonFrom(box)) {
        addCandidate(SAME_ROOT, false)
        continue
      }
      const width = Math.max(box.high1 - box.low1, box.high2 - box.low2)
      if (width < SMALLEST_WIDTH * scale || ++divided > BOX_BUDGET) undecided.push(box)
      else halveInto(next, box, verdict === 'halve-1')
    }
    level = next
  }
  for (const box of undecided) {
    const isFar = isNew((box.low1 + box.high1) / 2, (box.low2 + box.high2) / 2, SAME_DEGENERATE_ROOT)
    if (isFar && newtonFrom(box)) addCandidate(SAME_DEGENERATE_ROOT, true)
  }
  return roots
}

function halveInto(boxes: Box[], box: Box, isFirstSide: boolean): void {
  if (isFirstSide) {
    const middle = (box.low1 + box.high1) / 2
    boxes.push({ ...box, high1: middle }, { ...box, low1: middle })
  } else {
    const middle = (box.low2 + box.high2) / 2
    boxes.push({ ...box, high2: middle }, { ...box, low2: middle })
  }
}
