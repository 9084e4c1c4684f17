import type { EquilibriumName } from '../model/index.ts'

/** The name of an equilibrium, typeset. */
export function equilibriumHtml(name: EquilibriumName): string {
  switch (name.kind) {
    case 'memory':
      return `${name.sign < 0 ? '−' : ''}<i>ξ</i><sup>${name.mu + 1}</sup>`
    case 'mixed':
      return 'mixed'
    case 'origin':
      return 'origin'
    default:
      return name satisfies never
  }
}

/** The class of its label: memories carry their colour on the label's edge. */
export function equilibriumLabelClass(name: EquilibriumName): string {
  return name.kind === 'memory' ? `scene-label-memory scene-label-memory-${name.mu + 1}` : 'scene-label-plain'
}
