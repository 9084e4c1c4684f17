import { atLeast, type Figure, RATIO } from './figures.ts'
import { ratios, spread, type Timings } from './harness.ts'

const naive = 'basins 129², Runge and Kutta'

function ofPlace(place: 'Node' | 'worker', timings: Timings): Figure[] {
  const ms = (subject: string, goal: number | null): Figure => {
    const values = timings.ms.get(subject) ?? []
    return { name: `${subject}, ${place}`, goal, unit: 'ms', isFloor: false, spread: spread(values) }
  }
  const against = (subject: string, goal: number | null): Figure =>
    atLeast(`${subject} against Runge and Kutta, ${place}`, goal, RATIO, ratios(timings, naive, subject))
  return [
    ms('basins 129²', null),
    ms(naive, null),
    ms('basins 513²', 60),
    against('basins 129²', 150),
    against('basins 129², JavaScript', null),
    against('basins 129², every start', null),
  ]
}

/** Figures of the basins of attraction. */
export function basinFiguresOf(inNode: Timings, inWorker: Timings | null): Figure[] {
  return [...ofPlace('Node', inNode), ...(inWorker ? ofPlace('worker', inWorker) : [])]
}
