import type { Trace } from '../store/trace.ts'
import { firstSampleAt } from './timeWindow.ts'
import type { TimeWindow } from './timeWindow.ts'

/** From time and value to pixels. */
export interface TraceScale {
  readonly window: TimeWindow
  readonly x: (time: number) => number
  readonly y: (value: number) => number
}

/** Denser than this many samples a pixel, a line is drawn as the range of each pixel column: same picture, less ink. */
const densest = 2

/** Adds one quantity of a trace to the path of a context. */
export function addTrace(
  context: CanvasRenderingContext2D,
  trace: Trace,
  values: Float32Array,
  scale: TraceScale,
): void {
  const { window, x, y } = scale
  // One sample before the window, so that the line comes in from the edge.
  const first = Math.max(0, firstSampleAt(trace, window.from) - 1)
  const count = trace.length - first
  const widthPx = x(window.to) - x(window.from)
  if (count <= densest * widthPx) {
    for (let k = first; k < trace.length; k++) {
      const at = trace.at(k)
      if (k === first) context.moveTo(x(trace.times[at]), y(values[at]))
      else context.lineTo(x(trace.times[at]), y(values[at]))
    }
    return
  }
  let column = Number.NaN
  let low = 0
  let high = 0
  let last = 0
  const flush = () => {
    context.lineTo(column + 0.5, low)
    context.lineTo(column + 0.5, high)
    context.lineTo(column + 0.5, last)
  }
  for (let k = first; k < trace.length; k++) {
    const at = trace.at(k)
    const here = Math.floor(x(trace.times[at]))
    last = y(values[at])
    if (here === column) {
      low = Math.min(low, last)
      high = Math.max(high, last)
      continue
    }
    if (Number.isNaN(column)) context.moveTo(here + 0.5, last)
    else flush()
    column = here
    low = last
    high = last
  }
  flush()
}
