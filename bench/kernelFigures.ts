import { atLeast, type Figure, RATIO } from './figures.ts'
import { ratios, type Timings } from './harness.ts'
import { kernelSizes, sizeName } from './kernelCases.ts'
import { PEAK_ITEM_OPERATIONS } from './kernelSubjects.ts'

/** Least ratio to NumPy in single precision, low-rank, by size. */
const numpyGoals = [80, 18, 7, 1.8, 1.5, 2.2] as const
/** Least share of the multiply-add peak in effective operations, by size: where steps are one network's. */
const peakGoals: Readonly<Record<string, number>> = { '(1024, 10)': 0.5, '(4096, 50)': 0.75, '(16384, 100)': 0.75 }
const middle = sizeName(1024, 10)

/** 4 N P operations a step count as effective, however many a kernel gets by with. */
function shareOfPeak(timings: Timings, neuronCount: number, patternCount: number): number[] {
  const operations = (4 * neuronCount * patternCount) / PEAK_ITEM_OPERATIONS
  const name = `step ${sizeName(neuronCount, patternCount)}`
  return ratios(timings, 'multiply-add peak', name).map((ratio) => operations * ratio)
}

/** Against NumPy, where it was there. */
function againstNumpy(timings: Timings): Figure[] {
  const against = (name: string, goal: number, slow: string, fast: string): Figure =>
    atLeast(name, goal, RATIO, ratios(timings, slow, fast))
  return [
    against(`noisy step ${middle} against dense NumPy`, 850, `noisy dense NumPy ${middle}`, `noisy step ${middle}`),
    against(`step ${middle} against dense NumPy`, 1600, `dense NumPy ${middle}`, `step ${middle}`),
    ...kernelSizes.map((size, k) => {
      const name = sizeName(...size)
      return against(`step ${name} against NumPy`, numpyGoals[k] ?? 1, `NumPy ${name}`, `step ${name}`)
    }),
  ]
}

/** Steps a second for the record, and the ratios that need no NumPy: the goals of both places are the same. */
function ofPlace(place: 'Node' | 'worker', timings: Timings): Figure[] {
  const naive = `naive JavaScript ${middle}`
  const subjects = [
    ...kernelSizes.map((size) => `step ${sizeName(...size)}`),
    `noisy step ${middle}`,
    `plain SIMD ${middle}`,
    `JavaScript kernel ${middle}`,
  ]
  const against = (name: string, goal: number | null, slow: string, fast: string): Figure =>
    atLeast(`${name}, ${place}`, goal, RATIO, ratios(timings, slow, fast))
  return [
    ...subjects.map((subject) => {
      const values = (timings.ms.get(subject) ?? []).map((ms) => 1000 / ms)
      return atLeast(`${subject}, ${place}`, null, '/s', values)
    }),
    against(`step ${middle} against naive JavaScript`, 30, naive, `step ${middle}`),
    against(`noisy step ${middle} against naive JavaScript without noise`, null, naive, `noisy step ${middle}`),
    against(`JavaScript kernel ${middle} against naive`, 5, naive, `JavaScript kernel ${middle}`),
    ...kernelSizes.flatMap((size) => {
      const goal = peakGoals[sizeName(...size)]
      const name = `step ${sizeName(...size)}, operations over the peak, ${place}`
      return goal === undefined ? [] : [atLeast(name, goal, RATIO, shareOfPeak(timings, ...size))]
    }),
    against(`plain SIMD over relaxed ${middle}`, null, `step ${middle}`, `plain SIMD ${middle}`),
  ]
}

/** Figures of the kernels. `hasNumpy`: its subjects were among those of Node; a worker has none. */
export function kernelFiguresOf(inNode: Timings, inWorker: Timings | null, hasNumpy: boolean): Figure[] {
  return [
    ...ofPlace('Node', inNode),
    ...(hasNumpy ? againstNumpy(inNode) : []),
    ...(inWorker ? ofPlace('worker', inWorker) : []),
  ]
}
