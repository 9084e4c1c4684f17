import type { SampleWidth } from '../protocol.ts'

const sampleWidth: SampleWidth = 5

/** Collects samples time by time, and hands them out ball by ball. */
export interface Recorder {
  readonly clear: () => void
  /** A sample of every ball follows, in the order of the balls. */
  readonly beginSample: (time: number) => void
  readonly add: (x1: number, x2: number, energy: number, m1: number, m2: number) => void
  /** All samples as the frame has them, and the recorder is empty. */
  readonly take: (ballCount: number) => { sampleTimes: Float32Array<ArrayBuffer>; samples: Float32Array<ArrayBuffer> }
}

export function createRecorder(): Recorder {
  let times: number[] = []
  let values: number[] = []
  const clear = () => {
    times = []
    values = []
  }
  return {
    clear,
    beginSample(time) {
      times.push(time)
    },
    add(x1, x2, energy, m1, m2) {
      values.push(x1, x2, energy, m1, m2)
    },
    take(ballCount) {
      const sampleCount = times.length
      const samples = new Float32Array(ballCount * sampleCount * sampleWidth)
      for (let k = 0; k < sampleCount; k++) {
        for (let ball = 0; ball < ballCount; ball++) {
          const from = (k * ballCount + ball) * sampleWidth
          const to = (ball * sampleCount + k) * sampleWidth
          for (let c = 0; c < sampleWidth; c++) samples[to + c] = values[from + c]
        }
      }
      const sampleTimes = Float32Array.from(times)
      clear()
      return { sampleTimes, samples }
    },
  }
}
