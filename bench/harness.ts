import { createRandom } from '../src/model/random.ts'
import { createProbe } from './probe.ts'

/** A piece of work to be timed: `run` does it `items` times; `check` compares it with a reference and returns a sentence where it differs. */
export interface Subject {
  readonly name: string
  readonly items: number
  readonly run: () => void
  readonly check: () => string | null
}

/** Median, and the range from the 10th to the 90th percentile. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export interface Options {
  /** How many to time at least: more, where too few of them are steady. */
  readonly rounds: number
  /** Length of one sample of one subject. */
  readonly sampleMs: number
  readonly seed: number
  readonly clock: () => number
}

export interface Timings {
  /** By subject, milliseconds for one item, one number a kept round. */
  readonly ms: ReadonlyMap<string, readonly number[]>
  /** Milliseconds of the probe, one number a kept round: what the processor did for us just then. */
  readonly probeMs: readonly number[]
  readonly droppedRounds: number
  /** Subjects without figures, and why. */
  readonly skipped: readonly string[]
}

/** A round whose probe is slower than the best by more than this saw a busy neighbour. */
const PROBE_TOLERANCE = 0.1

/** The p-th quantile (0 to 1) by linear interpolation. NaN for no values. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0.1), high: quantile(values, 0.9) }
}

/** Per round, how many times longer `slow` took than `fast`. */
export function ratios({ ms }: Timings, slow: string, fast: string): number[] {
  const fastMs = ms.get(fast) ?? []
  return (ms.get(slow) ?? []).map((value, round) => value / (fastMs[round] ?? Number.NaN))
}

/** The values in an order that is as likely as any other (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], uniform: () => number): Value[] {
  return shuffledOrder(values.length, uniform).flatMap((index) => values.slice(index, index + 1))
}

/** The same of 0 … count - 1. */
export function shuffledOrder(count: number, uniform: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const chosen = Math.floor(uniform() * (last + 1))
    ;[order[last], order[chosen]] = [order[chosen] ?? 0, order[last] ?? 0]
  }
  return order
}

/** Samples of a subject before the first that counts: the compiler has then seen enough of it. */
const WARM_UP_SAMPLES = 5

/** How often to run a subject for one sample, found while it warms up. */
function repetitions({ run }: Subject, { sampleMs, clock }: Options): number {
  let count = 1
  for (let sample = 0; sample < WARM_UP_SAMPLES;) {
    const started = clock()
    for (let i = 0; i < count; i++) run()
    const elapsed = clock() - started
    if (elapsed < sampleMs / 2) count *= 2
    else {
      count = Math.max(1, Math.round((count * sampleMs) / elapsed))
      sample++
    }
  }
  return count
}

/** Of all probes of one place, the slowest that still counts as steady. */
export function slowestSteadyProbe(probeMs: readonly number[]): number {
  return Math.min(...probeMs) * (1 + PROBE_TOLERANCE)
}

/** Fewer rounds than this say little: on a busy machine some more are timed until so many were steady, but only so many times as many. */
const LEAST_KEPT = 11
const MOST_OVERTIME = 4

/** Whether another round is to be timed, after `timed` of which `kept` were steady, where `wanted` were asked for. */
export function wantsRound(timed: number, kept: number, wanted: number): boolean {
  return timed < wanted || (kept < Math.min(LEAST_KEPT, wanted) && timed < MOST_OVERTIME * wanted)
}

/** The rounds in which the processor was as fast as in the best one. */
export function steadyRounds<Round extends { probeMs: number }>(rounds: readonly Round[]): Round[] {
  const slowest = slowestSteadyProbe(rounds.map(({ probeMs }) => probeMs))
  return rounds.filter(({ probeMs }) => probeMs <= slowest)
}

function timeOnce(work: () => void, clock: () => number): number {
  const started = clock()
  work()
  return clock() - started
}

/** Subjects that are right, warmed up, and timed one sample at a time. */
export interface Sampler {
  readonly names: readonly string[]
  readonly skipped: readonly string[]
  /** Milliseconds of one probe. */
  readonly probe: () => number
  /** Milliseconds for one item of a subject, as a mean over one sample; NaN for a subject that is not among the names. */
  readonly sample: (name: string) => number
}

/** Checks the subjects, and warms up those that are right. */
export function createSampler(subjects: readonly Subject[], options: Options): Sampler {
  const verdicts = subjects.map((subject) => ({ subject, fault: subject.check() }))
  const right = new Map(
    verdicts
      .filter(({ fault }) => fault === null)
      .map(({ subject }) => [subject.name, { subject, count: repetitions(subject, options) }]),
  )
  const probe = createProbe()
  const sample = (name: string): number => {
    const entry = right.get(name)
    if (!entry) return Number.NaN
    const { subject, count } = entry
    const work = (): void => {
      for (let i = 0; i < count; i++) subject.run()
    }
    return timeOnce(work, options.clock) / count / subject.items
  }
  return {
    names: [...right.keys()],
    skipped: verdicts.flatMap(({ subject, fault }) => (fault === null ? [] : [`${subject.name}: ${fault}`])),
    probe: () => timeOnce(probe, options.clock),
    sample,
  }
}

/**
 * Times subjects against each other: those that are right, in rounds, every round in a new random order and with a probe. Rounds with a
 * slow probe are dropped, and the rest is to be read as ratios within a round.
 */
export function timeSubjects(subjects: readonly Subject[], options: Options): Timings {
  const { names, skipped, probe, sample } = createSampler(subjects, options)
  const random = createRandom(options.seed)
  const rounds: { readonly probeMs: number; readonly ms: ReadonlyMap<string, number> }[] = []
  while (wantsRound(rounds.length, steadyRounds(rounds).length, options.rounds)) {
    const probeMs = probe()
    rounds.push({ probeMs, ms: new Map(shuffled(names, () => random.uniform()).map((name) => [name, sample(name)])) })
  }
  const kept = steadyRounds(rounds)
  return {
    ms: new Map(names.map((name) => [name, kept.map(({ ms }) => ms.get(name) ?? Number.NaN)])),
    probeMs: kept.map(({ probeMs }) => probeMs),
    droppedRounds: rounds.length - kept.length,
    skipped,
  }
}
