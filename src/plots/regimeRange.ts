export interface Range {
  readonly low: number
  readonly high: number
}

/** The map shows from -1/g to 4/g at first: one unit of the threshold below zero, and room above it. */
const lowInThresholds = -1
const highInThresholds = 4
/** A dot this near to the end of the map, as a share of its width, asks for more room. */
const edgeShare = 0.01
/** Enough for any saliency that a double holds within reason; ends the search for numbers that are not finite. */
const mostDoublings = 60

/**
 * The square of saliencies on show: -1/g … 4/g, each end doubled until the given saliencies lie inside, and never further
 * than the saliencies can go (`limits`). Pure, so the same dot always has the same map around it.
 */
export function regimeRange(saliencies: readonly number[], gain: number, limits: Range): Range {
  let low = lowInThresholds / gain
  let high = highInThresholds / gain
  const margin = () => edgeShare * (high - low)
  const least = Math.min(...saliencies)
  const most = Math.max(...saliencies)
  for (let k = 0; k < mostDoublings && low > limits.low && least < low + margin(); k++) low *= 2
  for (let k = 0; k < mostDoublings && high < limits.high && most > high - margin(); k++) high *= 2
  return { low: Math.max(low, limits.low), high: Math.min(high, limits.high) }
}

export const clampTo = (value: number, { low, high }: Range) => Math.min(high, Math.max(low, value))
