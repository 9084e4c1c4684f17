import type { Equilibrium } from '../equilibria.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../twoNeurons.ts'
import { pairEigenvectors } from './eigenvectors.ts'

/** Slower than this the motion is a ghost's. In units of the state per unit of time. */
const GHOST_SPEED = 1e-5
/** Part of the velocity across the slow direction above which a place is not yet on the slow manifold. Units as above. */
const SETTLED = 1e-9
/** The fast eigenvalue over the slow one from which on a slow manifold is followed. No unit. */
const LEAST_RATIO = 20
/** Length of a stride over √|f|/g. With the speed δ + c s² along the ghost, √(|f|/c) is how far it takes to change. */
const STRIDE = 0.05
/** Nearer than this to an equilibrium it is that which makes the motion slow. In units of 1/g. */
const CLEARANCE = 0.05
/** Strides of one crossing: several times what the narrowest ghost in double precision takes. */
const STRIDE_BUDGET = 2000

/**
 * Crosses the ghost of a fold: where two equilibria are about to appear, a trajectory takes a time ~ δ^(-1/2), with steps that stability keeps
 * short. Moves `place` on along the slow manifold until the motion is twice as fast as 1e-5, and returns the model time that takes; 0, and
 * `place` as it was, where it is not on a slow manifold that attracts, or where the motion ends (at an equilibrium).
 *
 * Strides along the slow eigenvector v of the Jacobian at the place itself, with Newton steps along the fast one, w, until f has no part along
 * w. On the slow manifold that part is O(|f|²), so the place is off by less than 1e-9; the time is a sum over strides, to about 1 %.
 */
export function crossGhost(
  system: TwoNeuronSystem,
  equilibria: readonly Equilibrium[],
  direction: 1 | -1,
  place: Float64Array,
): number {
  const field = new Float64Array(2)
  pairFieldInto(field, system, place[0], place[1])
  if (Math.hypot(field[0], field[1]) > GHOST_SPEED) return 0
  const [x1, x2] = [place[0], place[1]]
  const isSlowForAnother = ({ state }: Equilibrium) =>
    Math.hypot(x1 - state[0], x2 - state[1]) < CLEARANCE / system.gain
  if (equilibria.some(isSlowForAnother)) return 0
  let time = 0
  let sense = 0
  for (let k = 0; k < STRIDE_BUDGET; k++) {
    const { values, vectors } = pairEigenvectors(system, place[0], place[1])
    const slow = direction === 1 ? 1 : 0
    const v = vectors[slow]
    const w = vectors[1 - slow]
    const isAttracting = direction * values[1 - slow] < 0
    if (!isAttracting || Math.abs(values[1 - slow]) < LEAST_RATIO * Math.abs(values[slow])) break
    pairFieldInto(field, system, place[0], place[1])
    const area = v[0] * w[1] - v[1] * w[0]
    const along = (direction * (field[0] * w[1] - field[1] * w[0])) / area
    const across = (field[1] * v[0] - field[0] * v[1]) / area
    if (k === 0 && Math.abs(across) > SETTLED) break
    if (Math.abs(along) > 2 * GHOST_SPEED) return time
    // Where the motion turns, it ends.
    if (sense * along < 0) break
    sense = along
    const stride = (Math.sign(along) * STRIDE * Math.sqrt(Math.abs(along))) / system.gain
    time += Math.abs(stride / along)
    const fix = across / values[1 - slow]
    place[0] += stride * v[0] - fix * w[0]
    place[1] += stride * v[1] - fix * w[1]
  }
  place[0] = x1
  place[1] = x2
  return 0
}
