import { destination } from '../../model/phase/basinsCurves.ts'
import { createBasinSolver, type BasinSolver } from '../../model/phase/basinsSolver.ts'
import type { CaptureRegion } from '../../model/phase/captureRegion.ts'
import { LONGEST_TIME, type StartIntegrator } from './basinKernel.ts'

/** Starts one after the other, in double precision: the reference for the other flavours. */
export function createJavascriptIntegrator(): StartIntegrator {
  let solver: BasinSolver | null = null
  let regions: readonly (CaptureRegion | null)[] = []
  return {
    flavour: 'javascript',
    mostStarts: 32,
    load(system, ofAttractors) {
      solver = createBasinSolver(system)
      regions = ofAttractors
    },
    labelsInto(labels, x1, x2) {
      if (solver === null) throw new Error('No system was loaded before its starts.')
      for (let i = 0; i < x1.length; i++) labels[i] = destination(solver, regions, [x1[i], x2[i]], LONGEST_TIME)
      return labels
    },
  }
}
