import { formatFixed } from '../../ui/formatNumber.ts'
import type { FractionEntry } from '../../store/analysis/analysis.ts'
import { attractorInWords, byRank } from './attractors.ts'

/** A share as a percentage: `25.0 %`. */
export function percentText(share: number, decimals = 1): string {
  return `${formatFixed(100 * share, decimals)}\u202f%`
}

/** The part of a stack that one attractor takes, both ends as shares from 0 at the bottom. */
export interface StackPart {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Fractions one on the other, memory 1 with its twin at the bottom; what is left to 1 is undecided. */
export function stackOf({ attractors, fractions }: Pick<FractionEntry, 'attractors' | 'fractions'>): StackPart[] {
  let level = 0
  return attractors
    .map((key, k) => ({ key, share: fractions[k] ?? 0 }))
    .toSorted((a, b) => byRank(a.key, b.key))
    .map(({ key, share }) => {
      const from = level
      level += share
      return { key, from, to: level }
    })
}

/** One connected area of a band: an attractor over consecutive entries of the history. */
export interface BandArea {
  readonly key: string
  /** Index of its first entry. */
  readonly first: number
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/** The areas of a stacked band: an attractor that goes and comes back has two. */
export function bandAreas(history: readonly Pick<FractionEntry, 'attractors' | 'fractions'>[]): BandArea[] {
  interface OpenArea {
    readonly key: string
    readonly first: number
    readonly lower: number[]
    readonly upper: number[]
  }
  const areas: OpenArea[] = []
  let open = new Map<string, OpenArea>()
  history.forEach((entry, k) => {
    const next = new Map<string, OpenArea>()
    for (const { key, from, to } of stackOf(entry)) {
      const area = open.get(key) ?? { key, first: k, lower: [], upper: [] }
      if (!open.has(key)) areas.push(area)
      area.lower.push(from)
      area.upper.push(to)
      next.set(key, area)
    }
    open = next
  })
  return areas
}

/** The present fractions in a sentence, and how they came to be where the history holds a change. */
export function fractionSentence(history: readonly FractionEntry[]): string {
  const newest = history.at(-1)
  if (!newest) return 'The shares of the basins are being computed.'
  const shareOf = (entry: FractionEntry, key: string) => entry.fractions[entry.attractors.indexOf(key)] ?? 0
  const parts = newest.attractors.toSorted(byRank).map((key) => {
    const share = shareOf(newest, key)
    const before = history.length > 1 ? shareOf(history[0], key) : share
    const words = `${attractorInWords(key)} ${percentText(share)}`
    return percentText(before) === percentText(share) ? words : `${words} (${percentText(before)} before)`
  })
  return `Share of the starts in this square that recall each memory: ${parts.join(', ')}.`
}
