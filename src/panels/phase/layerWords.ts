import type { PhaseLayers, PhaseSettings } from '../../experiment/phaseSettings.ts'
import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'

export type PhaseLayer = keyof PhaseLayers

interface LayerWords {
  readonly title: string
  /** One line that says what is drawn, and what it means. */
  readonly meaning: string
}

/** The layers of the phase portrait, in the order of the menu. */
export const phaseLayers: Readonly<Record<PhaseLayer, LayerWords>> = {
  flow: { title: 'Flow', meaning: 'Where the state goes: the longer, the faster.' },
  descent: { title: 'Steepest descent', meaning: 'Straight down, −∇E: not the way the state takes.' },
  nullclines: { title: 'Nullclines', meaning: 'A neuron stands still: neuron 1 solid, 2 dashed.' },
  separatrices: { title: 'Separatrices', meaning: 'Heavy: borders of basins. Thin: ways off the saddles.' },
  directions: { title: 'Directions', meaning: 'At the equilibrium you choose: the ways in and out.' },
  cloud: { title: 'Cloud', meaning: 'Thousands of states, each with kicks of its own.' },
}

/** What the height of the picture says. */
export const groundWords: Readonly<Record<PhaseSettings['ground'], LayerWords>> = {
  energy: { title: 'Energy', meaning: 'Height: the energy.' },
  density: {
    title: 'Density',
    meaning: 'Height: how often noise brings the state there.',
  },
}

/** What the colour of the ground says. */
export const tintWords: Readonly<Record<PhaseSettings['tint'], LayerWords>> = {
  height: { title: 'Height', meaning: 'Colour: the same.' },
  basins: {
    title: 'Basins',
    meaning: 'Colour: which memory each start recalls; a twin’s basin is hatched.',
  },
  density: { title: 'Density', meaning: 'Colour: the darker, the more often noise brings the state there.' },
}

/** σ that the button beside a hint sets: the noise of the paper’s Figure 4 as it is shown here. */
export const suggestedNoise = 0.6

export const noNoiseSentence =
  'Without noise every ball ends at a point: the density is a point mass at each star. Raise σ to see it spread.'

/** What decides whether a layer has anything to show. */
export interface LayerFacts {
  readonly noise: number
  readonly equilibria: readonly Pick<NamedEquilibrium, 'key' | 'stability' | 'isMarginal'>[]
  readonly selectedKey: string | null
}

/** Why a layer that is on shows nothing now, and what to do; null where it does show something. */
export function emptyLayerSentence(layer: PhaseLayer, { noise, equilibria, selectedKey }: LayerFacts): string | null {
  switch (layer) {
    case 'separatrices': {
      const isEmpty = equilibria.length > 0 && !equilibria.some((point) => point.stability === 'saddle')
      return isEmpty ? 'There is no saddle here, and so no border: every start ends in the one valley.' : null
    }
    case 'directions':
      return equilibria.some((point) => point.key === selectedKey)
        ? null
        : 'Choose an equilibrium, in the table or on the landscape, to see its directions.'
    case 'cloud':
      return noise > 0 ? null : 'Without noise the whole cloud would lie at the stars. Raise σ to see it live.'
    case 'flow':
    case 'descent':
    case 'nullclines':
      return null
    default:
      return layer satisfies never
  }
}

/** True where the density is asked for, by height or colour, and there is no noise that would spread it. */
export function asksForPointMass({ ground, tint }: Pick<PhaseSettings, 'ground' | 'tint'>, noise: number): boolean {
  return noise === 0 && (ground === 'density' || tint === 'density')
}
