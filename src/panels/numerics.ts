import { ranges } from '../experiment/ranges.ts'
import { formatNumber, formatShort } from '../ui/formatNumber.ts'

/** Why a time step cannot be taken: the integrator would be unstable. Null when it can. */
export function timeStepRefusal(timeStep: number, limit: number): string | null {
  if (timeStep < limit) return null
  return `A time step of ${formatShort(timeStep)} would be unstable here: stay below ${formatNumber(limit, 3)}.`
}

/** Why a number cannot be a seed. Null when it can. */
export function seedRefusal(seed: number): string | null {
  return Number.isInteger(seed) ? null : 'A seed is a whole number.'
}

/** The seed after this one; after the last the first. */
export function nextSeed(seed: number): number {
  return seed >= ranges.seed.high ? ranges.seed.low : seed + 1
}
