import { inputBallId } from '../experiment/derive.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import { nameInWords } from './equilibriumWords.ts'

/** A ball this near to an equilibrium, in units of the state, and this slow has arrived. */
const arrivalRadius = 0.02
/** Units of the state per unit of time. */
const arrivalSpeed = 0.02

/** What is known of a ball at one moment. */
export interface BallMoment {
  readonly id: number
  readonly state: readonly [number, number]
  /** Of the state, per unit of model time. */
  readonly speed: number
  readonly time: number
}

/** The equilibrium that a ball has come to rest at, or null while it still rolls. */
export function restingPlace(
  { state, speed }: Pick<BallMoment, 'state' | 'speed'>,
  equilibria: readonly NamedEquilibrium[],
): NamedEquilibrium | null {
  if (speed > arrivalSpeed) return null
  const isHere = (point: NamedEquilibrium) =>
    Math.hypot(point.state[0] - state[0], point.state[1] - state[1]) <= arrivalRadius
  return equilibria.find(isHere) ?? null
}

/** 'Ball 1' or, for the ball of a classic network that starts at its input, 'The ball of the input'. */
function ballName(id: number): string {
  return id === inputBallId ? 'The ball of the input' : `Ball ${id}`
}

/** What a ball that has arrived has done: 'Ball 1 recalled memory 2 after 6.3 time units.' */
export function verdictSentence({ id, time }: Pick<BallMoment, 'id' | 'time'>, place: NamedEquilibrium): string {
  const after = `after ${formatFixed(time, 1)} time units`
  const where = nameInWords(place.name)
  if (place.stability !== 'stable') return `${ballName(id)} rests at ${where}, where a nudge would set it rolling.`
  if (place.name.kind === 'memory') return `${ballName(id)} recalled ${where} ${after}.`
  return `${ballName(id)} came to rest at ${where} ${after}: it recalled no memory.`
}
