import type { LaneTrace } from './recall.ts'

/** 200 units of model time at one sample every 0.05. With 128 memories a lane then holds 2 MB. */
const traceCapacity = 4000
/** A trace has room for a few more patterns, so that one memory more or less needs no new arrays: megabytes, for three lanes at once. */
const roomStep = 16

/** The trace as its writer sees it. */
export interface WritableLaneTrace extends LaneTrace {
  readonly clear: () => void
  /** Whether the arrays serve so many patterns, and are not far too large for them. */
  readonly suits: (patternCount: number) => boolean
  /** Empty again, for so many patterns, which it must suit. */
  readonly begin: (patternCount: number) => void
  /** Appends sample k of S: overlaps from row k of `overlaps` (S x P). It replaces a provisional one, and one of the same time. */
  readonly push: (time: number, energy: number, overlaps: Float32Array, k: number, isProvisional: boolean) => void
}

/** A ring of samples in arrays that never move: old ones give way to new ones. */
export function createLaneTrace(patternCount: number, capacity: number = traceCapacity): WritableLaneTrace {
  const times = new Float64Array(capacity)
  const energies = new Float32Array(capacity)
  const room = roomStep * Math.ceil(Math.max(1, patternCount) / roomStep)
  const overlaps = new Float32Array(capacity * room)
  let width = patternCount
  let first = 0
  let length = 0
  let isLastProvisional = false
  const at = (k: number) => (first + k) % capacity
  const isNewest = (time: number) => length > 0 && times[at(length - 1)] === time

  function makeRoom(time: number) {
    // A document that changes while the run is paused gives sample after sample of the same moment: the last one counts.
    if (length > 0 && (isLastProvisional || isNewest(time))) return
    if (length < capacity) length++
    else first = (first + 1) % capacity
  }

  function clear() {
    first = 0
    length = 0
    isLastProvisional = false
  }

  return {
    get patternCount() {
      return width
    },
    get length() {
      return length
    },
    timeAt: (k) => times[at(k)],
    energyAt: (k) => energies[at(k)],
    overlapAt: (k, mu) => overlaps[at(k) * width + mu],
    clear,
    suits: (count) => count <= room && room <= 2 * (count + roomStep),
    begin(count) {
      width = count
      clear()
    },
    push(time, energy, source, k, isProvisional) {
      if (isProvisional && !isLastProvisional && isNewest(time)) return
      makeRoom(time)
      const to = at(length - 1)
      times[to] = time
      energies[to] = energy
      for (let mu = 0; mu < width; mu++) overlaps[to * width + mu] = source[k * width + mu]
      isLastProvisional = isProvisional
    },
  }
}
