import type { BasinAudit } from '../../engine/analysis/protocol.ts'
import type { Basins } from '../../model/phase/basins.ts'
import type { Density, EscapeCurve, EscapeTime } from '../../model/phase/density.ts'
import type { Diagram } from '../../model/phase/diagram.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { AnalysisCell, AnalysisFailure, AnalysisPart, FractionEntry } from './analysis.ts'

/** Results and what belongs to them: everything but the versions, which follow. */
export interface AnalysisResults {
  basins: Basins | null
  basinsSystem: TwoNeuronSystem | null
  density: Density | null
  densitySystem: TwoNeuronSystem | null
  densityNoise: number
  escape: readonly EscapeTime[] | null
  escapeCurves: readonly EscapeCurve[]
  diagram: Diagram | null
  audit: BasinAudit | null
  failures: readonly AnalysisFailure[]
  fractionHistory: readonly FractionEntry[]
  underWay: ReadonlySet<AnalysisPart>
}

/** The cell as its owner sees it. */
export interface WritableAnalysisCell extends AnalysisCell {
  /** Writes some of the results and tells the subscribers, once. */
  readonly take: (results: Partial<AnalysisResults>) => void
}

/** An empty cell. */
export function createAnalysisCell(): WritableAnalysisCell {
  const listeners = new Set<() => void>()
  const results: AnalysisResults = {
    basins: null,
    basinsSystem: null,
    density: null,
    densitySystem: null,
    densityNoise: 0,
    escape: null,
    escapeCurves: [],
    diagram: null,
    audit: null,
    failures: [],
    fractionHistory: [],
    underWay: new Set(),
  }
  const cell = {
    ...results,
    basinsVersion: 0,
    densityVersion: 0,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take(next: Partial<AnalysisResults>) {
      if (next.basins !== undefined && next.basins !== cell.basins) cell.basinsVersion++
      if (next.density !== undefined && next.density !== cell.density) cell.densityVersion++
      Object.assign(cell, next)
      for (const listener of listeners) listener()
    },
  }
  return cell
}
