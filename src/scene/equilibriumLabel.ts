import type { EquilibriumName } from '../model/index.ts'
import { shownName, type PictureState } from '../store/pictureLab.ts'

/** A name that a person typed, as text within HTML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** The name of an equilibrium, typeset; with the names that a person gave the two memories, where there are such. */
export function equilibriumHtml(name: EquilibriumName, memoryNames: PictureState['memoryNames']): string {
  switch (name.kind) {
    case 'memory': {
      const sign = name.sign < 0 ? '−' : ''
      if (memoryNames) return `${sign}${escapeHtml(shownName(memoryNames[name.mu]))}`
      return `${sign}<i>ξ</i><sup>${name.mu + 1}</sup>`
    }
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
