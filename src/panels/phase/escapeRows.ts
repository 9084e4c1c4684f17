import type { EscapeTime } from '../../model/phase/density.ts'
import type { Stopwatch } from '../../model/phase/stopwatch.ts'
import { formatNumber } from '../../ui/formatNumber.ts'

/** One way out of a well: what the backward operator says, and what the stopwatch has measured. */
export interface EscapeRow {
  readonly from: 0 | 1
  readonly to: 'other' | 'twin'
  readonly computed: string
  readonly measured: string
}

/** Beyond this a time is only said to be longer: nobody watches it, and its last digits mean nothing. */
const longestTime = 1e6
/** Escapes from which on the estimate is nearly normal, and no longer that of the first, too early glances. */
const fewestEscapes = 30
/** Of the normal distribution: 95 % lie within so many standard errors. */
const errorsOf95 = 1.96
/** Groups of three digits, with a space that does not break. */
function grouped(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')
}

export function timeText(time: number): string {
  return time > longestTime ? `longer than ${grouped(longestTime)}` : formatNumber(time)
}

/** '5.84 ± 0.11', as many decimals as the interval has meaning. */
export function measuredText(watch: Stopwatch | undefined): string {
  if (watch === undefined || watch.exposure === 0) return '–'
  const { escapes, meanTime, standardError } = watch
  if (escapes === 0) return 'none yet'
  if (!Number.isFinite(meanTime)) return 'too early'
  if (escapes < fewestEscapes) return `about ${formatNumber(meanTime, 2)}`
  const interval = errorsOf95 * standardError
  const decimals = Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(interval))))
  return `${meanTime.toFixed(decimals)} ± ${interval.toFixed(decimals)}`
}

/** Computed and measured times side by side; a memory without a well has no row. */
export function escapeRows(times: readonly EscapeTime[], watches: readonly Stopwatch[]): EscapeRow[] {
  return times.map(({ from, to, time }) => ({
    from,
    to,
    computed: timeText(time),
    measured: measuredText(watches.find((watch) => watch.from === from && watch.to === to)),
  }))
}
