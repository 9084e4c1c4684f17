import { densityAt } from '../../model/phase/density.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { PictureState } from '../../store/pictureLab.ts'
import { densityColour, densityLightness } from '../../ui/densityColours.ts'
import { energyColour, energyTone } from '../../ui/energyColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { basinBytes } from './tintRaster.ts'

/**
 * What the colours of the ground say now. 'energy' and 'probability' are the heights themselves; 'density' and 'basins' lie over heights of
 * another kind.
 */
export type GroundTint = 'energy' | 'probability' | 'density' | 'basins'

type Analysed = Pick<AnalysisCell, 'basins' | 'density'>

/** The tint that was asked for once it has come; until then the heights. */
export function groundTint(phase: PictureState['phase'], analysis: Analysed | null): GroundTint {
  const heights = phase?.quantity === 'density' ? 'probability' : 'energy'
  if (phase?.settings.tint === 'basins' && analysis?.basins) return 'basins'
  if (phase?.settings.tint === 'density' && analysis?.density && heights === 'energy') return 'density'
  return heights
}

/** Below this share of the energy colours the ground is dark; below this L* in the colours of densities. */
const darkEnergyShare = 0.46
const darkLightness = 54

/** What is needed to know the colour of the ground at a place. */
interface GroundSources {
  readonly tint: GroundTint
  readonly view: FrameCell['view']
  /** Null for a slice. */
  readonly analysis: Analysed | null
  readonly tokens: Tokens
}

/** By height and place on the map. */
type AtPlace<T> = (height: number, x1: number, x2: number) => T

/** Share of the range that a height, or of the peak that the density at a place, reaches. */
function shareAt({ tint, view, analysis }: GroundSources): AtPlace<number> {
  const density = analysis?.density
  if (tint === 'density') return (_, x1, x2) => (density ? densityAt(density, x1, x2) / (density.peak || 1) : 0)
  return (height) => (height - view.floor) / (view.ceiling - view.floor)
}

/** Whether the ground is dark at a place, so that lines on it are pale. */
export function groundIsDark(sources: GroundSources): AtPlace<boolean> {
  const share = shareAt(sources)
  const { isDark } = sources.tokens
  switch (sources.tint) {
    case 'energy':
      return (height, x1, x2) => energyTone(share(height, x1, x2)) < darkEnergyShare
    case 'probability':
    case 'density':
      return (height, x1, x2) => densityLightness(share(height, x1, x2), isDark) < darkLightness
    case 'basins':
      return () => isDark
    default:
      return sources.tint satisfies never
  }
}

/** The colour of the ground at a place, without light and shadow. */
export function groundColour(sources: GroundSources): AtPlace<string> {
  const share = shareAt(sources)
  switch (sources.tint) {
    case 'energy':
      return (height, x1, x2) => energyColour(share(height, x1, x2))
    case 'probability':
    case 'density':
      return (height, x1, x2) => densityColour(share(height, x1, x2), sources.tokens.isDark)
    case 'basins':
      return (_, x1, x2) => basinColourAt(sources.analysis?.basins ?? null, x1, x2, sources.tokens)
    default:
      return sources.tint satisfies never
  }
}

function basinColourAt(basins: Analysed['basins'], x1: number, x2: number, tokens: Tokens): string {
  if (!basins) return tokens.paper
  const { columns, extent, labels, attractors } = basins
  const cellOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor(((x / extent + 1) / 2) * columns)))
  const label = labels[cellOf(x2) * columns + cellOf(x1)]
  if (!(label >= 1 && label <= attractors.length)) return tokens.paper
  return `rgb(${basinBytes(attractors[label - 1], tokens).join(' ')})`
}
