import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { attractorInWords } from './attractors.ts'

type Mark = Pick<NamedEquilibrium, 'key' | 'stability' | 'eigenvalues'>

const kinds = { stable: 'stable', saddle: 'a saddle', source: 'a source' } as const

/** 'At memory 1, a saddle: Enter chooses it.' */
export function markInWords({ key, stability }: Mark): string {
  return `At ${attractorInWords(key)}, ${kinds[stability]}: Enter chooses it.`
}

/** What the picture draws at a chosen equilibrium: its eigenvalues, and how long a deviation takes to shrink or grow e-fold. */
export function chosenInWords({ key, stability, eigenvalues }: Mark): string {
  const rates = eigenvalues.map((value) => {
    const way = value > 0 ? 'grows' : 'shrinks'
    return `${formatNumber(value, 3)} (${way} e-fold in ${formatNumber(1 / Math.abs(value), 3)})`
  })
  return `Chosen: ${attractorInWords(key)}, ${kinds[stability]}, eigenvalues ${rates.join(' and ')}.`
}
