import { inputBallId } from '../experiment/derive.ts'

/** The recent trajectory of one ball: a ring of samples in arrays that never move. */
export interface Trace {
  readonly id: number
  /** Its number, or u for the ball that starts at the input. */
  readonly name: string
  readonly capacity: number
  /** Samples held. */
  readonly length: number
  readonly times: Float32Array
  readonly x1: Float32Array
  readonly x2: Float32Array
  readonly energy: Float32Array
  readonly m1: Float32Array
  readonly m2: Float32Array
  /** Where sample k stands in the arrays: k = 0 is the oldest, k = length - 1 the present. */
  readonly at: (k: number) => number
}

/** Numbers of a sample in a frame: x₁, x₂, E, m₁, m₂. */
export const sampleWidth = 5

/** 80 units of model time at one sample every 0.02. */
const traceCapacity = 4000

/** The trace as its writer sees it. */
export interface WritableTrace extends Trace {
  readonly clear: () => void
  /** Appends one sample (5 numbers from `offset`). It replaces a provisional one, and one of the same time. */
  readonly push: (time: number, samples: Float32Array, offset: number, isProvisional: boolean) => void
}

export function createTrace(id: number, capacity: number = traceCapacity): WritableTrace {
  let first = 0
  let length = 0
  let isLastProvisional = false
  const [times, x1, x2, energy, m1, m2] = Array.from({ length: 6 }, () => new Float32Array(capacity)) as Columns
  const at = (k: number) => (first + k) % capacity

  const isNewest = (time: number) => length > 0 && times[at(length - 1)] === Math.fround(time)

  function makeRoom(time: number) {
    // A document that changes while the run is paused gives sample after sample of the same moment: the last one counts.
    if (length > 0 && (isLastProvisional || isNewest(time))) return
    if (length < capacity) length++
    else first = (first + 1) % capacity
  }

  return {
    id,
    name: id === inputBallId ? 'u' : String(id),
    capacity,
    get length() {
      return length
    },
    times,
    x1,
    x2,
    energy,
    m1,
    m2,
    at,
    clear() {
      first = 0
      length = 0
      isLastProvisional = false
    },
    push(time, samples, offset, isProvisional) {
      // Less than single precision after a regular sample: it would only make that one provisional.
      if (isProvisional && !isLastProvisional && isNewest(time)) return
      makeRoom(time)
      const k = at(length - 1)
      times[k] = time
      x1[k] = samples[offset]
      x2[k] = samples[offset + 1]
      energy[k] = samples[offset + 2]
      m1[k] = samples[offset + 3]
      m2[k] = samples[offset + 4]
      isLastProvisional = isProvisional
    },
  }
}

type Columns = [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array]
