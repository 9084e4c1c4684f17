import { formatFixed, formatNumber } from '../../ui/formatNumber.ts'
import { joinWords } from '../equilibriumWords.ts'
import { memoryPhrase, sentenceCase } from '../race/memoryWords.ts'
import { standingOf, thresholdsOf, type Standing } from './saliencyStanding.ts'

/** Saliencies below this share of the scale are nothing. */
const nothing = 1e-9
/** So many others are named; more are counted. */
const mostNamed = 2

/** `0.53`, `12.4`: as many decimals as a bar can show. */
export function saliencyText(alpha: number): string {
  return formatFixed(alpha, Math.abs(alpha) >= 9.995 ? 1 : 2)
}

/** ' Ben is stable too, 3 others are saddles.'; empty where no other memory exists. */
function othersSentence(stable: readonly string[], saddles: readonly string[]): string {
  const parts = [
    othersPart(stable, 'is stable too', 'are stable too'),
    othersPart(saddles, 'is a saddle', 'are saddles'),
  ]
  const words = parts.filter((part) => part !== '').join(', ')
  return words === '' ? '' : ` ${sentenceCase(words)}.`
}

function othersPart(names: readonly string[], one: string, several: string): string {
  if (names.length === 0) return ''
  const who = names.length > mostNamed ? `${names.length} others` : joinWords(names.map(memoryPhrase))
  return `${who} ${names.length === 1 ? one : several}`
}

/**
 * Who leads in the input, and what follows for the input-driven network: 'The cat leads with 0.53: it exists and is stable.'
 * `names` and `saliency`: of the memories in force, in their order.
 */
export function leaderSentence(names: readonly string[], saliency: ArrayLike<number>, gain: number): string {
  if (saliency.length === 0) return 'Waiting for the first frame.'
  const order = Array.from(saliency, (alpha, mu) => ({ alpha, mu })).toSorted(
    (a, b) => b.alpha - a.alpha || a.mu - b.mu,
  )
  const leader = order[0]
  if (!(leader.alpha > nothing)) {
    const least = order.at(-1)
    if (!least || least.alpha > -nothing) return 'No memory is in the input: the network has nothing to recall.'
    return `No memory is in the input, only the negative of ${memoryPhrase(names[least.mu] ?? '')} (${saliencyText(least.alpha)}): nothing is recalled.`
  }
  const thresholds = thresholdsOf(saliency, gain)
  const who = sentenceCase(memoryPhrase(names[leader.mu] ?? ''))
  const lead = `${who} leads with ${saliencyText(leader.alpha)}`
  if (standingOf(leader.alpha, thresholds) === 'absent')
    return `${lead}, but no memory exists below 1/g = ${formatNumber(thresholds.existence, 3)}: nothing is recalled.`
  const others = (standing: Standing) =>
    order
      .slice(1)
      .filter(({ alpha }) => standingOf(alpha, thresholds) === standing)
      .map(({ mu }) => names[mu] ?? '')
  return `${lead}: it exists and is stable.${othersSentence(others('stable'), others('saddle'))}`
}

/** The standing as a word in a table. */
export const standingWords: Readonly<Record<Standing, string>> = {
  absent: 'does not exist',
  saddle: 'exists, a saddle',
  stable: 'exists, stable',
}
