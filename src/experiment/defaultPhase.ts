import type { PhaseSettings } from './phaseSettings.ts'

/** Separatrices alone: they say where the wells end, and cost the picture nothing. The diagram goes through the paper's four regimes. */
export const defaultPhase: PhaseSettings = {
  flow: false,
  descent: false,
  nullclines: false,
  separatrices: true,
  directions: false,
  cloud: false,
  ground: 'energy',
  tint: 'height',
  diagram: {
    along: 'path',
    path: [
      [0.5, 2],
      [2.5, 2],
    ],
    show: 'overlap-1',
  },
}
