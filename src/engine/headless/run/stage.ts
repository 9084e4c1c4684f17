import type { AnalysisTools, Work } from '../../analysis/session/work.ts'
import type { RecallRunOptions } from '../../recall/session/recallRun.ts'
import type { Remark } from './results.ts'

/** What a run computes with: handed in, since the kernels know WebAssembly. Results do not depend on the clock of `analysis`. */
export interface HeadlessTools extends Pick<RecallRunOptions, 'createKernel' | 'createBinaryKernel'> {
  readonly analysis: AnalysisTools
}

/** One stage of a run, piece by piece. */
export interface Stage<T> extends Work<T> {
  /** How much of it is done, from 0 to 1. */
  readonly share: () => number
  readonly remarks: () => readonly Remark[]
}
