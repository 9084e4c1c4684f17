import type { EscapeCurve, EscapeTime } from '../../model/phase/density.ts'
import { sans, type TextRun } from '../mathText.ts'

/** Decades of time on show, as exponents of ten. */
export interface DecadeRange {
  readonly low: number
  readonly high: number
}

/** Nobody waits longer than 10⁷ units: longer times leave through the top, unless all are longer. */
const highestExponent = 7
/** Shown at least, so that a line that hardly moves looks like it. */
const leastDecades = 2

/** The decades that hold all these times, as far as they can be waited for. */
export function decadeRange(times: readonly number[]): DecadeRange {
  const finite = times.filter((time) => time > 0 && Number.isFinite(time))
  if (finite.length === 0) return { low: 0, high: leastDecades }
  const lowest = finite.reduce((least, time) => Math.min(least, time), Infinity)
  const highest = finite.reduce((most, time) => Math.max(most, time), 0)
  const low = Math.floor(Math.log10(lowest) + 1e-9)
  const wanted = Math.ceil(Math.log10(highest) - 1e-9)
  const high = Math.min(wanted, Math.max(highestExponent, low + leastDecades))
  return { low, high: Math.max(high, low + leastDecades) }
}

/** Exponents to write beside the axis: all, or every second, third … where they would touch. */
export function decadeTicks({ low, high }: DecadeRange, heightPx: number, leastPx: number): number[] {
  const step = Math.max(1, Math.ceil((leastPx * (high - low)) / Math.max(1, heightPx)))
  const first = Math.ceil(low / step) * step
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, k) => first + k * step)
}

/** 0.1, 1, 10, 100, then powers of ten. */
export function decadeRuns(exponent: number): readonly TextRun[] {
  if (exponent >= -2 && exponent <= 2) return [sans(String(10 ** exponent))]
  return [sans('10'), { text: String(exponent).replace('-', '−'), face: 'sans', script: 'sup' }]
}

/** One way out of a well. */
export type EscapeRoute = Pick<EscapeTime, 'from' | 'to'>

/** All ways out, in the order in which they are listed. */
export const escapeRoutes: readonly EscapeRoute[] = [
  { from: 0, to: 'other' },
  { from: 0, to: 'twin' },
  { from: 1, to: 'other' },
  { from: 1, to: 'twin' },
]

const isRoute = (route: EscapeRoute) => (each: EscapeRoute) => each.from === route.from && each.to === route.to

/** The time of one route at each value of a curve; null where its memory is not stable. */
export function timesOfRoute({ times }: EscapeCurve, route: EscapeRoute): (number | null)[] {
  return times.map((list) => list.find(isRoute(route))?.time ?? null)
}

/** The time of one route at a value between two of the curve, linear in its logarithm; null outside and where there is none. */
export function timeAt(curve: EscapeCurve, route: EscapeRoute, value: number): number | null {
  const { values } = curve
  const next = values.findIndex((each) => each >= value)
  if (next < 0) return null
  const times = timesOfRoute(curve, route)
  const to = times[next]
  if (values[next] === value) return to
  const from = next > 0 ? times[next - 1] : null
  if (from === null || to === null) return null
  if (!Number.isFinite(from) || !Number.isFinite(to)) return Infinity
  const share = (value - values[next - 1]) / (values[next] - values[next - 1])
  return Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
}

/** So many standard errors on either side hold 95 % of a normal distribution. */
const normal95 = 1.96

/** The interval that holds the mean with 95 % confidence; its lower end stays positive on an axis of logarithms. */
export function interval95(mean: number, standardError: number): readonly [number, number] {
  return [Math.max(mean / 100, mean - normal95 * standardError), mean + normal95 * standardError]
}
