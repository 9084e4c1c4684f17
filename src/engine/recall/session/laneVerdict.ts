import { judge, RECALLED_OVERLAP_IN_NOISE, type Verdict } from '../../../model/verdict.ts'

/** Under noise the overlaps of so much model time are taken together, and a state watched for so long counts as steady. */
const noiseMemory = 1
const steadyAfter = 4
/** When another memory leads in the input, what was seen before says little: for a while so much model time, growing by a share of what passes. */
const shortestMemory = 0.1
const memoryGrowth = 0.2
/** Another memory leads when it is this much more salient than the last leader: near a tie the window is not cut again and again. No unit. */
const leadToChange = 1.05

/** Judges a lane sample by sample. */
export interface LaneJudge {
  readonly begin: (time: number) => void
  /** A sample. `activity`: |ψ|/√N. */
  readonly see: (sample: {
    readonly time: number
    readonly overlaps: Float32Array
    /** α(u) now, P; null where there is no noise, and so no window. */
    readonly saliency: ArrayLike<number> | null
    readonly gram: Float64Array
    readonly activity: number
    readonly isAtRest: boolean
    readonly isNoisy: boolean
    /** Whether some memory would hold without noise. */
    readonly holdsMemory?: () => boolean
    /** Model time at which the input that acts on the state last changed; null where it was only the start. */
    readonly inputSince: number | null
  }) => void
  readonly verdict: () => Verdict
  /**
   * Model time that the memory of the verdict took: from `begin`, or a later change of the input before it, until its |m| rose to `level`, as sampled, with
   * noise or without; until the verdict where it has not. Null for other verdicts.
   */
  readonly recalledAfter: () => number | null
}

/** `level`: of |m|, from which a memory counts as reached. */
export function createLaneJudge(level: number = RECALLED_OVERLAP_IN_NOISE): LaneJudge {
  let verdict: Verdict = { kind: 'moving' }
  let beginTime = 0
  let recalledAfter: number | null = null
  let means = new Float64Array(0)
  /** Since when |m| of each memory has been above the level, by the samples; NaN where it is not. */
  let aboveSince = new Float64Array(0)
  /** `recalledAfter` is the time of a crossing, not only that of the verdict. */
  let hasCrossed = false
  /** From when it counts: the change of the input before the memory was recalled. */
  let countsFrom = 0
  /** When the run began, or last another memory came to lead in the input. */
  let turnTime = 0
  let hasTurned = false
  let leader: number | null = null
  let lastTime = 0

  function followLeader(saliency: ArrayLike<number>, time: number) {
    const next = nextLeader(saliency, leader)
    if (leader !== null && next !== leader) {
      turnTime = time
      hasTurned = true
    }
    leader = next
  }

  return {
    begin(time) {
      verdict = { kind: 'moving' }
      beginTime = time
      recalledAfter = null
      hasCrossed = false
      means = new Float64Array(0)
      turnTime = time
      hasTurned = false
      leader = null
      lastTime = time
    },
    see({ time, overlaps, saliency, gram, activity, isAtRest, isNoisy, holdsMemory, inputSince }) {
      const isFirst = means.length !== overlaps.length
      if (isFirst) {
        means = Float64Array.from(overlaps)
        aboveSince = new Float64Array(means.length).fill(Number.NaN)
      }
      for (let mu = 0; mu < means.length; mu++) {
        if (Math.abs(overlaps[mu]) < level) aboveSince[mu] = Number.NaN
        else if (Number.isNaN(aboveSince[mu])) aboveSince[mu] = time
      }
      if (saliency !== null) followLeader(saliency, time)
      const since = time - turnTime
      const memory = hasTurned ? Math.min(noiseMemory, shortestMemory + memoryGrowth * since) : noiseMemory
      const share = isNoisy && !isFirst ? 1 - Math.exp(-(time - lastTime) / memory) : 1
      for (let mu = 0; mu < means.length; mu++) means[mu] += share * (overlaps[mu] - means[mu])
      lastTime = time
      const isSteady = isNoisy ? since >= steadyAfter : isAtRest
      const previous = verdict.kind === 'memory' && verdict.mu >= means.length ? null : verdict
      verdict = judge({ overlaps: means, gram, activity, isAtRest: isSteady, isNoisy, holdsMemory, time, previous })
      if (verdict.kind !== 'memory') {
        recalledAfter = null
        return
      }
      const isNew = recalledAfter === null || verdict.since === time
      const crossing = aboveSince[verdict.mu]
      // A memory that stays through a change of the input was not recalled by it.
      if (isNew) countsFrom = Math.max(beginTime, inputSince ?? beginTime)
      if (isNew || (!hasCrossed && crossing >= 0)) {
        hasCrossed = crossing >= 0
        recalledAfter = Math.max(0, (hasCrossed ? crossing : time) - countsFrom)
      }
    },
    verdict: () => verdict,
    recalledAfter: () => recalledAfter,
  }
}

/** The memory with the largest |α|; the last leader as long as it is about as salient. */
function nextLeader(saliency: ArrayLike<number>, leader: number | null): number {
  let best = 0
  for (let mu = 1; mu < saliency.length; mu++) if (Math.abs(saliency[mu]) > Math.abs(saliency[best])) best = mu
  const isHeld =
    leader !== null && leader < saliency.length && Math.abs(saliency[best]) <= leadToChange * Math.abs(saliency[leader])
  return isHeld ? leader : best
}
