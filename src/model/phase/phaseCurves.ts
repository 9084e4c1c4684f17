import type { NamedEquilibrium } from '../equilibriumNames.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { traceArrows } from './flowArrows.ts'
import { traceNullclines } from './nullclines.ts'
import { traceSeparatrices } from './separatrices.ts'

/** A curve in the plane of the states: x₁, x₂ of one point after the other. Single precision: it goes to the page as it is. */
export type CurvePoints = Float32Array<ArrayBuffer>

/** Where ẋ_neuron = 0. One entry a connected branch inside the square. */
export interface Nullcline {
  readonly neuron: 0 | 1
  readonly points: CurvePoints
}

/** Half of a stable or unstable manifold of a saddle, from the saddle outwards. */
export interface Separatrix {
  /** Key of the saddle (`NamedEquilibrium.key`). */
  readonly saddle: string
  readonly kind: 'stable' | 'unstable'
  readonly points: CurvePoints
  /**
   * Where it ends: at an equilibrium (its key), or through the border of the square ('border'). 'undecided' where it was given up, which
   * takes parameters within 1e-12 of a fold.
   */
  readonly end: string
}

/** A short piece of a trajectory through one place of a regular grid, from tail to head; its length tells the speed. */
export interface FlowArrow {
  readonly points: CurvePoints
}

/** Everything of a phase portrait that follows a drag within a frame. A layer that is off is null. */
export interface PhaseCurves {
  readonly nullclines: readonly Nullcline[] | null
  readonly separatrices: readonly Separatrix[] | null
  /** Of dx/dt = f. */
  readonly flow: readonly FlowArrow[] | null
  /** Of dx/dt = −∇E. */
  readonly descent: readonly FlowArrow[] | null
}

/** Which of the curves are asked for. */
export type PhaseCurveWish = Readonly<Record<keyof PhaseCurves, boolean>>

/**
 * The curves of one system in the square [-extent, extent]²; what is not asked for is null. Each as its own function says. `equilibria`: all of
 * the system.
 */
export function tracePhaseCurves(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
  wish: PhaseCurveWish,
): PhaseCurves {
  return {
    nullclines: wish.nullclines ? traceNullclines(system, extent) : null,
    separatrices: wish.separatrices ? traceSeparatrices(system, equilibria, extent) : null,
    flow: wish.flow ? traceArrows(system, extent, 'flow') : null,
    descent: wish.descent ? traceArrows(system, extent, 'descent') : null,
  }
}
