import { atLeast, type Figure, RATIO } from './figures.ts'
import { ratios, spread, type Timings } from './harness.ts'

/** Frames of the picture that a second has. */
const FRAMES = 60

/** Milliseconds, told for the record. */
function time(name: string, timings: Timings, subject: string): Figure {
  return { name, goal: null, unit: 'ms', isFloor: false, spread: spread(timings.ms.get(subject) ?? []) }
}

function ofPlace(place: 'Node' | 'worker', timings: Timings): Figure[] {
  const frames = (timings.ms.get('cloud, a frame') ?? []).map((ms) => 1000 / ms)
  const against = (fast: string): number[] => ratios(timings, 'density 129², banded LU', fast)
  return [
    atLeast(`density 129² against banded LU, ${place}`, 7, RATIO, against('density 129²')),
    atLeast(
      `density 129², JavaScript kernel against banded LU, ${place}`,
      2,
      RATIO,
      against('density 129², JavaScript kernel'),
    ),
    time(`density 129², ${place}`, timings, 'density 129²'),
    time(`escape times 129², ${place}`, timings, 'escape times 129²'),
    atLeast(`10,000 particles, frames of two steps, ${place}`, place === 'worker' ? FRAMES : null, '/s', frames),
  ]
}

/** Figures of densities, escape times and particles. */
export function densityFiguresOf(inNode: Timings, inWorker: Timings | null): Figure[] {
  return [...ofPlace('Node', inNode), ...(inWorker ? ofPlace('worker', inWorker) : [])]
}
