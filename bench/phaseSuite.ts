import { makeBasinSubjects } from './basinSubjects.ts'
import { basinFiguresOf } from './basinFigures.ts'
import { densityFiguresOf } from './densityFigures.ts'
import { makeDensitySubjects } from './densitySubjects.ts'
import type { Figure } from './figures.ts'
import { type Options, timeSubjects, type Timings } from './harness.ts'
import { phaseCurvesFiguresOf } from './phaseCurvesFigures.ts'
import { phaseCurvesSubjects } from './phaseCurvesSubjects.ts'

/** The whole phase portrait of two neurons, curves, basins and noise: the same in Node and in a worker of a browser. */
export function runPhaseSuite(options: Omit<Options, 'clock'>): Timings {
  const subjects = [...phaseCurvesSubjects, ...makeBasinSubjects(), ...makeDensitySubjects().subjects]
  return timeSubjects(subjects, { ...options, clock: () => performance.now() })
}

export function phaseFiguresOf(inNode: Timings, inWorker: Timings | null): Figure[] {
  return [phaseCurvesFiguresOf, basinFiguresOf, densityFiguresOf].flatMap((figuresOf) => figuresOf(inNode, inWorker))
}
