import type { Basins } from '../../model/phase/basins.ts'
import type { Density, EscapeCurve, EscapeTime } from '../../model/phase/density.ts'
import type { Diagram, DiagramPath } from '../../model/phase/diagram.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'

/** What the page wants to know of a network of two neurons. What is null is not wanted. */
export interface AnalysisWish {
  readonly system: TwoNeuronSystem
  /** Half-width of the square that is shown. */
  readonly extent: number
  readonly basins: { readonly columns: number } | null
  /** Null also where there is no noise. */
  readonly density: { readonly noise: number; readonly columns: number } | null
  readonly escape: { readonly noise: number; readonly columns: number; readonly hasCurves: boolean } | null
  readonly diagram: DiagramPath | null
  /** So many random starts are integrated accurately and compared with the labels; 0 for none. */
  readonly auditedStarts: number
}

/** Page to engine: the newest wish replaces the one before. What of it did not change goes on or is not computed again. */
export type AnalysisCommand =
  { readonly kind: 'study'; readonly request: number; readonly wish: AnalysisWish } | { readonly kind: 'stop' }

interface Answer {
  /** Of the newest `study` when it was sent. */
  readonly request: number
}

/** Engine to page. Coarse results come first, then finer ones: `isFinal` marks the last one. */
export type AnalysisEvent =
  | (Answer & {
      readonly kind: 'basins'
      readonly system: TwoNeuronSystem
      readonly basins: Basins
      readonly isFinal: boolean
    })
  | (Answer & {
      readonly kind: 'density'
      readonly system: TwoNeuronSystem
      readonly noise: number
      readonly density: Density
      readonly isFinal: boolean
    })
  | (Answer & { readonly kind: 'escape'; readonly times: readonly EscapeTime[] })
  | (Answer & { readonly kind: 'escape-curve'; readonly curve: EscapeCurve })
  | (Answer & { readonly kind: 'diagram'; readonly diagram: Diagram })
  | (Answer & { readonly kind: 'audit'; readonly audit: BasinAudit })
  /** One task could not be done; the others go on. */
  | (Answer & { readonly kind: 'failed'; readonly task: AnalysisTask; readonly sentence: string })
  /** Still at it: sent when nothing else was for a while, so that the page can tell a long task from a dead engine. */
  | (Answer & { readonly kind: 'working' })
  /** Nothing is left to do for this request. */
  | (Answer & { readonly kind: 'done' })

export type AnalysisTask = 'basins' | 'density' | 'escape' | 'escape-curve' | 'diagram' | 'audit'

/** Labels against accurate integration. */
export interface BasinAudit {
  readonly starts: number
  readonly agreed: number
  /** Closer to a separatrix than a cell: not compared. */
  readonly skipped: number
}
