import { searchBoxes } from './boxSearch.ts'
import { coupledPair } from './coupledPair.ts'
import { polishInto } from './pairNewton.ts'
import { selfConsistentStates } from './scalarRoots.ts'
import { axisMemory, mixedCoordinates } from './symmetricEquilibria.ts'
import { crossWeight, pairEigenvalues, pairEnergy, type TwoNeuronSystem } from './twoNeurons.ts'
import type { ReadonlyPair } from './vector.ts'

/** How many eigenvalues of the Jacobian are positive: none, one, two. */
export type Stability = 'stable' | 'saddle' | 'source'

/** An equilibrium x* of the two-neuron system: f(x*) = 0, which is also a critical point of E. */
export interface Equilibrium {
  readonly state: ReadonlyPair
  readonly energy: number
  readonly stability: Stability
  /** Of the Jacobian; real, ascending, per unit of time. */
  readonly eigenvalues: ReadonlyPair
  /** An eigenvalue is within 1e-6 of zero: at a bifurcation, or so near that the stability should be read with care. */
  readonly isMarginal: boolean
}

/** An eigenvalue nearer to zero than this makes an equilibrium marginal. Per unit of time. */
const MARGINAL_EIGENVALUE = 1e-6
/** What a search by boxes left undecided is a tangency only with an eigenvalue nearer to zero than this. Per unit of time. */
const TANGENT_EIGENVALUE = 1e-3

/**
 * Every equilibrium of the two-neuron system, sorted by x₁, then x₂ (Betteti et al. 2025, Fig. 2 without current).
 *
 * Complete by construction, in three ways (proofs at `mixedCoordinates`, `selfConsistentStates` and `createBoxTest`):
 * - no current: closed forms, the origin, ±γ_μξ^μ, and four mixed ones or none; results are exact mirror images of each other;
 * - α₁ = α₂ with a current: the neurons decouple, every pair of scalar solutions;
 * - otherwise: branch and prune on boxes.
 * Positions and energies to rounding where the Jacobian is regular: residual max |f_i| < 1e-13. At a bifurcation the degenerate equilibrium
 * is given once, marked `isMarginal`, to about 1e-8 (fold) or 1e-5 (cusp) in position. Off bifurcations stable + source - saddle = 1.
 * Throws a sentence if a parameter is not finite or the gain is not positive.
 */
export function findEquilibria(system: TwoNeuronSystem): Equilibrium[] {
  const { saliency, gain, current } = system
  if (!(gain > 0) || ![gain, ...saliency, ...current].every(Number.isFinite)) {
    throw new RangeError(
      `Equilibria need finite saliencies and currents and a positive gain, found saliency (${saliency.join(', ')}), ` +
        `current (${current.join(', ')}), gain ${gain}.`,
    )
  }
  return findUnsorted(system).toSorted((a, b) => a.state[0] - b.state[0] || a.state[1] - b.state[1])
}

function findUnsorted(system: TwoNeuronSystem): Equilibrium[] {
  const { saliency, gain, current } = system
  if (current[0] === 0 && current[1] === 0) return withoutCurrent(system)
  if (crossWeight(saliency) !== 0) {
    return searchBoxes(coupledPair(system)).map(({ state, isDegenerate }) => {
      const point = describe(system, state)
      return isDegenerate ? markTangent(point) : point
    })
  }
  const first = selfConsistentStates(saliency[0], current[0], gain)
  const second = selfConsistentStates(saliency[0], current[1], gain)
  return first.flatMap((x1) => second.map((x2) => describe(system, [x1, x2])))
}

/** stable + source - saddle: 1 off bifurcations, the index of Poincaré and Hopf. */
export function indexSum(equilibria: readonly Equilibrium[]): number {
  return equilibria.reduce((sum, point) => sum + (point.stability === 'saddle' ? -1 : 1), 0)
}

function withoutCurrent(system: TwoNeuronSystem): Equilibrium[] {
  const { saliency, gain } = system
  const memories = [axisMemory(saliency, 0, gain), axisMemory(saliency, 1, gain)] as const
  const mixed = mixedCoordinates(saliency, gain)
  const stronger = saliency[1] > saliency[0] ? 1 : 0
  const existing = memories.filter((memory) => memory.amplitude > 0).length
  const found: Equilibrium[] = [
    makeEquilibrium(
      [0, 0],
      0,
      [gain * saliency[0] - 1, gain * saliency[1] - 1],
      (['stable', 'saddle', 'source'] as const)[existing],
    ),
  ]
  memories.forEach(({ amplitude, energy, along, across }, mu) => {
    if (amplitude === 0) return
    // The weaker memory is stable exactly when the mixed equilibria have left it, so that the index is right even at the pitchfork.
    const stability = mu === stronger || mixed !== null ? 'stable' : 'saddle'
    const other = mu === 0 ? amplitude : -amplitude
    found.push(makeEquilibrium([amplitude, other], energy, [along, across], stability))
    found.push(makeEquilibrium([-amplitude, -other], energy, [along, across], stability))
  })
  if (mixed !== null) {
    const point = Float64Array.of(mixed[0] + mixed[1], mixed[0] - mixed[1])
    polishInto(point, coupledPair(system))
    const [x1, x2] = saliency[0] === saliency[1] ? [memories[0].amplitude, 0] : [point[0], point[1]]
    const energy = pairEnergy(system, x1, x2)
    const eigenvalues = pairEigenvalues(system, x1, x2)
    for (const state of [
      [x1, x2],
      [x2, x1],
      [-x1, -x2],
      [-x2, -x1],
    ] as const) {
      found.push(makeEquilibrium(state, energy, eigenvalues, 'saddle'))
    }
  }
  return found
}

function describe(system: TwoNeuronSystem, state: ReadonlyPair): Equilibrium {
  const eigenvalues = pairEigenvalues(system, state[0], state[1])
  const stability = eigenvalues[0] > 0 ? 'source' : eigenvalues[1] > 0 ? 'saddle' : 'stable'
  return makeEquilibrium(state, pairEnergy(system, state[0], state[1]), eigenvalues, stability)
}

/** Marks what a search by boxes could not tell from a tangency, unless it plainly is none: where both neurons saturate, so do the bounds. */
export function markTangent(point: Equilibrium): Equilibrium {
  const isTangent = Math.min(...point.eigenvalues.map(Math.abs)) < TANGENT_EIGENVALUE
  return isTangent ? { ...point, isMarginal: true } : point
}

/** An equilibrium from its parts: eigenvalues in any order, no negative zeros. */
export function makeEquilibrium(
  state: ReadonlyPair,
  energy: number,
  eigenvalues: ReadonlyPair,
  stability: Stability,
): Equilibrium {
  const [a, b] = eigenvalues
  return {
    state: [state[0] + 0, state[1] + 0], // -0 becomes 0
    energy,
    stability,
    eigenvalues: a <= b ? [a, b] : [b, a],
    isMarginal: Math.min(Math.abs(a), Math.abs(b)) < MARGINAL_EIGENVALUE,
  }
}
