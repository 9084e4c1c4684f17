import { inputBallId } from '../experiment/derive.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { Trace } from './trace.ts'

/** Whether it is the ball of a classic network that starts at its input. */
export function isInputBall(id: number): boolean {
  return id === inputBallId
}

/** A ball this near to an equilibrium, in units of the state, and this slow has arrived. */
const restRadius = 0.02
/** Units of the state per unit of time. */
const restSpeed = 0.02
/** Samples at the end of a trace over which its speed is taken. */
const speedSamples = 5
/** A sample this near to the place counts as having arrived there, in units of the state. */
const arrivalRadius = 0.05

/** Where a ball is at one moment, and how fast. */
export interface BallMoment {
  readonly state: readonly [number, number]
  /** Of the state, per unit of model time. */
  readonly speed: number
}

/** The equilibrium that a ball has come to rest at, or null while it still rolls. */
export function restingPlace(
  { state, speed }: BallMoment,
  equilibria: readonly NamedEquilibrium[],
): NamedEquilibrium | null {
  if (speed > restSpeed) return null
  const isHere = (point: NamedEquilibrium) =>
    Math.hypot(point.state[0] - state[0], point.state[1] - state[1]) <= restRadius
  return equilibria.find(isHere) ?? null
}

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

/** Which place each ball was last told of at, by id. */
export type KnownPlaces = ReadonlyMap<number, string>

/** A ball that has come to rest. */
export interface Arrival {
  /** Of the ball. */
  readonly id: number
  readonly place: NamedEquilibrium
  /** Model time that it rolled. */
  readonly time: number
}

export interface Arrivals {
  /** Empty when nothing new came to rest. */
  readonly arrivals: readonly Arrival[]
  readonly places: KnownPlaces
}

/** The balls that came to rest since the last look. A ball that rolls again can arrive again. */
export function newArrivals(
  traces: ReadonlyMap<number, Trace>,
  equilibria: readonly NamedEquilibrium[],
  known: KnownPlaces,
): Arrivals {
  const arrivals: Arrival[] = []
  const places = new Map<number, string>()
  for (const [id, trace] of traces) {
    const place = placeOf(trace, equilibria)
    if (!place) continue
    places.set(id, place.key)
    if (known.get(id) !== place.key) arrivals.push({ id, place, time: arrivalTime(trace, place) })
  }
  return { arrivals, places }
}
