import type { LaneTrace } from '../../store/recall/recall.ts'

/** The first sample at or after a time; the length of the trace where there is none. Times ascend along a trace. */
export function firstSampleFrom(trace: Pick<LaneTrace, 'length' | 'timeAt'>, time: number): number {
  let low = 0
  let high = trace.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (trace.timeAt(middle) < time) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Indices of the samples from a time on, with the one before it so that a line comes in from the edge; at most about `most`, evenly
 * spread over time, the last one always among them.
 */
export function samplesFrom(trace: Pick<LaneTrace, 'length' | 'timeAt'>, time: number, most: number): number[] {
  const first = Math.max(0, firstSampleFrom(trace, time) - 1)
  const last = trace.length - 1
  if (last < first) return []
  if (last - first < most) return Array.from({ length: last - first + 1 }, (_, k) => first + k)
  // Steps of time on a fixed grid: steps of the index would pick other samples in every frame, and the line would shimmer.
  const step = (trace.timeAt(last) - Math.max(time, trace.timeAt(first))) / most
  const chosen = [first]
  let column = Math.floor(trace.timeAt(first) / step)
  for (let k = first + 1; k < last; k++) {
    const here = Math.floor(trace.timeAt(k) / step)
    if (here === column) continue
    column = here
    chosen.push(k)
  }
  chosen.push(last)
  return chosen
}

/** Of the overlaps on show, those in which the eye is interested. */
export interface LeadOptions {
  readonly most: number
  /** |m| that a memory must have reached. */
  readonly least: number
}

/**
 * The patterns whose |m| was largest at any of these samples, largest first. Over the whole window and not only now: a memory that led a
 * while ago must not lose its colour in the middle of its curve.
 */
export function leadersAmong(
  trace: Pick<LaneTrace, 'patternCount' | 'overlapAt'>,
  samples: readonly number[],
  { most, least }: LeadOptions,
): number[] {
  const peaks: { readonly mu: number; readonly peak: number }[] = []
  for (let mu = 0; mu < trace.patternCount; mu++) {
    let peak = 0
    for (const k of samples) peak = Math.max(peak, Math.abs(trace.overlapAt(k, mu)))
    if (peak >= least) peaks.push({ mu, peak })
  }
  return peaks
    .toSorted((a, b) => b.peak - a.peak || a.mu - b.mu)
    .slice(0, most)
    .map(({ mu }) => mu)
}

/** Lowest and highest energy at these samples, with a little room; [0, 1] where there are none. */
export function energyRange(trace: Pick<LaneTrace, 'energyAt'>, samples: readonly number[]): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const k of samples) {
    const energy = trace.energyAt(k)
    if (!Number.isFinite(energy)) continue
    low = Math.min(low, energy)
    high = Math.max(high, energy)
  }
  if (low > high) return [0, 1]
  const room = Math.max(0.08 * (high - low), 1e-6 * Math.max(1, Math.abs(low), Math.abs(high)))
  return [low - room, high + room]
}
