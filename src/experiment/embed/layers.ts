import type { LayerSettings, ViewSettings } from '../experiment.ts'
import type { PhaseLayers } from '../phaseSettings.ts'

/** Layers that stand in `view.layers`. */
export const plainLayers = [
  'contours',
  'trails',
  'labels',
  'equilibria',
] as const satisfies readonly (keyof LayerSettings)[]

/** Layers that stand in `view.phase`. */
export const phaseLayers = [
  'flow',
  'descent',
  'nullclines',
  'separatrices',
  'directions',
  'cloud',
] as const satisfies readonly (keyof PhaseLayers)[]

/** Layers by their names in the document, wherever they stand in it. */
export const embedLayers = [...plainLayers, ...phaseLayers] as const

export type EmbedLayer = (typeof embedLayers)[number]

/** Every layer of a view, on or off. */
export function layersOf({ layers, phase }: ViewSettings): Record<EmbedLayer, boolean> {
  const { flow, descent, nullclines, separatrices, directions, cloud } = phase
  return { ...layers, flow, descent, nullclines, separatrices, directions, cloud }
}

/** The view with every layer on or off. */
export function withLayers(view: ViewSettings, isOn: (name: EmbedLayer) => boolean): ViewSettings {
  const flags = (names: readonly EmbedLayer[]) => Object.fromEntries(names.map((name) => [name, isOn(name)]))
  return { ...view, layers: { ...view.layers, ...flags(plainLayers) }, phase: { ...view.phase, ...flags(phaseLayers) } }
}
