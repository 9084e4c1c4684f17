import type { EscapeCurve } from '../../model/phase/density.ts'
import { formatNumber, formatShort } from '../../ui/formatNumber.ts'
import { escapeRoutes, timeAt, timesOfRoute, type EscapeRoute } from './escapeAxis.ts'

const parameterWords = {
  noise: 'the noise σ',
  'saliency-1': 'the saliency α 1',
  'saliency-2': 'the saliency α 2',
} as const

/** Longer than this is only said to be longer. */
const longestTime = 1e6

function timeWords(time: number): string {
  return time > longestTime ? `longer than ${formatNumber(longestTime, 3)}` : formatNumber(time, 3)
}

function routeWords({ from, to }: EscapeRoute): string {
  return `from memory ${from + 1} to ${to === 'other' ? `memory ${2 - from}` : 'its twin'}`
}

/** An escape plot in a sentence: each way out at both ends of the axis and at the present value. */
export function escapeSentence(curve: EscapeCurve, present: number): string {
  const { along, values } = curve
  const ways = escapeRoutes.flatMap((route) => {
    const times = timesOfRoute(curve, route)
    const known = times.flatMap((time, k) => (time === null ? [] : [{ time, value: values[k] }]))
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return []
    const now = timeAt(curve, route, present)
    const ends = `${timeWords(first.time)} at ${formatShort(first.value, 3)}, ${timeWords(last.time)} at ${formatShort(last.value, 3)}`
    return [`${routeWords(route)}, ${ends}${now === null ? '' : `, now ${timeWords(now)}`}`]
  })
  const title = `Mean escape times against ${parameterWords[along]}, now ${formatShort(present, 3)}`
  return ways.length === 0 ? `${title}: no memory is stable here.` : `${title}: ${ways.join('; ')}.`
}
