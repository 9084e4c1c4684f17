import type { NamedEquilibrium } from '../model/equilibriumNames.ts'

/** The kind as a word in a table cell. A marginal equilibrium has no kind: an eigenvalue is zero. */
export function kindInWords({ stability, isMarginal }: Pick<NamedEquilibrium, 'stability' | 'isMarginal'>): string {
  return isMarginal ? 'on the border' : stability
}

/** What the kind means for a ball that starts there. */
export function kindExplained({ stability, isMarginal }: Pick<NamedEquilibrium, 'stability' | 'isMarginal'>): string {
  if (isMarginal) return 'On the border: one eigenvalue is zero, so the ground is flat in one direction.'
  switch (stability) {
    case 'stable':
      return 'Stable: the bottom of a valley. A ball nearby rolls here and stays.'
    case 'saddle':
      return 'Saddle: a pass. A ball comes in along one direction and rolls off along the other.'
    case 'source':
      return 'Source: a hilltop. A ball rolls off in every direction.'
    default:
      return stability satisfies never
  }
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four'] as const

/** 'One valley', 'Three valleys'. */
export function valleys(count: number): string {
  return `${numberWords[count] ?? String(count)} ${count === 1 ? 'valley' : 'valleys'}`
}

/** 'a', 'a and b', 'a, b and c'. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}
