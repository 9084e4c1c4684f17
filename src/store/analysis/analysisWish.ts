import type { AnalysisWish } from '../../engine/analysis/protocol.ts'
import { diagramPathOf } from '../../experiment/diagramPath.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { AnalysisPart } from './analysis.ts'

/** Cells along a side: of the tint, finer than a pixel of most pictures; of the density and the escape times, what their accuracy needs. */
const basinColumns = 257
const densityColumns = 129
const escapeColumns = 129
/** Random starts of the check of the basins: a wrong share of 1 % is seen with 95 %. */
const auditedStarts = 300

/** Parts that the layers of the document show. */
export function shownParts({ view, noise }: Experiment): AnalysisPart[] {
  const { tint, ground, cloud } = view.phase
  const parts: AnalysisPart[] = []
  if (tint === 'basins') parts.push('basins')
  if (noise.strength > 0 && (tint === 'density' || ground === 'density' || cloud)) parts.push('density')
  return parts
}

/**
 * What the engine is asked for. `system` and `extent`: of the picture, which follows the document by a landscape. Null where nothing is to be
 * computed. Without noise there is no density and nothing escapes; the check of the basins needs basins.
 */
export function wishOf(
  experiment: Experiment,
  wanted: ReadonlySet<AnalysisPart>,
  system: TwoNeuronSystem,
  extent: number,
): AnalysisWish | null {
  const noise = experiment.noise.strength
  const isNoisy = noise > 0
  const wantsEscape = wanted.has('escape') || wanted.has('escape-curves')
  const wish: AnalysisWish = {
    system,
    extent,
    basins: wanted.has('basins') || wanted.has('audit') ? { columns: basinColumns } : null,
    density: isNoisy && wanted.has('density') ? { noise, columns: densityColumns } : null,
    escape: isNoisy && wantsEscape ? { noise, columns: escapeColumns, hasCurves: wanted.has('escape-curves') } : null,
    diagram: wanted.has('diagram') ? diagramPathOf(experiment) : null,
    auditedStarts: wanted.has('audit') ? auditedStarts : 0,
  }
  const isEmpty = wish.basins === null && wish.density === null && wish.escape === null && wish.diagram === null
  return isEmpty ? null : wish
}

/** The parts that a wish computes. */
export function partsOf({ basins, density, escape, diagram, auditedStarts: starts }: AnalysisWish): AnalysisPart[] {
  const parts: AnalysisPart[] = []
  if (basins !== null) parts.push('basins')
  if (density !== null) parts.push('density')
  if (escape !== null) parts.push('escape')
  if (escape?.hasCurves === true) parts.push('escape-curves')
  if (diagram !== null) parts.push('diagram')
  if (starts > 0) parts.push('audit')
  return parts
}
