import { activationSlope } from './activation.ts'
import { searchBoxes } from './boxSearch.ts'
import type { CoupledPair } from './coupledPair.ts'
import { findEquilibria, makeEquilibrium, markTangent, type Equilibrium } from './equilibria.ts'
import type { NamedEquilibrium } from './equilibriumNames.ts'
import { selfConsistentStates } from './scalarRoots.ts'
import { sliceEnergy, type Slice, type SliceNetwork } from './slice.ts'
import { nameSlicePoints } from './sliceNames.ts'
import { sliceResidual } from './sliceResidual.ts'
import { sliceSpectrum } from './sliceSpectrum.ts'
import type { ReadonlyPair } from './vector.ts'

/** A critical point of the energy on a slice: kind and eigenvalues are those on the slice. */
export interface SliceEquilibrium extends NamedEquilibrium {
  /** Whether it is an equilibrium of the whole network: |f(x)|/√N there is zero but for rounding. */
  readonly isEquilibrium: boolean
  /** |f(x)|/√N in the whole space: how strongly the state is drawn out of the plane (or zero). */
  readonly residual: number
  /** Largest eigenvalue of the whole network's Jacobian there; negative: stable in every direction. */
  readonly largestEigenvalue: number
}

/** A residual below this share of the size of the field is rounding. No unit. */
const AT_REST = 1e-7
/** Without current: roots that boxes could not separate, nearer to 0 than this share of the search square, are the origin. No unit. */
const AT_ORIGIN = 1e-4
/** All other roots this near to 0 are 0: Newton's rounding error is far below it. Share of the search square. */
const ORIGIN_ROUNDING = 1e-9

/**
 * Every critical point of the energy on a slice, sorted by y₊, then y₋, and what it is in the whole network.
 *
 * On the slice the network is two units, y± = (w±ψ± + w₊₋ψ∓ + B±)/n±, and all its solutions are found, by the closed forms or the branch and
 * prune of `findEquilibria` and with their accuracy; stable + source - saddle = 1 off bifurcations. Without current they are exact mirror
 * images of each other. Stability and eigenvalues are those of these two units; a point that is stable on the slice may be a saddle of the
 * network, or no equilibrium of it (`largestEigenvalue` is never below the eigenvalues on the slice, `residual` is 0 only for equilibria).
 *
 * Cost at N = 16,384, P = 100: 0.2 to 1 ms a point (twins without current cost one), nine points 5 ms, 11 ms with a current; with unequal
 * self-couplings 30 to 60 ms; and once for each plane 8 ms for Gram matrices of its groups. `slice`: of `makeSlice(network, …)`. Throws as `findEquilibria`.
 */
export function findSliceEquilibria(network: SliceNetwork, slice: Slice): SliceEquilibrium[] {
  const pair = pairOf(slice)
  const isStill = pair.current[0] === 0 && pair.current[1] === 0
  const points = solve(slice, pair)
  const still = isStill ? points : solve(slice, { ...pair, current: [0, 0] })
  const residualAt = sliceResidual(network, slice)
  const spectrumAt = sliceSpectrum(network, slice)
  // Without any current x and -x are the same to everything here.
  const hasTwins = network.current === null
  const seen = new Map<string, Pick<SliceEquilibrium, 'residual' | 'largestEigenvalue'>>()
  return nameSlicePoints(points, still, slice).map((point) => {
    const [yPlus, yMinus] = point.state
    const turn = hasTwins && (yPlus < 0 || (yPlus === 0 && yMinus < 0)) ? -1 : 1
    const key = `${turn * yPlus + 0},${turn * yMinus + 0}`
    const known = seen.get(key) ?? {
      residual: residualAt(point.state),
      largestEigenvalue: Math.max(spectrumAt(point.state), point.eigenvalues[1]),
    }
    seen.set(key, known)
    const scale = Math.max(Math.abs(yPlus), Math.abs(yMinus), reachOf(pair))
    return { ...point, ...known, isEquilibrium: known.residual <= AT_REST * scale }
  })
}

/** The slice as two coupled units. */
function pairOf({ gain, axes, crossWeight }: Slice): CoupledPair {
  const [plus, minus] = axes
  const plusCount = Math.max(plus.neuronCount, 1)
  const minusCount = Math.max(minus.neuronCount, 1)
  return {
    gain,
    current: [plus.current / plusCount, minus.current / minusCount],
    weights: [plus.weight / plusCount, crossWeight / plusCount, crossWeight / minusCount, minus.weight / minusCount],
  }
}

/** Size of the field on the slice: no root is farther out from (b₁, b₂) in either coordinate. */
function reachOf({ weights }: CoupledPair): number {
  const [a11, a12, a21, a22] = weights
  return Math.max(Math.abs(a11) + Math.abs(a12), Math.abs(a21) + Math.abs(a22))
}

function solve(slice: Slice, pair: CoupledPair): Equilibrium[] {
  const { gain, current, weights } = pair
  const [a11, a12, a21, a22] = weights
  const isSymmetric = a11 === a22 && a12 === a21
  if (isSymmetric || ![gain, ...current, ...weights].every(Number.isFinite)) {
    // Two neurons with saliencies a₁₁ ± a₁₂: closed forms. It also refuses what is not finite.
    const states = findEquilibria({ saliency: [a11 + a12, a11 - a12], gain, current })
    return states.map((point) => ({ ...point, energy: sliceEnergy(slice, point.state[0], point.state[1]) }))
  }
  return findRoots(pair)
    .map(({ state, isDegenerate }) => describe(slice, pair, state, isDegenerate))
    .toSorted((a, b) => a.state[0] - b.state[0] || a.state[1] - b.state[1])
}

interface Root {
  readonly state: ReadonlyPair
  readonly isDegenerate: boolean
}

function findRoots(pair: CoupledPair): Root[] {
  const { gain, current, weights } = pair
  if (weights[1] === 0 && weights[2] === 0) {
    const first = selfConsistentStates(weights[0], current[0], gain)
    const second = selfConsistentStates(weights[3], current[1], gain)
    return first.flatMap((y1) => second.map((y2): Root => ({ state: [y1, y2], isDegenerate: false })))
  }
  const roots = searchBoxes(pair)
  if (current[0] !== 0 || current[1] !== 0) return roots
  // The larger coordinate of a root is far from 0, so its sign tells a root from its mirror image.
  const scale = reachOf(pair)
  const sizeOf = ({ state }: Root) => Math.max(Math.abs(state[0]), Math.abs(state[1]))
  const isAtOrigin = (root: Root) => sizeOf(root) < (root.isDegenerate ? AT_ORIGIN : ORIGIN_ROUNDING) * scale
  const half = roots.filter((root) => {
    const [y1, y2] = root.state
    return !isAtOrigin(root) && (Math.abs(y1) > Math.abs(y2) ? y1 : y2) > 0
  })
  const mirrored = half.map(({ state, isDegenerate }): Root => ({ state: [-state[0], -state[1]], isDegenerate }))
  const isDegenerate = roots.some((root) => root.isDegenerate && isAtOrigin(root))
  return [...half, { state: [0, 0], isDegenerate }, ...mirrored]
}

/** Eigenvalues on the slice, of -1 + A diag(ψ'): real, since a₁₂a₂₁ ≥ 0. */
function describe(slice: Slice, pair: CoupledPair, state: ReadonlyPair, isDegenerate: boolean): Equilibrium {
  const [a11, a12, a21, a22] = pair.weights
  const slope1 = activationSlope(state[0], pair.gain)
  const slope2 = activationSlope(state[1], pair.gain)
  const mean = (a11 * slope1 + a22 * slope2) / 2
  const half = (a11 * slope1 - a22 * slope2) / 2
  const radius = Math.sqrt(half * half + a12 * slope1 * a21 * slope2)
  const eigenvalues: ReadonlyPair = [mean - radius - 1, mean + radius - 1]
  const stability = eigenvalues[0] > 0 ? 'source' : eigenvalues[1] > 0 ? 'saddle' : 'stable'
  const point = makeEquilibrium(state, sliceEnergy(slice, state[0], state[1]), eigenvalues, stability)
  return isDegenerate ? markTangent(point) : point
}
