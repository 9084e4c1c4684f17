import { quantile, ratios, type Spread, spread, type Timings } from './harness.ts'

/** What is measured, beside what was aimed at. */
export interface Figure {
  readonly name: string
  readonly unit: string
  /** Null for a figure that is told for the record. */
  readonly goal: number | null
  /** The goal is the least value rather than the most. */
  readonly isFloor: boolean
  readonly spread: Spread
}

/** What was measured on the page; each a list of samples. */
export interface PageFigures {
  readonly version: string
  readonly latencyMs: readonly number[]
  /** The same in a large window, where the picture has three times as many pixels. */
  readonly largeLatencyMs: readonly number[]
  readonly updatingFps: readonly number[]
  readonly orbitingFps: readonly number[]
  readonly scriptMs: readonly number[]
  readonly idlePercent: readonly number[]
  readonly blankPercent: readonly number[]
  readonly firstSurfaceMs: readonly number[]
}

export interface Gate {
  readonly name: string
  readonly isOk: boolean
}

/** Share of a ratio's goal below which CI fails. */
export const gateShare = 0.6

/** Times within one round over each other. Only these are gated. */
export const RATIO = 'x'

export function atMost(name: string, goal: number | null, unit: string, values: readonly number[]): Figure {
  return { name, goal, unit, isFloor: false, spread: spread(values) }
}

export function atLeast(name: string, goal: number | null, unit: string, values: readonly number[]): Figure {
  return { name, goal, unit, isFloor: true, spread: spread(values) }
}

/** The goals of both places are the same but for the landscape: what counts is the worker, which draws it. */
function ofMathematics(place: 'Node' | 'worker', timings: Timings): Figure[] {
  const ms = (name: string): readonly number[] => timings.ms.get(name) ?? []
  const landscapeRatios = ratios(timings, 'landscape 129², point by point', 'landscape 129²')
  const equilibriaRatios = ratios(timings, 'all equilibria, Newton from a grid', 'all equilibria')
  return [
    atMost(`landscape 129², ${place}`, place === 'worker' ? 0.05 : null, 'ms', ms('landscape 129²')),
    atLeast(`landscape 129² against point by point, ${place}`, 17, RATIO, landscapeRatios),
    atMost(`all equilibria, ${place}`, 0.5, 'ms', ms('all equilibria')),
    atLeast(`all equilibria against Newton from a grid, ${place}`, 10, RATIO, equilibriaRatios),
  ]
}

export function figuresOf(inNode: Timings, inWorker: Timings | null, page: PageFigures | null): Figure[] {
  const figures = ofMathematics('Node', inNode)
  if (inWorker) figures.push(...ofMathematics('worker', inWorker))
  if (!page) return figures
  const blank = quantile(page.blankPercent, 0.5)
  const latency = atMost('slider to surface, p50', 60, 'ms', page.latencyMs)
  const lateLatency = { ...latency.spread, median: quantile(page.latencyMs, 0.95) }
  const idle = page.idlePercent.map((value) => value - blank)
  const ofPage = [
    latency,
    { ...latency, name: 'slider to surface, p95', goal: 90, spread: lateLatency },
    { ...latency, name: 'slider to surface, window of 1440 x 900', goal: null, spread: spread(page.largeLatencyMs) },
    atLeast('frames a second, landscape updating', null, '/s', page.updatingFps),
    atLeast('frames a second, orbiting', null, '/s', page.orbitingFps),
    atMost('script time a frame, landscape updating', 4, 'ms', page.scriptMs),
    atMost('processor at rest, above a blank page', 1, '%', idle),
    atMost('navigation to first surface, cold', 1200, 'ms', page.firstSurfaceMs),
  ]
  // What cannot be measured on this system has no row.
  return [...figures, ...ofPage.filter((figure) => !Number.isNaN(figure.spread.median))]
}

/** Whether a figure reaches a share of its goal; one without a goal always does. */
export function reaches({ goal, isFloor, spread: { median } }: Figure, share = 1): boolean {
  if (goal === null) return true
  return isFloor ? median >= goal * share : median <= goal / share
}

/** Ratios only, and one gate for each subject that was wrong. */
export function gatesOf(figures: readonly Figure[], skipped: readonly string[]): Gate[] {
  const ofRatios = figures
    .filter(({ unit }) => unit === RATIO)
    .map((figure) => ({ name: figure.name, isOk: reaches(figure, gateShare) }))
  return [...ofRatios, ...skipped.map((sentence) => ({ name: `right: ${sentence}`, isOk: false }))]
}

/** Three digits, whatever the size. */
const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

export function formatFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length)) + 2
  const rows = figures.map((figure) => {
    const { name, unit, goal, isFloor } = figure
    const { median, low, high } = figure.spread
    const wanted = goal === null ? '–' : `${isFloor ? '≥' : '≤'} ${goal} ${unit}`
    const verdict = goal === null ? '' : reaches(figure) ? 'ok' : 'missed'
    const measured = `${short(median)} ${unit}`.padStart(12)
    return `${name.padEnd(width)}${wanted.padStart(12)}${measured}${`${short(low)} … ${short(high)}`.padStart(20)}  ${verdict}`.trimEnd()
  })
  return [
    `${''.padEnd(width)}${'goal'.padStart(12)}${'measured'.padStart(12)}${'10 … 90 %'.padStart(20)}`,
    ...rows,
  ].join('\n')
}
