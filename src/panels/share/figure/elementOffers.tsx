import { GammaPlot } from '../../../plots/GammaPlot.tsx'
import { RegimeMap } from '../../../plots/RegimeMap.tsx'
import type { FigureOffer } from './figure.ts'

/** Plots that are SVGs of the page already. */
export const elementOffers: readonly FigureOffer[] = [
  elementOffer(
    'regime-map',
    'Map of the regimes',
    RegimeMap,
    'The plane of the two saliencies, with its exact borders.',
  ),
  elementOffer('gamma', 'Where the sizes of the memories come from', GammaPlot, ''),
]

/** The first SVG of a component. `description`: for one that has no title of its own. */
function elementOffer(
  id: string,
  label: string,
  Source: NonNullable<FigureOffer['Source']>,
  description: string,
): FigureOffer {
  return {
    id,
    label,
    Source,
    make(host) {
      const element = host.querySelector<SVGSVGElement>('svg.plot-svg')
      const title = element?.querySelector('title')?.textContent
      return element && { kind: 'element', id, label, description: title ?? description, element }
    },
  }
}
