import type { LaneKind } from '../../../experiment/recall/recallSettings.ts'
import type { Verdict } from '../../../model/verdict.ts'
import type { LaneFrame } from '../../recall/protocol.ts'
import type { ModelResults, VerdictResults } from './results.ts'
import { createThinning } from './thinning.ts'

/** Collects what the frames say of one model of the race. */
export interface ModelRecord {
  readonly take: (frame: LaneFrame) => void
  readonly result: (memoryIds: readonly number[]) => ModelResults
}

/** Samples between the regular ones are left out: the session tells them by a straight line. `latest`: the samples up to this time are kept. */
export function createModelRecord(first: LaneFrame, spacing: number, latest: number): ModelRecord {
  const kind: LaneKind = first.kind
  const isKept = createThinning(spacing)
  const times: number[] = []
  const energies: number[] = []
  const overlaps: number[] = []
  let last = first

  function take(frame: LaneFrame) {
    last = frame
    const { sampleTimes } = frame
    const patternCount = sampleTimes.length === 0 ? 0 : frame.overlaps.length / sampleTimes.length
    const count = sampleTimes.length - (frame.endsBetweenSamples ? 1 : 0)
    for (let k = 0; k < count; k++) {
      if (sampleTimes[k] > latest || !isKept(sampleTimes[k])) continue
      times.push(sampleTimes[k])
      energies.push(frame.energies[k])
      for (let mu = 0; mu < patternCount; mu++) overlaps.push(frame.overlaps[k * patternCount + mu])
    }
  }

  take(first)
  return {
    take,
    result: (memoryIds) => ({
      kind,
      kernel: last.flavour ?? 'none',
      times: Float32Array.from(times),
      overlaps: Float32Array.from(overlaps),
      energies: Float32Array.from(energies),
      verdict: verdictResults(last.verdict, memoryIds),
      settledTime: last.settledTime,
      energyRose: last.energyRose,
      isInTwoCycle: last.isInTwoCycle,
      finalPixels: last.pixels,
      refusal: last.refusal,
    }),
  }
}

function verdictResults(verdict: Verdict, memoryIds: readonly number[]): VerdictResults {
  const { kind } = verdict
  switch (kind) {
    case 'moving':
    case 'nothing':
      return { kind, memories: [], overlaps: [], since: null }
    case 'memory':
      return { kind, memories: [memoryIds[verdict.mu]], overlaps: [verdict.overlap], since: verdict.since }
    case 'mixture':
      return { kind, memories: verdict.mus.map((mu) => memoryIds[mu]), overlaps: verdict.overlaps, since: null }
    case 'spurious':
      return { kind, memories: [memoryIds[verdict.mu]], overlaps: [verdict.overlap], since: null }
    default:
      return kind satisfies never
  }
}
