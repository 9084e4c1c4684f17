/** What was seen of a lane at one time. */
interface Sample {
  readonly time: number
  readonly energy: number
  readonly overlaps: Float32Array
  /** (y₊, y₋), energy of the slice there, distance: of the lane of the slice, else null. */
  readonly projection: Float32Array | null
}

/** Samples as a frame has them. */
export interface RecordedSamples {
  readonly sampleTimes: Float32Array<ArrayBuffer>
  readonly overlaps: Float32Array<ArrayBuffer>
  readonly energies: Float32Array<ArrayBuffer>
  readonly projections: Float32Array<ArrayBuffer> | null
  readonly endsBetweenSamples: boolean
}

/** Numbers of a projection. */
export const projectionWidth = 4

/**
 * Collects the samples of a lane. The run is ahead of what is shown by up to one sample, so that the moment shown lies between two known ones
 * and is told by a straight line between them, whatever the clock says; the steps of the run are never cut short for a frame.
 */
export interface LaneRecord {
  /** What was collected is void: a lane begins, or goes on under other conditions. */
  readonly clear: () => void
  /** Copies what it is given. */
  readonly add: (time: number, energy: number, overlaps: Float32Array, projection: Float32Array | null) => void
  /** The plane is another: samples not taken yet, and the last one, stand there. */
  readonly setProjection: (projection: Float32Array | null) => void
  /** All samples up to the time shown that have not been taken, and the time shown itself. */
  readonly take: (shownTime: number, patternCount: number) => RecordedSamples
}

/** Sums of time steps differ by rounding. */
const timeRounding = 1e-9

export function createLaneRecord(): LaneRecord {
  let waiting: Sample[] = []
  let last: Sample | null = null
  return {
    clear() {
      waiting = []
      last = null
    },
    add(time, energy, overlaps, projection) {
      waiting.push({ time, energy, overlaps: overlaps.slice(), projection: projection?.slice() ?? null })
    },
    setProjection(projection) {
      waiting = waiting.map((sample) => ({ ...sample, projection }))
      last = last && { ...last, projection }
    },
    take(shownTime, patternCount) {
      const ready = waiting.filter((sample) => sample.time <= shownTime + timeRounding)
      waiting = waiting.slice(ready.length)
      last = ready.at(-1) ?? last
      const endsBetweenSamples = last !== null && shownTime > last.time + timeRounding
      if (last !== null && endsBetweenSamples) ready.push(between(last, waiting[0] ?? last, shownTime))
      return { ...pack(ready, patternCount), endsBetweenSamples }
    },
  }
}

/** The straight line from one sample to the next. */
function between(a: Sample, b: Sample, time: number): Sample {
  const share = b === a ? 0 : Math.min(1, (time - a.time) / (b.time - a.time))
  const mix = (from: Float32Array, to: Float32Array) => from.map((value, k) => value + share * (to[k] - value))
  return {
    time,
    energy: a.energy + share * (b.energy - a.energy),
    overlaps: mix(a.overlaps, b.overlaps),
    projection: a.projection === null || b.projection === null ? a.projection : mix(a.projection, b.projection),
  }
}

function pack(samples: readonly Sample[], patternCount: number): Omit<RecordedSamples, 'endsBetweenSamples'> {
  const count = samples.length
  const sampleTimes = new Float32Array(count)
  const energies = new Float32Array(count)
  const overlaps = new Float32Array(count * patternCount)
  const hasProjections = count > 0 && samples.every((sample) => sample.projection !== null)
  const projections = hasProjections ? new Float32Array(count * projectionWidth) : null
  samples.forEach((sample, k) => {
    sampleTimes[k] = sample.time
    energies[k] = sample.energy
    overlaps.set(sample.overlaps, k * patternCount)
    if (sample.projection !== null) projections?.set(sample.projection, k * projectionWidth)
  })
  return { sampleTimes, energies, overlaps, projections }
}
