import { ranges } from '../experiment/ranges.ts'
import { saliencyOfPair } from '../model/saliency.ts'
import { formatShort } from '../ui/formatNumber.ts'

const { low, high } = ranges.saliency

/** The values that a component of the input u = α₁ ξ¹ + α₂ ξ² can take. */
export const inputRanges = [
  { min: 2 * low, max: 2 * high },
  { min: low - high, max: high - low },
] as const

/** Why an input cannot be taken: it needs a saliency out of range. Null when it can. */
export function inputRefusal(input: readonly [number, number]): string | null {
  const saliency = saliencyOfPair(input)
  const memory = saliency.findIndex((value) => value < low || value > high)
  if (memory < 0) return null
  const symbol = memory === 0 ? 'α₁' : 'α₂'
  const range = `from ${formatShort(low)} to ${formatShort(high)}`
  return `This input needs ${symbol} = ${formatShort(saliency[memory])}: saliencies go ${range}.`
}
