import { createRandom } from '../src/model/random.ts'
import { type Options, type Sampler, shuffled, slowestSteadyProbe, type Timings, wantsRound } from './harness.ts'

// Two programs in the same rounds. All of the one and, minutes later, all of the other would be figures of two machines.

/** A sampler, here or in another program, which answers later. */
export interface Place extends Pick<Sampler, 'names' | 'skipped'> {
  readonly probe: () => number | Promise<number>
  readonly sample: (name: string) => number | Promise<number>
}

/** One of each: of Node, and of a worker of Chromium. */
interface Both<Value> {
  readonly node: Value
  readonly worker: Value
}

interface SharedRound {
  readonly probeMs: Both<number>
  /** By subject. */
  readonly ms: ReadonlyMap<string, Both<number>>
}

/** Asks one place and, when it has answered, the other: they never work at once. Which is first is drawn. */
async function askBoth(
  places: Both<Place>,
  ask: (place: Place) => number | Promise<number>,
  uniform: () => number,
): Promise<Both<number>> {
  const answers = { node: Number.NaN, worker: Number.NaN }
  for (const key of shuffled(['node', 'worker'] as const, uniform)) answers[key] = await ask(places[key])
  return answers
}

async function timeRound(places: Both<Place>, names: readonly string[], uniform: () => number): Promise<SharedRound> {
  const probeMs = await askBoth(places, ({ probe }) => probe(), uniform)
  const ms = new Map<string, Both<number>>()
  for (const name of shuffled(names, uniform)) {
    ms.set(name, await askBoth(places, ({ sample }) => sample(name), uniform))
  }
  return { probeMs, ms }
}

/** The rounds in which both places were steady, each by its own best probe: the probes of two compilers are not the same work. */
function steadyInBoth(rounds: readonly SharedRound[]): SharedRound[] {
  const slowest = {
    node: slowestSteadyProbe(rounds.map(({ probeMs }) => probeMs.node)),
    worker: slowestSteadyProbe(rounds.map(({ probeMs }) => probeMs.worker)),
  }
  return rounds.filter(({ probeMs: { node, worker } }) => node <= slowest.node && worker <= slowest.worker)
}

export const inNode = (subject: string): string => `${subject}, Node`
export const inWorker = (subject: string): string => `${subject}, worker`

/**
 * Times subjects in Node and in a worker, in rounds of both: each subject once here and once there, one sample after the other, in an order
 * that is drawn for every round. What is wrong in one place has no figure. The timings have two entries for a subject (`inNode`,
 * `inWorker`), and the probes of Node.
 */
export async function timeInBoth(
  node: Place,
  worker: Place,
  options: Pick<Options, 'rounds' | 'seed'>,
): Promise<Timings> {
  const random = createRandom(options.seed)
  const names = node.names.filter((name) => worker.names.includes(name))
  const rounds: SharedRound[] = []
  while (wantsRound(rounds.length, steadyInBoth(rounds).length, options.rounds)) {
    rounds.push(await timeRound({ node, worker }, names, () => random.uniform()))
  }
  const kept = steadyInBoth(rounds)
  const times = (name: string, key: keyof Both<number>): number[] =>
    kept.map(({ ms }) => ms.get(name)?.[key] ?? Number.NaN)
  return {
    ms: new Map(
      names.flatMap((name) => [
        [inNode(name), times(name, 'node')],
        [inWorker(name), times(name, 'worker')],
      ]),
    ),
    probeMs: kept.map(({ probeMs }) => probeMs.node),
    droppedRounds: rounds.length - kept.length,
    skipped: [...node.skipped.map((fault) => `Node: ${fault}`), ...worker.skipped.map((fault) => `worker: ${fault}`)],
  }
}
