import type { RecallNetworkSettings } from '../../experiment/recall/recallSettings.ts'
import { formatNumber, formatShort } from '../../ui/formatNumber.ts'

interface LoadFacts {
  readonly patternCount: number
  readonly neuronCount: number
  readonly rule: RecallNetworkSettings['rule']
  /** Load at which retrieval ends (Amit, Gutfreund & Sompolinsky 1985): 0.138. */
  readonly criticalLoad: number
}

export interface LoadWords {
  /** Beyond the limit, and it is the limit of this rule. */
  readonly isBeyond: boolean
  /** The load, and the limit where it is that of this rule. */
  readonly figure: string
  /** What the limit is about. */
  readonly limit: string
  /** What this rule and the input-driven model do. */
  readonly others: string
}

/** Fewer neurons than this and the limit, a statement about large networks, is only a hint. */
const largeNetwork = 500

/** The load P/N beside the limit of the binary network, and what that limit does not say. */
export function loadWords({ patternCount, neuronCount, rule, criticalLoad }: LoadFacts): LoadWords {
  const load = patternCount / neuronCount
  const isBeyond = rule === 'hebb' && load > criticalLoad
  const limitText = formatShort(criticalLoad, 3)
  const room = Math.floor(criticalLoad * neuronCount)
  const figure = `P/N = ${patternCount}/${neuronCount} = ${formatNumber(load, 2)}${sideWords(rule, isBeyond, limitText)}`
  const about = `The limit ${limitText} is that of the binary network with Hebb’s rule, random memories and no noise`
  const size = neuronCount < largeNetwork ? ' It is exact for very large networks; this one is small.' : ''
  const limit = isBeyond
    ? `${about}: beyond it all memories are lost at once.${size}`
    : `${about}: here ${rule === 'hebb' ? 'it has' : 'that has'} room for ${room} memories. Drawings that look alike fill it sooner.${size}`
  return { isBeyond, figure, limit, others: `${ruleWords(rule)} ${idpWords}` }
}

/** On which side of the limit the load is; for the other rules, what they hold. */
function sideWords(rule: RecallNetworkSettings['rule'], isBeyond: boolean, limit: string): string {
  switch (rule) {
    case 'hebb':
      return `, ${isBeyond ? 'beyond' : 'below'} ${limit}.`
    case 'storkey':
      return `. Storkey’s rule holds more than Hebb’s ${limit}.`
    case 'pseudo-inverse':
      return '. The pseudo-inverse rule holds up to N independent drawings.'
    default:
      return rule satisfies never
  }
}

const idpWords =
  'IDP at an input that favours one memory is another matter: the others weigh as little as they are in the input.'

function ruleWords(rule: RecallNetworkSettings['rule']): string {
  switch (rule) {
    case 'hebb':
      return 'Storkey’s rule holds more, the pseudo-inverse up to N independent drawings.'
    case 'storkey':
      return 'Storkey’s rule, which is on, is for the binary models; the classic ones of 1984 keep Hebb’s.'
    case 'pseudo-inverse':
      return 'The pseudo-inverse rule, which is on, holds up to N independent drawings.'
    default:
      return rule satisfies never
  }
}
