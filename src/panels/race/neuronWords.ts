import { formatFixed } from '../../ui/formatNumber.ts'
import { memoryPhrase } from './memoryWords.ts'

/** The last neuron that was asked. */
export interface AskedNeuron {
  readonly neuron: number
  readonly field: number
  readonly hasFlipped: boolean
  /** What each memory adds to the field, P; null where the rule gives no such parts. */
  readonly contributions: ArrayLike<number> | null
}

/** Of a network that asks no neuron any more: time goes on, the state does not. */
export const restSentence = 'At rest: no neuron would turn.'

/** So many memories are named in the sum. */
const mostParts = 3

function signed(value: number): string {
  const text = formatFixed(value, 2)
  return text.startsWith('−') ? text : `+${text}`
}

/** 'cat +0.41 + dog −0.06 + others −0.03'; empty where there is nothing to name. */
function partsOf({ field, contributions }: AskedNeuron, nameOf: (mu: number) => string): string {
  if (contributions === null || contributions.length === 0) return ''
  const order = Array.from(contributions, (value, mu) => ({ value, mu })).toSorted(
    (a, b) => Math.abs(b.value) - Math.abs(a.value) || a.mu - b.mu,
  )
  const shown = order.slice(0, mostParts)
  const rest = field - shown.reduce((sum, { value }) => sum + value, 0)
  const parts = shown.map(({ value, mu }) => `${memoryPhrase(nameOf(mu)).replace(/^the /, '')} ${signed(value)}`)
  // The rest is what the other memories add, and what a zeroed diagonal takes away.
  const hasRest = order.length > mostParts || Math.abs(rest) >= 0.005
  return [...parts, ...(hasRest ? [`the rest ${signed(rest)}`] : [])].join(' + ')
}

/** 'Neuron 137 (row 5, column 9): field +0.32 = cat +0.41 + dog −0.06 + the rest −0.03, so it turns to ink.' Neurons, rows and columns count from 1. */
export function neuronSentence(asked: AskedNeuron, columns: number, nameOf: (mu: number) => string): string {
  const row = Math.floor(asked.neuron / columns) + 1
  const column = (asked.neuron % columns) + 1
  const parts = partsOf(asked, nameOf)
  const sum = parts === '' ? '' : ` = ${parts}`
  const verb =
    asked.field === 0
      ? 'stays as it is'
      : `${asked.hasFlipped ? 'turns to' : 'stays'} ${asked.field > 0 ? 'ink' : 'paper'}`
  return `Neuron ${asked.neuron + 1} (row ${row}, column ${column}): field ${signed(asked.field)}${sum}, so it ${verb}.`
}
