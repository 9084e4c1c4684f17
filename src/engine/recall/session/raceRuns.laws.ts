import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createBinaryKernel } from '../../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../../kernel/wasm/createKernel.ts'
import type { Verdict } from '../../../model/verdict.ts'
import { createTestSession, laneOf, lastOverlap } from './recallExamples.laws.ts'

// Whole runs of a document as a visitor has them: the session, with the kernels that come with the page.

/** Units of model time in a second of the clock. */
const speed = 10
/** The session counts no more for a tick. */
const longestTickMs = 100
const millisecondsPerSecond = 1000
/** Of sums of model time. */
const timeRounding = 1e-9

/** Overlaps m (P), for each of the times asked for. */
export type OverlapsInTime = readonly (readonly number[])[]

/**
 * A session that holds these lanes of the document, with the reproducible kernel: the same bits on every machine that has WebAssembly SIMD.
 * `seed`: of start and noise; that of the document by default.
 */
function beginRace(recall: RecallSettings, lanes: readonly LaneKind[], seed: number) {
  const session = createTestSession({ createKernel, createBinaryKernel })
  const frame = session.load({
    ...recall,
    lanes,
    noise: { ...recall.noise, seed },
    integration: { ...recall.integration, kernel: 'reproducible' },
    playback: { speed },
  })
  return { session, frame }
}

/** The models that race, the saliencies (P), and the kernel of each model, as they are at the start. */
export function raceAtStart(recall: RecallSettings, lanes: readonly LaneKind[]) {
  const { frame } = beginRace(recall, lanes, recall.noise.seed)
  return { saliency: [...frame.saliency], flavours: frame.lanes.map((lane) => lane.flavour) }
}

/**
 * Overlaps of each of these lanes at the ascending `times` (model time), in the order of the lanes. A race that comes to rest stays as it is
 * until the last time.
 */
export function raceOverlaps(
  recall: RecallSettings,
  lanes: readonly LaneKind[],
  times: readonly number[],
  seed = recall.noise.seed,
): readonly OverlapsInTime[] {
  const race = beginRace(recall, lanes, seed)
  let { frame } = race
  const found: number[][][] = lanes.map(() => [])
  race.session.tick(0)
  for (const time of times) {
    while (frame.time < time - timeRounding && !frame.isSettled) {
      const neededMs = ((time - frame.time) / speed) * millisecondsPerSecond
      frame = race.session.tick(Math.min(longestTickMs, neededMs))
    }
    lanes.forEach((kind, k) => found[k].push(frame.memoryIds.map((_, mu) => lastOverlap(frame, kind, mu))))
  }
  return found
}

/** What one lane recalls at one time. */
export function verdictAt(recall: RecallSettings, lane: LaneKind, time: number, seed = recall.noise.seed): Verdict {
  const { session } = beginRace(recall, [lane], seed)
  let frame = session.tick(0)
  while (frame.time < time - timeRounding && !frame.isSettled) frame = session.tick(longestTickMs)
  return laneOf(frame, lane).verdict
}

/** Overlaps of one lane at one time. */
export function overlapsAt(recall: RecallSettings, lane: LaneKind, time: number, seed?: number): readonly number[] {
  return raceOverlaps(recall, [lane], [time], seed)[0][0]
}
