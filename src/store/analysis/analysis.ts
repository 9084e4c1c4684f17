import type { BasinAudit } from '../../engine/analysis/protocol.ts'
import type { Basins } from '../../model/phase/basins.ts'
import type { Density, EscapeCurve, EscapeTime } from '../../model/phase/density.ts'
import type { Diagram } from '../../model/phase/diagram.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'

/** A part of the analysis that somebody shows: it is computed as long as it is wanted. */
export type AnalysisPart = 'basins' | 'density' | 'escape' | 'escape-curves' | 'diagram' | 'audit'

/** One sentence of the analysis instead of a result. */
export interface AnalysisFailure {
  readonly part: AnalysisPart
  readonly sentence: string
}

/** Basin fractions over the clock, while the parameters move: the newest last, at most `fractionHistoryLength` entries. */
export interface FractionEntry {
  readonly saliency: readonly [number, number]
  readonly attractors: readonly string[]
  readonly fractions: readonly number[]
}

/** The newest results. They stay until newer ones come: those of an older network are told by `isSameSystem`. */
export interface AnalysisCell {
  readonly basins: Basins | null
  readonly basinsSystem: TwoNeuronSystem | null
  readonly density: Density | null
  readonly densitySystem: TwoNeuronSystem | null
  /** σ of `density`. */
  readonly densityNoise: number
  readonly escape: readonly EscapeTime[] | null
  readonly escapeCurves: readonly EscapeCurve[]
  readonly diagram: Diagram | null
  readonly audit: BasinAudit | null
  readonly failures: readonly AnalysisFailure[]
  readonly fractionHistory: readonly FractionEntry[]
  /** Parts that are being computed now. */
  readonly underWay: ReadonlySet<AnalysisPart>
  /** One more with every change of `basins` and `density`: pictures upload again. */
  readonly basinsVersion: number
  readonly densityVersion: number
  readonly subscribe: (listener: () => void) => () => void
}

export interface Analysis {
  readonly cell: AnalysisCell
  /** A reader of a part is there. Call what it returns when it is gone. The layers of the document (tint, ground) count as readers by themselves. */
  readonly want: (part: AnalysisPart) => () => void
  readonly dispose: () => void
}
