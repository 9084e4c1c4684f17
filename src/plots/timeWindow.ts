import type { Trace } from '../store/trace.ts'

/** The part of time on show. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
}

/** Time units that stay on show. */
const longestSpan = 20
/** A run that has just begun already has this much room. */
const shortestSpan = 4

/** From the start while it is less than 20 time units ago, then the last 20. */
export function timeWindow(now: number): TimeWindow {
  return now <= longestSpan ? { from: 0, to: Math.max(shortestSpan, now) } : { from: now - longestSpan, to: now }
}

/** The first sample of a trace at or after a time; its length when there is none. Times ascend along a trace. */
export function firstSampleAt(trace: Pick<Trace, 'length' | 'times' | 'at'>, time: number): number {
  let low = 0
  let high = trace.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (trace.times[trace.at(middle)] < time) low = middle + 1
    else high = middle
  }
  return low
}

/** The largest of the values that a trace holds; -Infinity of an empty one. */
export function highestOf(trace: Pick<Trace, 'length' | 'at'>, values: Float32Array): number {
  let highest = -Infinity
  for (let k = 0; k < trace.length; k++) highest = Math.max(highest, values[trace.at(k)])
  return highest
}
