import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { restingPlace, verdictSentence } from '../panels/ballVerdict.ts'
import type { Trace } from '../store/trace.ts'

/** Samples at the end of a trace over which its speed is taken. */
const speedSamples = 5
/** A sample this near to the place counts as having arrived there, in units of the state. */
const arrivalRadius = 0.05

function distance(trace: Trace, at: number, place: NamedEquilibrium): number {
  return Math.hypot(trace.x1[at] - place.state[0], trace.x2[at] - place.state[1])
}

/** How long a ball rolled before it came near the place where it rests, since the oldest sample that is kept. */
function arrivalTime(trace: Trace, place: NamedEquilibrium): number {
  let k = trace.length - 1
  while (k > 0 && distance(trace, trace.at(k - 1), place) <= arrivalRadius) k--
  return trace.times[trace.at(k)] - trace.times[trace.at(0)]
}

/** Where a ball rests, or null while it rolls or too little is known. */
function placeOf(trace: Trace, equilibria: readonly NamedEquilibrium[]): NamedEquilibrium | null {
  if (trace.length < 2) return null
  const now = trace.at(trace.length - 1)
  const before = trace.at(Math.max(0, trace.length - 1 - speedSamples))
  const elapsed = trace.times[now] - trace.times[before]
  if (!(elapsed > 0)) return null
  const speed = Math.hypot(trace.x1[now] - trace.x1[before], trace.x2[now] - trace.x2[before]) / elapsed
  return restingPlace({ state: [trace.x1[now], trace.x2[now]], speed }, equilibria)
}

/** Which place each ball was last announced at, by id. */
export type KnownPlaces = ReadonlyMap<number, string>

export interface Arrivals {
  /** What to say; empty when nothing new came to rest. */
  readonly sentences: readonly string[]
  readonly places: KnownPlaces
}

/** The balls that came to rest since the last look. A ball that rolls again can arrive again. */
export function newArrivals(
  traces: ReadonlyMap<number, Trace>,
  equilibria: readonly NamedEquilibrium[],
  known: KnownPlaces,
): Arrivals {
  const sentences: string[] = []
  const places = new Map<number, string>()
  for (const [id, trace] of traces) {
    const place = placeOf(trace, equilibria)
    if (!place) continue
    places.set(id, place.key)
    if (known.get(id) !== place.key) sentences.push(verdictSentence({ id, time: arrivalTime(trace, place) }, place))
  }
  return { sentences, places }
}
