import { crossWeight, selfWeight, type TwoNeuronSystem } from './twoNeurons.ts'
import type { Vector } from './vector.ts'

/**
 * The energy on a grid of states over the square [-extent, extent]².
 *
 * `heights[row * columns + column]` is E at x₁ = -extent + 2 extent column/(columns - 1), x₂ = -extent + 2 extent row/(rows - 1);
 * `gradients` interleaves (∂E/∂x₁, ∂E/∂x₂) in the same order. Single precision: it goes to the page as it is.
 */
export interface Landscape {
  readonly heights: Float32Array
  readonly gradients: Float32Array
  readonly columns: number
  readonly rows: number
  readonly extent: number
}

/** The part of a landscape that `sampleLandscapeInto` writes to. */
export type LandscapeBuffers = Pick<Landscape, 'heights' | 'gradients' | 'columns' | 'rows'>

/**
 * An empty landscape of `columns` x `rows` points (each at least 2), over given arrays or new ones.
 *
 * Throws a sentence when an array given does not have columns * rows (heights) or twice as many (gradients) numbers.
 */
export function makeLandscape(
  columns: number,
  rows: number,
  heights: Float32Array = new Float32Array(columns * rows),
  gradients: Float32Array = new Float32Array(2 * columns * rows),
): Landscape {
  const count = columns * rows
  if (!(columns >= 2 && rows >= 2))
    throw new RangeError(`A landscape needs at least 2 x 2 points, found ${columns} x ${rows}.`)
  if (heights.length !== count) throw new RangeError(`Expected ${count} heights, found ${heights.length}.`)
  if (gradients.length !== 2 * count)
    throw new RangeError(`Expected ${2 * count} gradients, found ${gradients.length}.`)
  return { heights, gradients, columns, rows, extent: 1 }
}

/** Numbers a grid line takes in the table of `sampleAxis`. */
const PER_LINE = 4

/** One of the two coordinates of a separable energy: c [yψ - ln cosh(g y)/g] - ½w ψ² - bψ. */
export interface EnergyAxis {
  /** c: how many neurons move together along it. */
  readonly neuronCount: number
  /** w, what they do to themselves. */
  readonly weight: number
  /** b. */
  readonly current: number
}

/** An energy of two coordinates, E = A₁(x₁) + A₂(x₂) - w₁₂ψ(x₁)ψ(x₂). */
export interface SeparableEnergy {
  readonly gain: number
  readonly axes: readonly [EnergyAxis, EnergyAxis]
  /** w₁₂. */
  readonly crossWeight: number
}

/**
 * One axis of the separable energy: four numbers for every grid line, ψ, A, A' and w₁₂ψ', with
 * A(x) = c [xψ - ln cosh(g x)/g] - ½wψ² - bψ and A'(x) = ψ'·(c x - wψ - b). One table, since V8 reloads the address of every array used
 * in the inner loop: with eight arrays it takes 50 µs, with this one 29 µs (129²).
 */
function sampleAxis(count: number, extent: number, energy: SeparableEnergy, axis: EnergyAxis): Float64Array {
  const { gain, crossWeight: cross } = energy
  const { neuronCount, weight, current } = axis
  const table = new Float64Array(PER_LINE * count)
  for (let k = 0; k < count; k++) {
    const x = -extent + (2 * extent * k) / (count - 1)
    // One exponential serves ψ, ψ' and ∫ψ. Absolute errors are 1e-16, far below single precision, so `activation.ts` is not needed.
    const z = Math.abs(gain * x)
    const decay = Math.exp(-2 * z)
    const psi = (Math.sign(x) * (1 - decay)) / (1 + decay)
    const slope = gain * (1 - psi * psi)
    const integral = (z + Math.log1p(decay) - Math.LN2) / gain
    table[PER_LINE * k] = psi
    table[PER_LINE * k + 1] = neuronCount * (x * psi - integral) - (weight / 2) * psi * psi - current * psi
    table[PER_LINE * k + 2] = slope * (neuronCount * x - weight * psi - current)
    table[PER_LINE * k + 3] = cross * slope
  }
  return table
}

/**
 * Samples E and ∇E of two neurons on the grid, into the buffers given: `sampleSeparableInto` with one neuron along each axis.
 */
export function sampleLandscapeInto(buffers: LandscapeBuffers, system: TwoNeuronSystem, extent: number): Landscape {
  const { saliency, gain, current } = system
  const weight = selfWeight(saliency)
  const axes = [
    { neuronCount: 1, weight, current: current[0] },
    { neuronCount: 1, weight, current: current[1] },
  ] as const
  return sampleSeparableInto(buffers, { gain, axes, crossWeight: crossWeight(saliency) }, extent)
}

/**
 * Samples an energy that is separable but for one product, and its gradient, on the grid:
 *
 *     E(x₁, x₂) = A₁(x₁) + A₂(x₂) - w₁₂ψ(x₁)ψ(x₂)        ∂E/∂x₁ = A₁'(x₁) - w₁₂ψ'(x₁)ψ(x₂)
 *
 * so that `columns` + `rows` exponentials and three multiply-adds a point suffice. Exact before rounding to single precision: error 6e-8
 * of the largest term. `extent`: half-width of the square, in units of the state. Returns a landscape that shares the buffers; allocates
 * only its two tables.
 */
export function sampleSeparableInto(buffers: LandscapeBuffers, energy: SeparableEnergy, extent: number): Landscape {
  const { heights, gradients, columns, rows } = buffers
  const w12 = energy.crossWeight
  const across = sampleAxis(columns, extent, energy, energy.axes[0])
  const along = sampleAxis(rows, extent, energy, energy.axes[1])
  let at = 0
  let atGradient = 0
  for (let row = 0; row < PER_LINE * rows; row += PER_LINE) {
    const psi2 = along[row]
    const cost2 = along[row + 1]
    const slope2 = along[row + 2]
    const cross2 = along[row + 3]
    const pull = w12 * psi2
    for (let column = 0; column < PER_LINE * columns; column += PER_LINE) {
      const psi1 = across[column]
      heights[at] = across[column + 1] + cost2 - pull * psi1
      gradients[atGradient] = across[column + 2] - across[column + 3] * psi2
      gradients[atGradient + 1] = slope2 - cross2 * psi1
      at += 1
      atGradient += 2
    }
  }
  return { heights, gradients, columns, rows, extent }
}

/** Energy at a state by bilinear interpolation of the grid; states outside take the value at the nearest edge. */
export function heightAt(landscape: Landscape, x1: number, x2: number): number {
  const { heights, columns, rows, extent } = landscape
  const across = gridPosition(x1, extent, columns)
  const along = gridPosition(x2, extent, rows)
  return bilinear(heights, columns, rows, across, along)
}

/** Bilinear interpolation of a grid of `columns` x `rows` values, row by row, at a place in grid steps within it. */
export function bilinear(values: Vector, columns: number, rows: number, across: number, along: number): number {
  const column = Math.min(Math.floor(across), columns - 2)
  const row = Math.min(Math.floor(along), rows - 2)
  const s = across - column
  const t = along - row
  const at = row * columns + column
  const low = values[at] * (1 - s) + values[at + 1] * s
  const high = values[at + columns] * (1 - s) + values[at + columns + 1] * s
  return low * (1 - t) + high * t
}

/** Position of a coordinate in grid steps, clamped to the grid. */
function gridPosition(x: number, extent: number, count: number): number {
  return Math.min(Math.max(((x + extent) / (2 * extent)) * (count - 1), 0), count - 1)
}
