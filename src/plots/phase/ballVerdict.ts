import { isInputBall, type Arrival } from '../../store/arrivals.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { nameInWords } from './attractors.ts'

/** 'Ball 1' or, for the ball of a classic network that starts at its input, 'The ball of the input'. */
function ballName(id: number): string {
  return isInputBall(id) ? 'The ball of the input' : `Ball ${id}`
}

/** What a ball that has arrived has done: 'Ball 1 recalled memory 2 after 6.3 time units.' */
export function verdictSentence({ id, time, place }: Arrival): string {
  const after = `after ${formatFixed(time, 1)} time units`
  const where = nameInWords(place.name)
  if (place.stability !== 'stable') return `${ballName(id)} rests at ${where}, where a nudge would set it rolling.`
  if (place.name.kind === 'memory') return `${ballName(id)} recalled ${where} ${after}.`
  return `${ballName(id)} came to rest at ${where} ${after}: it recalled no memory.`
}
