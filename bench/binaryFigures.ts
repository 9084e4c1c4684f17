import { binarySize, curveLoads, curveSamples } from './binaryCases.ts'
import { atLeast, type Figure, RATIO } from './figures.ts'
import { ratios, spread, type Timings } from './harness.ts'

const [neuronCount, patternCount] = binarySize
const size = `(${neuronCount}, ${patternCount})`
const curveRecalls = curveLoads.length * curveSamples

/** Times of a subject, told for the record. */
function told(name: string, unit: string, timings: Timings, subject: string, scale: (ms: number) => number): Figure {
  return { name, unit, goal: null, isFloor: false, spread: spread((timings.ms.get(subject) ?? []).map(scale)) }
}

/**
 * The goals of both places are the same. That of the training is the kernel's alone: drawings come as bytes, and packing them to bits takes
 * about as long as the training, so the ratio with it is told as well. A newer V8 makes the outer products, and not the kernel, twice as
 * fast, which halves both ratios in the worker: `sharedFiguresOf` tells whether the kernel itself is as fast there.
 */
function ofPlace(place: 'Node' | 'worker', timings: Timings): Figure[] {
  const against = (name: string, goal: number | null, slow: string, fast: string): Figure =>
    atLeast(`${name}, ${place}`, goal, RATIO, ratios(timings, slow, fast))
  const training = `binary training ${size}`
  const recall = `binary recall ${size}`
  return [
    told(`${training} from packed bits, ${place}`, 'ms', timings, 'binary training', (ms) => ms),
    against(`${training} from packed bits against outer products`, 250, 'outer products', 'binary training'),
    against(
      `${training} with packing against outer products`,
      null,
      'outer products',
      'binary training, packing included',
    ),
    told(`${recall}, updates, ${place}`, '/s', timings, 'binary recall, wasm', (ms) => 1000 / ms),
    against(`${recall} against all weights`, 40, 'dense recall', 'binary recall, wasm'),
    against(`${recall}, JavaScript kernel`, null, 'dense recall', 'binary recall, javascript'),
    told(
      `${curveRecalls} recalls at N = 500, ${place}`,
      's',
      timings,
      'capacity curve',
      (ms) => (curveRecalls * ms) / 1000,
    ),
    against('capacity curve against all weights', 75, 'dense capacity curve', 'capacity curve'),
  ]
}

/** Figures of the binary networks. */
export function binaryFiguresOf(inNode: Timings, inWorker: Timings | null): Figure[] {
  return [...ofPlace('Node', inNode), ...(inWorker ? ofPlace('worker', inWorker) : [])]
}
