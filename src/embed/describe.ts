import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { attractorInWords } from '../plots/phase/attractors.ts'
import { formatFixed } from '../ui/formatNumber.ts'

const kinds = { stable: 'stable, the bottom of a valley', saddle: 'a saddle', source: 'a hilltop' } as const

/** 'Memory 2 at (1.93, −1.93), stable, the bottom of a valley, energy −3.21.' */
function equilibriumSentence({ key, state, stability, energy }: NamedEquilibrium): string {
  const name = attractorInWords(key)
  const place = `(${formatFixed(state[0], 2)}, ${formatFixed(state[1], 2)})`
  return `${name[0].toUpperCase()}${name.slice(1)} at ${place}: ${kinds[stability]}, energy ${formatFixed(energy, 2)}.`
}

const importance = { stable: 0, saddle: 1, source: 2 } as const

/** Valleys first, the deepest of them first. */
export function equilibriaInWords(equilibria: readonly NamedEquilibrium[]): readonly string[] {
  return equilibria
    .toSorted((a, b) => importance[a.stability] - importance[b.stability] || a.energy - b.energy)
    .map(equilibriumSentence)
}

/** What the landscape is, in a sentence: for those who cannot see it, where the author says nothing better. */
export function landscapeSentence(equilibria: readonly NamedEquilibrium[]): string {
  const wells = equilibria.filter(({ stability }) => stability === 'stable')
  const names = wells.toSorted((a, b) => a.energy - b.energy).map(({ key }) => attractorInWords(key))
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
  const count = `${wells.length} ${wells.length === 1 ? 'valley' : 'valleys'}`
  return `Energy landscape of two neurons with ${count}: ${list}; ${equilibria.length} equilibria in all.`
}
