import type { Figure } from './figures.ts'
import { spread, type Timings } from './harness.ts'

/** Most milliseconds for one network, by subject. A frame of a drag has 16.7, for everything. */
const goals: Readonly<Record<string, number>> = {
  'nullclines and separatrices': 2,
  'all phase curves': 4,
  'recall from a place': 0.2,
}

function ofPlace(place: 'Node' | 'worker', timings: Timings): Figure[] {
  return Object.entries(goals).map(([subject, goal]) => ({
    name: `${subject}, ${place}`,
    goal,
    unit: 'ms',
    isFloor: false,
    spread: spread(timings.ms.get(subject) ?? []),
  }))
}

/** Figures of the curves of a phase portrait. */
export function phaseCurvesFiguresOf(inNode: Timings, inWorker: Timings | null): Figure[] {
  return [...ofPlace('Node', inNode), ...(inWorker ? ofPlace('worker', inWorker) : [])]
}
