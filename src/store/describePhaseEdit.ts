import type { PhaseLayers, PhaseSettings } from '../experiment/phaseSettings.ts'

const layerNames: Readonly<Record<keyof PhaseLayers, string>> = {
  flow: 'the flow',
  descent: 'the descent',
  nullclines: 'the nullclines',
  separatrices: 'the separatrices',
  directions: 'the eigenvectors',
  cloud: 'the particles',
}

const tintNames: Readonly<Record<PhaseSettings['tint'], string>> = {
  height: 'the height',
  basins: 'the basins',
  density: 'the density',
}

/** An edit of `view.phase` in words, and what it is grouped with: only a drag of the diagram's path is more than one edit. */
export function describePhaseEdit(
  before: PhaseSettings,
  next: PhaseSettings,
): { readonly label: string; readonly gesture: string | null } {
  const parts = (Object.keys(next) as (keyof PhaseSettings)[]).filter((part) => before[part] !== next[part])
  const [part] = parts
  if (parts.length !== 1) return { label: 'Change the layers', gesture: null }
  switch (part) {
    case 'ground':
      return { label: next.ground === 'density' ? 'Show the density' : 'Show the energy', gesture: null }
    case 'tint':
      return { label: tintLabel(before.tint, next.tint), gesture: null }
    case 'diagram': {
      const { along, show } = before.diagram
      const isPath = along === next.diagram.along && show === next.diagram.show
      return isPath
        ? { label: 'Move the path of the diagram', gesture: 'diagram path' }
        : { label: 'Change the diagram', gesture: null }
    }
    case 'flow':
    case 'descent':
    case 'nullclines':
    case 'separatrices':
    case 'directions':
    case 'cloud':
      return { label: `${next[part] ? 'Show' : 'Hide'} ${layerNames[part]}`, gesture: null }
    default:
      return part satisfies never
  }
}

/** 'Show the basins', and 'Hide the basins' on the way back to the colours of the height. */
function tintLabel(before: PhaseSettings['tint'], next: PhaseSettings['tint']): string {
  if (next === 'basins') return 'Show the basins'
  if (before === 'basins' && next === 'height') return 'Hide the basins'
  return `Colour by ${tintNames[next]}`
}
