import type { Experiment } from '../../experiment/experiment.ts'
import type { ExportHeader } from '../header.ts'
import { pairJulia } from './pairJulia.ts'
import { pairNumpy } from './pairNumpy.ts'
import { recallJulia } from './recallJulia.ts'
import { recallNumpy } from './recallNumpy.ts'

/** Which view a script reproduces. */
export type ScriptView = 'landscape' | 'recall'

/**
 * A view as a NumPy program that reproduces its numbers: of the Landscape, the regime, thresholds, equilibria and the way of each ball (to 1e-6 without
 * noise); of the Recall view, what each model of the race recalls. With `--json` it prints all of them.
 */
export function numpyScript(experiment: Experiment, view: ScriptView, header: ExportHeader): string {
  return view === 'recall' ? recallNumpy(experiment, header) : pairNumpy(experiment, header)
}

/** The same in Julia, line by line. */
export function juliaScript(experiment: Experiment, view: ScriptView, header: ExportHeader): string {
  return view === 'recall' ? recallJulia(experiment, header) : pairJulia(experiment, header)
}
