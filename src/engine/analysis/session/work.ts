import type { Basins } from '../../../model/phase/basins.ts'
import type { Density, EscapeTime } from '../../../model/phase/density.ts'
import type { Diagram, DiagramPath } from '../../../model/phase/diagram.ts'
import type { NamedEquilibrium } from '../../../model/equilibriumNames.ts'
import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'

/** Something that is computed piece by piece. */
export interface Work<T> {
  /** One piece of at most about 10 ms; true when it was the last. */
  readonly advance: () => boolean
  /** Once, after the last piece. */
  readonly result: () => T
}

/** A network with everything that stands in it. */
export interface StudiedSystem {
  readonly system: TwoNeuronSystem
  readonly equilibria: readonly NamedEquilibrium[]
}

/** The basins of attraction, so many cells at a time. */
export interface BasinTool {
  readonly begin: (
    system: TwoNeuronSystem,
    equilibria: readonly NamedEquilibrium[],
    extent: number,
    columns: number,
  ) => { readonly advance: (cells: number) => boolean; readonly result: () => Basins }
}

/** The stationary density and the escape times. */
export interface DensityTool {
  readonly begin: (studied: StudiedSystem, noise: number, columns: number) => Work<Density>
  readonly beginEscape: (studied: StudiedSystem, noise: number, columns: number) => Work<EscapeTime[]>
}

/** What the session computes with: handed in, so that a test can hand in slow, broken or made-up tools. Each is made when it is first needed. */
export interface AnalysisTools {
  readonly createBasins: () => BasinTool
  readonly createDensity: () => DensityTool
  readonly beginDiagram: (path: DiagramPath) => Work<Diagram>
  /** The stable equilibrium in which a start ends, by accurate integration; null where it ends in none. */
  readonly endOf: (studied: StudiedSystem, x1: number, x2: number) => string | null
  /** Milliseconds, to keep pieces short; results do not depend on it. */
  readonly now: () => number
}
