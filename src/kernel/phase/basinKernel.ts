import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { Basins } from '../../model/phase/basins.ts'
import type { CaptureRegion } from '../../model/phase/captureRegion.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'

/** Which code integrates starts: WebAssembly with relaxed or plain SIMD, or JavaScript. */
export type BasinFlavour = 'relaxed' | 'plain' | 'javascript'

/** Finds basins of attraction. */
export interface BasinKernel {
  readonly flavour: BasinFlavour
  /** `equilibria`: all of the system. The labels stand for `columns` x `columns` cells over [-extent, extent]². */
  begin(system: TwoNeuronSystem, equilibria: readonly NamedEquilibrium[], extent: number, columns: number): BasinTask
}

/** Basins in the making, in pieces. */
export interface BasinTask {
  /**
   * Integrates up to so many starts, or fewer where these would take long; the first call traces the boundaries instead, in about 1 ms. True
   * once nothing is left to do: as a rule after the first call.
   */
  advance(cells: number): boolean
  /** What is known by now; cells that were not reached have the label 0. All results of a task share their labels: transfer the last one only. */
  result(): Basins
}

/** Integrates starts until they are captured: the part of the kernel that comes in flavours. */
export interface StartIntegrator {
  readonly flavour: BasinFlavour
  /** So many take about 10 ms where they do not come to rest, and a few times that at the largest gains. */
  readonly mostStarts: number
  /** What the next starts belong to. A region that is null captures nothing. */
  load(system: TwoNeuronSystem, regions: readonly (CaptureRegion | null)[]): void
  /** `labels[i]` = k + 1 where (x1[i], x2[i]) comes into region k within `LONGEST_TIME`, else 0. */
  labelsInto(labels: Uint8Array, x1: Float64Array, x2: Float64Array): Uint8Array
}

/** A start that is in no capture region after this model time is undecided: it is on a separatrix, as far as numbers can tell. */
export const LONGEST_TIME = 200
