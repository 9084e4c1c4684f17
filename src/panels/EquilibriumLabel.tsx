import type { EquilibriumName } from '../model/equilibriumNames.ts'
import { nameInWords } from '../plots/phase/attractors.ts'
import { Symbol } from '../ui/Symbol.tsx'

/** The name of an equilibrium as the formulas have it: ξ¹, −ξ², or a word. */
export function EquilibriumLabel({ name }: { readonly name: EquilibriumName }) {
  switch (name.kind) {
    case 'memory':
      return (
        <span className="prose-memory" data-memory={name.mu + 1}>
          <Symbol base="ξ" sup={name.mu + 1} isNegative={name.sign === -1} label={nameInWords(name)} />
        </span>
      )
    case 'mixed':
      return 'mixed'
    case 'origin':
      return 'origin'
    default:
      return name satisfies never
  }
}
