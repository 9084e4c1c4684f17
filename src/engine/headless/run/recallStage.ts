import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import type { RecallEvent, RecallFrameEvent } from '../../recall/protocol.ts'
import { createRecallSession } from '../../recall/session/recallSession.ts'
import { createModelRecord, type ModelRecord } from './modelRecord.ts'
import type { RecallResults, Remark } from './results.ts'
import type { HeadlessTools, Stage } from './stage.ts'
import { createThinning } from './thinning.ts'
import type { TrajectoryWish } from './trajectoryStage.ts'

/** The clock of the session, in ticks of about one sample: short pieces of work. Milliseconds; with `playback.speed` 1 model time is seconds. */
const tickMs = 20
/** The session's stopwatch goes on by this with every look at it. It makes the session work in batches, and the same ones every time. Milliseconds. */
const readingMs = 0.05
/** Times are sums, in single precision. Share of the duration. */
const timeRounding = 1e-6
/** Ticks in a row in which no model got on: the race is stuck. A network may be trained for a while before it starts. */
const mostIdleTicks = 100_000

/** The race of a document, by the session that the lab runs, on a clock that goes as fast as it can follow. */
export function createRecallStage(
  recall: RecallSettings,
  { duration, samples }: TrajectoryWish,
  { createKernel, createBinaryKernel }: Pick<HeadlessTools, 'createKernel' | 'createBinaryKernel'>,
): Stage<RecallResults> {
  let stopwatchMs = 0
  const now = () => (stopwatchMs += readingMs)
  const session = createRecallSession({ createKernel, createBinaryKernel, now, waitsForLearning: true })
  const spacing = samples === null ? 0 : duration / samples
  const latest = duration * (1 + timeRounding)
  const isKept = createThinning(spacing)
  const records = new Map<string, ModelRecord>()
  const remarks: Remark[] = []
  const times: number[] = []
  const places: number[] = []
  const saliency: number[] = []
  let memoryIds: readonly number[] = []
  let nowMs = 0
  let reached = 0
  let idleTicks = 0
  let isSettled = false
  let isDone = false

  function take(frame: RecallFrameEvent) {
    memoryIds = frame.memoryIds
    const isOn = frame.time > reached || times.length === 0
    if (isOn && frame.time <= latest && isKept(frame.time)) {
      times.push(frame.time)
      places.push(frame.inputTime)
      saliency.push(...frame.saliency)
    }
    for (const lane of frame.lanes) {
      const record = records.get(lane.kind)
      if (record === undefined) records.set(lane.kind, createModelRecord(lane, spacing, latest))
      else record.take(lane)
    }
    idleTicks = isOn ? 0 : idleTicks + 1
    reached = frame.time
    isSettled = frame.isSettled
    isDone ||= isSettled || reached >= duration
  }

  function fail(sentence: string) {
    remarks.push({ part: 'recall', kind: 'failed', sentence })
    isDone = true
  }

  function hear(events: readonly RecallEvent[]) {
    for (const event of events) {
      if (event.kind === 'frame') take(event)
      if (event.kind === 'failed') fail(event.sentence)
    }
    if (idleTicks > mostIdleTicks) fail('The race did not get on.')
  }

  return {
    advance() {
      if (isDone) return true
      if (nowMs === 0) {
        hear(session.handle({ kind: 'load', recall: { ...recall, playback: { ...recall.playback, speed: 1 } } }))
        // The first tick only starts the clock.
        hear(session.handle({ kind: 'tick', nowMs }))
      }
      nowMs += tickMs
      if (!isDone) hear(session.handle({ kind: 'tick', nowMs }))
      return isDone
    },
    result() {
      const names = new Map(recall.memories.map(({ id, name }) => [id, name]))
      return {
        seed: recall.noise.seed,
        noise: recall.noise.strength,
        ...recall.size,
        memories: memoryIds.map((id) => ({ id, name: names.get(id) ?? '' })),
        duration,
        isSettled,
        timeline: {
          times: Float64Array.from(times),
          places: Float64Array.from(places),
          saliency: Float32Array.from(saliency),
        },
        models: [...records.values()].map((record) => record.result(memoryIds)),
      }
    },
    share: () => (isDone ? 1 : Math.min(1, reached / duration)),
    remarks: () => remarks,
  }
}
