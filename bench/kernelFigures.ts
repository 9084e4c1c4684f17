import { atLeast, type Figure, RATIO, workerOverNode } from './figures.ts'
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

/** Steps a second, told for the record. */
function rate(timings: Timings, subject: string): Figure {
  const values = (timings.ms.get(subject) ?? []).map((ms) => 1000 / ms)
  return atLeast(`${subject}, Node`, null, '/s', values)
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

/** Figures of the kernels. `hasNumpy`: its subjects were among those of Node. */
export function kernelFiguresOf(inNode: Timings, inWorker: Timings | null, hasNumpy: boolean): Figure[] {
  const naive = `naive JavaScript ${middle}`
  const rates = [
    ...kernelSizes.map((size) => `step ${sizeName(...size)}`),
    `noisy step ${middle}`,
    `plain SIMD ${middle}`,
  ]
  return [
    ...rates.map((subject) => rate(inNode, subject)),
    ...(hasNumpy ? againstNumpy(inNode) : []),
    atLeast(`step ${middle} against naive JavaScript`, 30, RATIO, ratios(inNode, naive, `step ${middle}`)),
    atLeast(
      `JavaScript kernel ${middle} against naive`,
      5,
      RATIO,
      ratios(inNode, naive, `JavaScript kernel ${middle}`),
    ),
    ...kernelSizes.flatMap((size) => {
      const goal = peakGoals[sizeName(...size)]
      const name = `step ${sizeName(...size)}, operations over the peak`
      return goal === undefined ? [] : [atLeast(name, goal, RATIO, shareOfPeak(inNode, ...size))]
    }),
    atLeast(`plain SIMD over relaxed ${middle}`, null, RATIO, ratios(inNode, `step ${middle}`, `plain SIMD ${middle}`)),
    ...(inWorker
      ? kernelSizes.slice(2, 4).map((size) => workerOverNode(`step ${sizeName(...size)}`, inNode, inWorker))
      : []),
  ]
}
