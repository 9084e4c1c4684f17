import type { Thresholds } from '../../model/thresholds.ts'
import { formatFixed, formatNumber } from '../../ui/formatNumber.ts'
import type { ThresholdTrust } from '../bank/gramWords.ts'
import { joinWords } from '../equilibriumWords.ts'
import { memoryPhrase, sentenceCase } from '../race/memoryWords.ts'
import { standingOf, type Standing } from './saliencyStanding.ts'

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

export interface LeaderFacts {
  /** Of the memories in force, in their order, as are the saliencies. */
  readonly names: readonly string[]
  readonly saliency: ArrayLike<number>
  readonly thresholds: Thresholds
  /** Null: the memories have not been compared yet. */
  readonly trust: ThresholdTrust | null
  /** Whose the only valley is, where that is known: true of memories that overlap as well. Several share it. */
  readonly owners: readonly number[] | null
}

/**
 * Who leads in the input, and what follows for the input-driven network: 'The cat leads with 0.53: it exists and is stable.' Where the
 * thresholds do not hold, only what would follow.
 */
export function leaderSentence({ names, saliency, thresholds, trust, owners }: LeaderFacts): string {
  if (saliency.length === 0 || trust === null) return 'Waiting for the first frame.'
  const order = Array.from(saliency, (alpha, mu) => ({ alpha, mu })).toSorted(
    (a, b) => b.alpha - a.alpha || a.mu - b.mu,
  )
  const leader = order[0]
  if (!(leader.alpha > nothing)) {
    const least = order.at(-1)
    if (!least || least.alpha > -nothing) return 'No memory is in the input: the network has nothing to recall.'
    return `No memory is in the input, only the negative of ${memoryPhrase(names[least.mu] ?? '')} (${saliencyText(least.alpha)}): ${negativeOutcome(thresholds)}.`
  }
  const who = sentenceCase(memoryPhrase(names[leader.mu] ?? ''))
  const lead = `${who} leads with ${saliencyText(leader.alpha)}`
  const standing = standingOf(leader.alpha, thresholds)
  if (trust !== 'close' && owners?.includes(leader.mu) === true) {
    const sharers = owners.filter((mu) => mu !== leader.mu).map((mu) => names[mu] ?? '')
    return sharers.length === 0
      ? `${lead}, and has the only valley.`
      : `${lead}, and shares the only valley with ${joinWords(sharers.map(memoryPhrase))}.`
  }
  if (trust !== 'close') return `${lead}${conditionalWords(standing, thresholds, trust)}`
  if (standing === 'absent')
    return `${lead}, but no memory exists below ${existenceWords(thresholds)}: nothing is recalled.`
  const others = (wanted: Standing) =>
    order
      .slice(1)
      .filter(({ alpha }) => standingOf(alpha, thresholds) === wanted)
      .map(({ mu }) => names[mu] ?? '')
  return `${lead}: it exists and is stable.${othersSentence(others('stable'), others('saddle'))}`
}

/** A zero diagonal turns a negative Σα into a coupling of each neuron to itself, which may hold any state. */
function negativeOutcome({ existence }: Thresholds): string {
  return existence < 0 ? 'a state may stay where it starts' : 'nothing is recalled'
}

/** `1/g = 0.100`; with a zero diagonal `1/g + Σα/N = 0.199`. */
function existenceWords({ existence, diagonal }: Thresholds): string {
  return `${diagonal === 0 ? '1/g' : '1/g + Σα/N'} = ${formatNumber(existence, 3)}`
}

function conditionalWords(standing: Standing, thresholds: Thresholds, trust: 'equal-only' | 'not'): string {
  if (trust === 'equal-only') return '. With the pseudo-inverse rule thresholds hold at equal saliencies only.'
  return standing === 'absent'
    ? `. Orthogonal memories need ${existenceWords(thresholds)}; alike ones may hold together.`
    : ', stable if all were orthogonal. They are alike: another may be recalled.'
}

/** What the marks on the bars are true for. */
export function marksHoldFor(trust: ThresholdTrust | null): string {
  switch (trust) {
    case null:
    case 'close':
      return 'for IDP, and memories that are orthogonal'
    case 'equal-only':
      return 'for IDP, at equal saliencies'
    case 'not':
      return 'for IDP, if memories were orthogonal'
    default:
      return trust satisfies never
  }
}

const standings: Readonly<Record<Standing, string>> = {
  absent: 'does not exist',
  saddle: 'exists, a saddle',
  stable: 'exists, stable',
}

/** The standing as words in a table. */
export function standingWords(standing: Standing, isConditional: boolean): string {
  return isConditional ? `if memories were orthogonal: ${standings[standing]}` : standings[standing]
}
