import { effectiveScheme, effectiveTimeStep } from '../../../experiment/derive.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { ranges } from '../../../experiment/ranges.ts'
import type { Event, FrameEvent, SampleWidth } from '../../protocol.ts'
import { createSession } from '../../session/session.ts'
import type { BallResults, Remark, TrajectoryResults } from './results.ts'
import type { Stage } from './stage.ts'
import { createThinning } from './thinning.ts'

/** The clock of the session, in ticks that it takes whole. Milliseconds. */
const tickMs = 100
/** Times are sums, in single precision. Share of the duration. */
const timeRounding = 1e-6
const sampleWidth: SampleWidth = 5

export interface TrajectoryWish {
  readonly duration: number
  readonly samples: number | null
}

export interface TrajectoryOutcome {
  readonly trajectories: TrajectoryResults
  readonly energyRose: boolean
}

/** The balls of a document, by the session that the lab runs, on a clock that goes as fast as it can follow. */
export function createTrajectoryStage(
  experiment: Experiment,
  { duration, samples }: TrajectoryWish,
): Stage<TrajectoryOutcome> {
  const session = createSession()
  const isKept = createThinning(samples === null ? 0 : duration / samples)
  const times: number[] = []
  const remarks: Remark[] = []
  let columns: number[][][] = []
  let ids: readonly number[] = []
  let nowMs = 0
  let reached = 0
  let isSettled = false
  let energyRose = false
  let isDone = false

  function take(frame: FrameEvent) {
    ids = frame.ballIds
    if (columns.length === 0) columns = ids.map(() => Array.from({ length: sampleWidth }, () => []))
    const { sampleTimes, samples: values } = frame
    const count = sampleTimes.length - (frame.endsBetweenSamples ? 1 : 0)
    for (let k = 0; k < count; k++) {
      const time = sampleTimes[k]
      if (time > duration * (1 + timeRounding) || !isKept(time)) continue
      times.push(time)
      columns.forEach((column, ball) => {
        const from = (ball * sampleTimes.length + k) * sampleWidth
        column.forEach((list, c) => list.push(values[from + c]))
      })
    }
    reached = frame.time
    isSettled = frame.isSettled
    energyRose ||= frame.energyRose
    isDone ||= isSettled || reached >= duration
  }

  function hear(events: readonly Event[]) {
    for (const event of events) {
      if (event.kind === 'frame') take(event)
      if (event.kind !== 'failed') continue
      remarks.push({ part: 'trajectories', kind: 'failed', sentence: event.sentence })
      isDone = true
    }
  }

  return {
    advance() {
      if (isDone) return true
      if (nowMs === 0) {
        hear(session.handle({ kind: 'load', experiment: inHaste(experiment) }))
        // The first tick only starts the clock.
        hear(session.handle({ kind: 'tick', nowMs }))
      }
      nowMs += tickMs
      if (!isDone) hear(session.handle({ kind: 'tick', nowMs }))
      return isDone
    },
    result: () => ({
      trajectories: {
        seed: experiment.noise.seed,
        noise: experiment.noise.strength,
        scheme: effectiveScheme(experiment),
        timeStep: effectiveTimeStep(experiment),
        duration,
        isSettled,
        times: Float32Array.from(times),
        balls: ids.map((id, ball) => ballResults(id, columns[ball])),
      },
      energyRose,
    }),
    share: () => (isDone ? 1 : Math.min(1, reached / duration)),
    remarks: () => remarks,
  }
}

/** The same balls: neither the speed of the clock nor the particles of the cloud touch them. */
function inHaste(experiment: Experiment): Experiment {
  const { playback, view } = experiment
  return {
    ...experiment,
    playback: { ...playback, speed: ranges.speed.high },
    view: { ...view, phase: { ...view.phase, cloud: false } },
  }
}

function ballResults(id: number, column: readonly number[][]): BallResults {
  const [x1, x2, energy, overlap1, overlap2] = column.map((list) => Float32Array.from(list))
  return { id, x1, x2, energy, overlap1, overlap2 }
}
