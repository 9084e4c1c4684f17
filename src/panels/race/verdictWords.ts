import type { Verdict } from '../../model/verdict.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { joinWords } from '../equilibriumWords.ts'
import { memoryPhrase, sentenceCase } from './memoryWords.ts'

/** What the words need beside the verdict. */
export interface VerdictContext {
  /** Name of pattern μ. */
  readonly nameOf: (mu: number) => string
  /** The memory nearest now, while nothing is decided; null where there is none. */
  readonly nearest: { readonly mu: number; readonly overlap: number } | null
  readonly isInTwoCycle: boolean
  /** Model time that the memory took; null where no memory is recalled. */
  readonly recalledAfter: number | null
}

const overlapDecimals = 2
/** Earlier than this, in model time, would read 'after 0.0'. */
const atOnce = 0.05

/** What a lane recalls, in a sentence. */
export function verdictSentence(verdict: Verdict, context: VerdictContext): string {
  const phrase = (mu: number) => memoryPhrase(context.nameOf(mu))
  const cycle = context.isInTwoCycle ? twoCycleWords : ''
  switch (verdict.kind) {
    case 'moving':
      return cycle || movingSentence(context)
    case 'nothing':
      return `Nothing is recalled: ${nothingCauses[verdict.cause]}.`
    case 'memory': {
      const overlap = formatFixed(verdict.overlap, overlapDecimals)
      const took = context.recalledAfter ?? 0
      const after = took < atOnce ? 'from the start' : `after ${formatFixed(took, 1)} time units`
      return verdict.sign === 1
        ? `Recalled ${phrase(verdict.mu)}, overlap ${overlap}, ${after}.${tail(cycle)}`
        : `${sentenceCase(phrase(verdict.mu))}, inverted: overlap ${overlap}, ${after}.${tail(cycle)}`
    }
    case 'mixture': {
      const names = joinWords(
        verdict.mus.map((mu, k) => `${isNegative(verdict.overlaps[k]) ? 'inverted ' : ''}${bare(phrase(mu))}`),
      )
      const overlaps = joinWords(verdict.overlaps.map((overlap) => formatFixed(overlap, overlapDecimals)))
      return `A mixture of ${names}, overlaps ${overlaps}.${tail(cycle)}`
    }
    case 'spurious': {
      const overlap = formatFixed(verdict.overlap, overlapDecimals)
      return `A spurious state: it is no memory. Nearest is ${phrase(verdict.mu)}, with overlap ${overlap}.${tail(cycle)}`
    }
    default:
      return verdict satisfies never
  }
}

const nothingCauses = {
  rest: 'every neuron rests near zero',
  noise: 'noise has washed every overlap out',
  'none-held': 'no memory is held at this input',
  'no-memory': 'no memory is switched on',
} as const

const twoCycleWords = 'It alternates between two states for ever: a two-cycle.'

const tail = (words: string) => (words === '' ? '' : ` ${words}`)
const isNegative = (overlap: number | undefined) => overlap !== undefined && overlap < 0
/** 'cat' of 'the cat': a mixture of cat and dog. */
const bare = (phrase: string) => phrase.replace(/^the /, '')

function movingSentence({ nearest, nameOf }: VerdictContext): string {
  if (nearest === null) return 'On its way.'
  return `On its way; nearest is ${memoryPhrase(nameOf(nearest.mu))}, overlap ${formatFixed(nearest.overlap, overlapDecimals)}.`
}

/** What stays the same while the numbers in a verdict move: two verdicts with the same key need not be announced twice. */
export function verdictKey(verdict: Verdict, isInTwoCycle: boolean): string {
  const cycle = isInTwoCycle ? ' cycle' : ''
  switch (verdict.kind) {
    case 'moving':
      return `moving${cycle}`
    case 'nothing':
      return `nothing ${verdict.cause}`
    case 'memory':
      return `memory ${verdict.mu} ${verdict.sign}${cycle}`
    case 'mixture':
      return `mixture ${verdict.mus.toSorted((a, b) => a - b).join(' ')}${cycle}`
    case 'spurious':
      return `spurious${cycle}`
    default:
      return verdict satisfies never
  }
}
