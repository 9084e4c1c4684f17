import { activation, activationIntegral, activationSlope } from './activation.ts'
import { applyCouplingsInto, dot } from './couplings.ts'
import type { Equilibrium } from './equilibria.ts'
import {
  sampleSeparableInto,
  type EnergyAxis,
  type Landscape,
  type LandscapeBuffers,
  type SeparableEnergy,
} from './landscape.ts'
import type { Patterns } from './patterns.ts'
import { sliceGeometry, type SliceGeometry } from './sliceGeometry.ts'
import type { Vector } from './vector.ts'
import { viewOfEnergy, type ViewScale } from './viewScale.ts'

/** The network that a slice is cut through: dx/dt = -x + W ψ(x) + b, W = (1/N) Ξᵀ D Ξ - diag(d). */
export interface SliceNetwork {
  readonly patterns: Patterns
  /** P numbers: D = diag(α). P*P numbers, symmetric: D itself. */
  readonly couplings: Vector
  /** d: one number for all neurons, or N numbers; 0 keeps the diagonal (`selfCouplingsInto` gives what to take off). */
  readonly diagonal: number | Vector
  /** g > 0. */
  readonly gain: number
  /** b, N; null for none. */
  readonly current: Vector | null
}

/**
 * The energy on the plane x = pξ^μ + qξ^ν, in the coordinates y₊ = p + q and y₋ = p - q: x_i = ξ^μ_i y₊ in group +, where ξ^μ_i = ξ^ν_i,
 * and ξ^μ_i y₋ in group -. So memory μ lies along (1, 1) and memory ν along (1, -1), as for two neurons. `axes[0]` is group +.
 */
export interface Slice extends SeparableEnergy {
  readonly mu: number
  readonly nu: number
  readonly neuronCount: number
  readonly geometry: SliceGeometry
}

/** Numbers a group of neurons adds up. */
interface GroupSums {
  plus: number
  minus: number
}

/**
 * The slice through memories mu and nu. With A^κ± = Σ_{i in ±} ξ^κ_i ξ^μ_i, D± = Σ_{i in ±} d_i, B± = Σ_{i in ±} b_i ξ^μ_i and
 * ψ± = ψ(y±), since ψ is odd,
 *
 *     E = Σ± { n± [y±ψ± - ln cosh(g y±)/g] - ½w±ψ±² - B±ψ± } - w₊₋ψ₊ψ₋
 *     w± = A±ᵀ D A±/N - D±        w₊₋ = A₊ᵀ D A₋/N
 *
 * so that whatever P, five numbers hold everything (model of the paper, section on large networks; derived here). The A are exact integers.
 * With ν = μ or ξ^ν = ±ξ^μ there is no plane; the second direction then is ξ^μ with every other neuron turned (`hasAuxiliaryDirection`).
 * O(P) for diagonal D, P² otherwise, and O(N) for b and a vector d; `sliceGeometry` has the cost of the A. Throws a sentence for an index
 * out of range or arrays of the wrong length.
 */
export function makeSlice(network: SliceNetwork, mu: number, nu: number): Slice {
  const { patterns, couplings, diagonal, gain, current } = network
  const { patternCount: p, neuronCount: n } = patterns
  if (!(mu >= 0 && mu < p && nu >= 0 && nu < p)) {
    throw new RangeError(`A slice needs two of the ${p} memories, 0 to ${p - 1}, found ${mu} and ${nu}.`)
  }
  if (couplings.length !== p && couplings.length !== p * p) {
    throw new RangeError(`Expected ${p} or ${p * p} couplings, found ${couplings.length}.`)
  }
  const geometry = sliceGeometry(patterns, mu, nu)
  const { plusCount, minusCount, plusOverlaps, minusOverlaps } = geometry
  const forPlus = applyCouplingsInto(new Float64Array(p), couplings, plusOverlaps, 1 / n)
  const forMinus = applyCouplingsInto(new Float64Array(p), couplings, minusOverlaps, 1 / n)
  const lost: GroupSums =
    typeof diagonal === 'number'
      ? { plus: diagonal * plusCount, minus: diagonal * minusCount }
      : sumGroups(geometry, n, (i) => diagonal[i])
  const row = mu * n
  const { values } = patterns
  const pushed: GroupSums =
    current === null ? { plus: 0, minus: 0 } : sumGroups(geometry, n, (i) => current[i] * values[row + i])
  const axes = [
    { neuronCount: plusCount, weight: dot(plusOverlaps, forPlus) - lost.plus, current: pushed.plus },
    { neuronCount: minusCount, weight: dot(minusOverlaps, forMinus) - lost.minus, current: pushed.minus },
  ] as const
  return { mu, nu, neuronCount: n, geometry, gain, axes, crossWeight: dot(minusOverlaps, forPlus) }
}

/** Σ of a value over the neurons of each group. */
function sumGroups(geometry: SliceGeometry, neuronCount: number, valueOf: (i: number) => number): GroupSums {
  const sums = { plus: 0, minus: 0 }
  for (let i = 0; i < neuronCount; i++) {
    if (isInPlus(geometry, i)) sums.plus += valueOf(i)
    else sums.minus += valueOf(i)
  }
  return sums
}

/** Whether a neuron is in group +. */
export function isInPlus(geometry: SliceGeometry, i: number): boolean {
  return ((geometry.mask[i >> 5] >>> (i & 31)) & 1) === 1
}

/** E at (y₊, y₋): that of the whole network there, to rounding (1e-14 of its largest term). O(1), whatever N and P. */
export function sliceEnergy(slice: Slice, yPlus: number, yMinus: number): number {
  const { gain, axes, crossWeight } = slice
  const cross = crossWeight * activation(yPlus, gain) * activation(yMinus, gain)
  return axisEnergy(axes[0], yPlus, gain) + axisEnergy(axes[1], yMinus, gain) - cross
}

function axisEnergy(axis: EnergyAxis, y: number, gain: number): number {
  const psi = activation(y, gain)
  const cost = axis.neuronCount * (y * psi - activationIntegral(y, gain))
  return cost - (axis.weight / 2) * psi * psi - axis.current * psi
}

/** Gradient (∂E/∂y₊, ∂E/∂y₋), ∂E/∂y± = ψ'± (n±y± - w±ψ± - w₊₋ψ∓ - B±). `out`: 2 numbers. Returns `out`. */
export function sliceGradientInto<V extends Vector>(out: V, slice: Slice, yPlus: number, yMinus: number): V {
  const { gain, axes, crossWeight } = slice
  const [plus, minus] = axes
  const psiPlus = activation(yPlus, gain)
  const psiMinus = activation(yMinus, gain)
  const forcePlus = plus.neuronCount * yPlus - plus.weight * psiPlus - crossWeight * psiMinus - plus.current
  const forceMinus = minus.neuronCount * yMinus - minus.weight * psiMinus - crossWeight * psiPlus - minus.current
  out[0] = activationSlope(yPlus, gain) * forcePlus
  out[1] = activationSlope(yMinus, gain) * forceMinus
  return out
}

/** The slice as a landscape over [-extent, extent]², columns along y₊ and rows along y₋: `sampleSeparableInto`. 0.05 ms at 129². */
export function sampleSliceInto(buffers: LandscapeBuffers, slice: Slice, extent: number): Landscape {
  return sampleSeparableInto(buffers, slice, extent)
}

/** The view that a slice needs, by the rules of two neurons (`neededView`). `equilibria`: all of `findSliceEquilibria`, at least one. */
export function sliceView(slice: Slice, equilibria: readonly Pick<Equilibrium, 'state' | 'energy'>[]): ViewScale {
  return viewOfEnergy((yPlus, yMinus) => sliceEnergy(slice, yPlus, yMinus), slice.gain, equilibria)
}

/** A state seen from the plane of two memories. */
export interface SliceProjection {
  readonly yPlus: number
  readonly yMinus: number
  /** Distance of the state from the plane, over √N: the root mean square of what the plane leaves out, in units of the state. */
  readonly distance: number
}

/**
 * The nearest point of the plane to a state, by least squares: y± is the mean of ξ^μ_i x_i over group ±.
 *
 * `state`: N. O(N). Groups are those of `makeSlice`; neither is empty for N ≥ 2.
 */
export function projectOntoSlice(patterns: Patterns, mu: number, nu: number, state: Vector): SliceProjection {
  const { values, neuronCount: n } = patterns
  const geometry = sliceGeometry(patterns, mu, nu)
  const row = mu * n
  const sums = sumGroups(geometry, n, (i) => values[row + i] * state[i])
  const yPlus = sums.plus / Math.max(geometry.plusCount, 1)
  const yMinus = sums.minus / Math.max(geometry.minusCount, 1)
  let square = 0
  for (let i = 0; i < n; i++) {
    const rest = state[i] - values[row + i] * (isInPlus(geometry, i) ? yPlus : yMinus)
    square += rest * rest
  }
  return { yPlus, yMinus, distance: Math.sqrt(square / n) }
}
