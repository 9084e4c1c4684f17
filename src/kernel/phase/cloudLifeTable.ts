import type { Stopwatch } from '../../model/phase/stopwatch.ts'

/** Ages are counted in bins whose edges grow by this ratio, from the first edge on. */
const EDGE_RATIO = Math.SQRT2
const FIRST_EDGE = 0.1
const BIN_COUNT = 60
/** Bins with fewer escapes are taken together with older ones: a rate from fewer is mostly chance. */
const LEAST_ESCAPES = 20

/** How long things last of which some still go on. */
export interface LifeTable {
  clear(): void
  /** Something ended at this age. */
  add(age: number): void
  /** With the ages of those that still go on. */
  read(ages: readonly number[]): LifeReading
}

/** `oldest`: the greatest age that was seen. */
export type LifeReading = Pick<Stopwatch, 'escapes' | 'exposure' | 'meanTime' | 'standardError'> & {
  readonly oldest: number
}

/** From which age on, for how long, how often it ended, and for how long it was looked at. */
interface Bin {
  readonly width: number
  escapes: number
  exposure: number
}

/**
 * The mean of durations that are partly unfinished, as actuaries find it: the rate of ending r_k is taken as constant within bins of age,
 * r_k = endings/exposure, the share that is left falls as S' = −r S, and the mean is ∫₀^∞ S, with the last rate kept for ever.
 *
 * With one bin it is exposure/endings, which is right for a constant rate only; a way to the twin that leads through another well begins with
 * a rate of nearly 0, and may leave many stuck for long. The standard error by propagation of those of the rates, r_k/√endings.
 */
export function createLifeTable(): LifeTable {
  const counts = new Float64Array(BIN_COUNT)
  const sums = new Float64Array(BIN_COUNT)
  let oldestEnded = 0
  return {
    clear() {
      counts.fill(0)
      sums.fill(0)
      oldestEnded = 0
    },
    add(age) {
      const bin = binOf(age)
      oldestEnded = Math.max(oldestEnded, age)
      counts[bin]++
      sums[bin] += age
    },
    read(ages) {
      const bins = binsOf(counts, sums, ages)
      const escapes = counts.reduce((sum, count) => sum + count, 0)
      const exposure = bins.reduce((sum, bin) => sum + bin.exposure, 0)
      const oldest = ages.reduce((most, age) => Math.max(most, age), oldestEnded)
      if (escapes === 0) return { escapes, exposure, meanTime: Infinity, standardError: Infinity, oldest }
      return { escapes, exposure, ...meanOf(joined(bins)), oldest }
    },
  }
}

function binOf(age: number): number {
  if (!(age > FIRST_EDGE)) return 0
  return Math.min(BIN_COUNT - 1, 1 + Math.floor(Math.log(age / FIRST_EDGE) / Math.log(EDGE_RATIO)))
}

const lowerEdge = (bin: number): number => (bin === 0 ? 0 : FIRST_EDGE * EDGE_RATIO ** (bin - 1))

function binsOf(counts: Float64Array, sums: Float64Array, ages: readonly number[]): Bin[] {
  const running = new Float64Array(BIN_COUNT)
  const runningSums = new Float64Array(BIN_COUNT)
  for (const age of ages) {
    const bin = binOf(age)
    running[bin]++
    runningSums[bin] += age
  }
  const bins: Bin[] = []
  let older = 0
  for (let bin = BIN_COUNT - 1; bin >= 0; bin--) {
    const edge = lowerEdge(bin)
    const width = lowerEdge(bin + 1) - edge
    const here = counts[bin] + running[bin]
    bins[bin] = { width, escapes: counts[bin], exposure: sums[bin] + runningSums[bin] - here * edge + older * width }
    older += here
  }
  return bins
}

/** From the youngest on, bins with too few escapes are joined with the next; what is left at the end, with the last. */
function joined(bins: readonly Bin[]): Bin[] {
  const out: { width: number; escapes: number; exposure: number }[] = []
  for (const bin of bins) {
    const last = out.at(-1)
    if (last === undefined || last.escapes >= LEAST_ESCAPES) out.push({ ...bin })
    else {
      last.width += bin.width
      last.escapes += bin.escapes
      last.exposure += bin.exposure
    }
  }
  const last = out.at(-1)
  const before = out.at(-2)
  if (last === undefined || before === undefined || last.escapes >= LEAST_ESCAPES) return out
  before.width += last.width
  before.escapes += last.escapes
  before.exposure += last.exposure
  return out.slice(0, -1)
}

function meanOf(bins: readonly Bin[]): { meanTime: number; standardError: number } {
  // From the oldest bin back: the mean time that is left at its beginning, and its variance.
  let left = 0
  let variance = 0
  for (let k = bins.length - 1; k >= 0; k--) {
    const { width, escapes, exposure } = bins[k]
    const rate = escapes / exposure
    const isLast = k === bins.length - 1
    const survival = isLast ? 0 : Math.exp(-rate * width)
    // ∫ S over the bin, and minus its derivative by the rate together with that of what comes after.
    const within = (1 - survival) / rate
    const slope = (within - width * survival) / rate + width * survival * left
    left = within + survival * left
    variance = (slope * slope * rate * rate) / escapes + survival * survival * variance
  }
  return { meanTime: left, standardError: Math.sqrt(variance) }
}
