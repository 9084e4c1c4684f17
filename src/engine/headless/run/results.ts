import type { LaneKind } from '../../../experiment/recall/recallSettings.ts'
import type { Scheme } from '../../../model/integrators.ts'
import type { Density } from '../../../model/phase/density.ts'
import type { Bifurcation, Branch, DiagramPath } from '../../../model/phase/diagram.ts'
import type { Stability } from '../../../model/equilibria.ts'
import type { ReadonlyPair } from '../../../model/vector.ts'
import type { BasinAudit } from '../../analysis/protocol.ts'

/** The parts of a run, in the order in which they are computed. */
export const runParts = ['landscape', 'trajectories', 'basins', 'density', 'diagram', 'recall'] as const
export type RunPart = (typeof runParts)[number]

/**
 * What came of a document. Plain data: objects, lists, typed arrays, strings, numbers. A part that was not asked for, or could not be had, is
 * null; `remarks` says why. Memories count from 1 here, as on the screen; a typed array of single precision holds what the engine sent.
 */
export interface Results {
  readonly landscape: LandscapeResults | null
  readonly trajectories: TrajectoryResults | null
  readonly basins: BasinResults | null
  readonly density: DensityResults | null
  readonly diagram: DiagramResults | null
  readonly recall: RecallResults | null
  readonly remarks: readonly Remark[]
}

/** Why a part is not there, or not whole. */
export interface Remark {
  readonly part: RunPart
  /** 'skipped': there is nothing of the kind in this document. 'failed': it could not be computed. */
  readonly kind: 'skipped' | 'failed'
  readonly sentence: string
}

/** Two neurons: dx = (−x + W ψ(x) + b) dt. In closed form or to rounding, double precision. */
export interface LandscapeResults {
  /** (α₁, α₂) of the weights: in a classic network the strength s, twice. */
  readonly saliency: ReadonlyPair
  readonly gain: number
  /** b. */
  readonly current: ReadonlyPair
  /** Of the network without its current. */
  readonly regime: RegimeResults
  readonly thresholds: {
    /** 1/g: above it a memory exists. */
    readonly existence: number
    /** α* that memory 1 and memory 2 must exceed beside the other one to be stable. */
    readonly critical: ReadonlyPair
  }
  /** Half-width of the square that the lab shows at first: basins are counted in it. */
  readonly extent: number
  /** By x₁, then x₂. */
  readonly equilibria: readonly EquilibriumResults[]
  readonly audit: {
    /** stable + source − saddle: 1, unless an equilibrium is marginal. */
    readonly indexSum: number
    /** max |f_i| over all equilibria. */
    readonly largestResidual: number
    /** Without noise, a step of a ball has raised E by more than rounding; null where no balls were run. */
    readonly energyRose: boolean | null
  }
}

export interface RegimeResults {
  readonly kind: 'none' | 'one' | 'one-stable' | 'two'
  /** Memories that exist, and those of them that are stable. */
  readonly existing: readonly number[]
  readonly stable: readonly number[]
}

export interface EquilibriumResults {
  /** 'origin', 'memory-1+', 'memory-1-', 'memory-2+', 'memory-2-', 'mixed-a' … */
  readonly key: string
  readonly stability: Stability
  readonly state: ReadonlyPair
  readonly energy: number
  /** Of the Jacobian, ascending. */
  readonly eigenvalues: ReadonlyPair
  /** An eigenvalue is within 1e-6 of zero. */
  readonly isMarginal: boolean
  /** max |f_i| there. */
  readonly residual: number
}

/** The balls, at the samples of the lab: every 0.02 of model time or so, or so many times that. S samples. */
export interface TrajectoryResults {
  readonly seed: number
  readonly noise: number
  readonly scheme: Scheme
  /** Of the run: the one of the document, or less where the network needs it. */
  readonly timeStep: number
  /** What was asked for; `times` end before where everything had come to rest. */
  readonly duration: number
  readonly isSettled: boolean
  /** S. */
  readonly times: Float32Array
  readonly balls: readonly BallResults[]
}

export interface BallResults {
  /** 0 is the ball that starts at the input of a classic network. */
  readonly id: number
  /** S each. */
  readonly x1: Float32Array
  readonly x2: Float32Array
  readonly energy: Float32Array
  readonly overlap1: Float32Array
  readonly overlap2: Float32Array
}

/** Where each start of the square comes to rest. */
export interface BasinResults {
  readonly extent: number
  readonly columns: number
  /** Cells row by row from −extent, x₁ along a row: 0 undecided, k + 1 for `attractors[k]`. */
  readonly labels: Uint8Array
  readonly attractors: readonly string[]
  /** Share of the square that each attractor gets. */
  readonly fractions: readonly number[]
  /** Labels against accurate integration from random starts; null where it could not be done. */
  readonly audit: BasinAudit | null
}

/** The stationary density under the noise of the document, and how long a memory is kept. */
export interface DensityResults extends Density {
  readonly noise: number
  readonly escape: readonly {
    readonly from: number
    readonly to: 'other' | 'twin'
    /** Mean first passage, in model time; Infinity where it is beyond the range of numbers. */
    readonly time: number
  }[]
}

/** The equilibria along the path of the document's diagram. */
export interface DiagramResults {
  readonly path: DiagramPath
  readonly branches: readonly Branch[]
  readonly bifurcations: readonly (Omit<Bifurcation, 'memory'> & { readonly memory: number | null })[]
  readonly checked: { readonly steps: number; readonly complete: number }
}

/** The race of the Recall view. P memories in force. */
export interface RecallResults {
  readonly seed: number
  readonly noise: number
  readonly columns: number
  readonly rows: number
  /** In the order of every list of P numbers. */
  readonly memories: readonly { readonly id: number; readonly name: string }[]
  readonly duration: number
  readonly isSettled: boolean
  readonly timeline: TimelineResults
  readonly models: readonly ModelResults[]
}

/** What the network was shown, at T times. */
export interface TimelineResults {
  /** T. */
  readonly times: Float64Array
  /** T: where on the document's timeline the input is; 0 without one. */
  readonly places: Float64Array
  /** T x P: α(u). */
  readonly saliency: Float32Array
}

export interface ModelResults {
  readonly kind: LaneKind
  /** Which code ran it; 'none' where the model could not run. */
  readonly kernel: string
  /** S. */
  readonly times: Float32Array
  /** S x P. */
  readonly overlaps: Float32Array
  /** S. */
  readonly energies: Float32Array
  readonly verdict: VerdictResults
  /** When it came to rest; null while it moves, and with noise. */
  readonly settledTime: number | null
  readonly energyRose: boolean
  readonly isInTwoCycle: boolean
  /** ψ(x) at the end, row by row from the top, as round(127.5 (1 + ψ)). */
  readonly finalPixels: Uint8Array
  /** Why the model could not run; null where it ran. */
  readonly refusal: string | null
}

export interface VerdictResults {
  readonly kind: 'moving' | 'nothing' | 'memory' | 'mixture' | 'spurious'
  /** Ids of the memories that it names, with the overlap of each; the nearest one where the state is spurious. */
  readonly memories: readonly number[]
  readonly overlaps: readonly number[]
  /** Model time from which a memory held on; null for anything else. */
  readonly since: number | null
}
