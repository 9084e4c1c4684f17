import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import type { LaneView, RecallCell } from '../../store/recall/recall.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { laneTitles, learningSentence } from './laneWords.ts'
import type { LaneVerdictNow } from './verdictNews.ts'
import { verdictKey, verdictSentence } from './verdictWords.ts'

/** What the words of a lane show: plain values, so that two readings compare cheaply. */
export interface LaneReading {
  readonly sentence: string
  readonly key: string
  /** It has no weights yet, and has not moved. */
  readonly isLearning: boolean
  readonly isInverted: boolean
  readonly refusal: string | null
  readonly signalToNoise: string | null
  readonly energyRose: boolean
}

/** A memory below this is no hint where a state is going. */
const leastNearest = 0.1

/** The memory with the largest |m| at the newest sample; null before the first one, and where all are near 0. */
export function nearestMemory({
  trace,
}: Pick<LaneView, 'trace'>): { readonly mu: number; readonly overlap: number } | null {
  if (trace.length === 0) return null
  let nearest: { readonly mu: number; readonly overlap: number } | null = null
  for (let mu = 0; mu < trace.patternCount; mu++) {
    const overlap = trace.overlapAt(trace.length - 1, mu)
    if (Math.abs(overlap) >= Math.max(leastNearest, Math.abs(nearest?.overlap ?? 0))) nearest = { mu, overlap }
  }
  return nearest
}

/** The name of pattern μ in the order of the cell. */
export function nameIn(
  cell: Pick<RecallCell, 'memoryIds'>,
  names: ReadonlyMap<number, string>,
): (mu: number) => string {
  return (mu) => names.get(cell.memoryIds[mu] ?? 0) ?? `memory ${mu + 1}`
}

/** The lane in words; null before its first frame. */
export function readLane(cell: RecallCell, kind: LaneKind, names: ReadonlyMap<number, string>): LaneReading | null {
  const lane = cell.lanes.get(kind)
  if (!lane) return null
  const { verdict, isInTwoCycle, recalledAfter, learnedShare, refusal, signalToNoise, energyRose } = lane
  const context = { nameOf: nameIn(cell, names), nearest: nearestMemory(lane), isInTwoCycle, recalledAfter }
  const isLearning = learnedShare !== null
  return {
    sentence: isLearning ? learningSentence(learnedShare) : verdictSentence(verdict, context),
    // The percentages are not announced one by one: that it learns is said once.
    key: isLearning ? 'learning' : verdictKey(verdict, isInTwoCycle),
    isLearning,
    isInverted: !isLearning && verdict.kind === 'memory' && verdict.sign === -1,
    refusal,
    signalToNoise: signalToNoise === null ? null : formatNumber(signalToNoise, 2),
    energyRose,
  }
}

/** All lanes as the announcer needs them. */
export function verdictsNow(
  cell: RecallCell,
  kinds: readonly LaneKind[],
  names: ReadonlyMap<number, string>,
): readonly LaneVerdictNow[] {
  return kinds.flatMap((kind) => {
    const reading = readLane(cell, kind, names)
    if (reading?.refusal !== null) return []
    return [{ kind, key: reading.key, title: laneTitles[kind], sentence: reading.sentence }]
  })
}
