import type { ContourLine } from '../../model/contours.ts'
import { levelCurves } from '../../model/isobands.ts'
import type { Landscape } from '../../model/landscape.ts'
import type { Density } from '../../model/phase/density.ts'
import type { ViewScale } from '../../model/viewScale.ts'
import { densityColour } from '../../ui/densityColours.ts'
import { energyColour } from '../../ui/energyColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { bytesOfColour } from '../mapRaster.ts'

/** A band of the ground: everything at least as high as `from`, which the next one covers in part. */
export interface Band {
  /** −∞ for the lowest. */
  readonly from: number
  readonly colour: string
  readonly rings: readonly Float64Array[]
}

/** The bands of a ground, and where they change in shares of its range: for the legend. */
export interface GroundBands {
  readonly bands: readonly Band[]
  readonly shares: readonly number[]
}

/** A contour interval has so many bands: the steps are soft, and every second edge is a line with a number. */
const bandsPerStep = 2
/** Bands of a density that has no contour lines of its own: equal steps of its colours. */
const densityBands = 24
/** Above the ceiling the ground is this much paler, as on the screen. */
const paleness = 0.5

const mixed = (colour: string, paper: string, share: number) => {
  const bytes = /\d+/g
  const own = (colour.match(bytes) ?? []).map(Number)
  const other = bytesOfColour(paper)
  return `rgb(${own.map((byte, k) => Math.round(byte + ((other[k] ?? 255) - byte) * share)).join(' ')})`
}

/** Levels between and at those of the contours, strictly inside the range. */
function thresholds(levels: readonly number[], { floor, ceiling }: ViewScale): number[] {
  const step = levels.length > 1 ? (levels[1] - levels[0]) / bandsPerStep : (ceiling - floor) / densityBands
  const first = levels[0] ?? floor + step
  const found: number[] = []
  for (let k = Math.ceil((floor - first) / step); first + k * step < ceiling; k += 1) {
    if (first + k * step > floor) found.push(first + k * step)
  }
  return found
}

/** The bands of a landscape by its contour levels: of energies, or of a density that is the ground. */
export function heightBands(
  {
    landscape,
    levels,
    view,
  }: { readonly landscape: Landscape; readonly levels: readonly number[]; readonly view: ViewScale },
  { quantity, tokens }: { readonly quantity: 'energy' | 'density'; readonly tokens: Tokens },
): GroundBands {
  const { floor, ceiling } = view
  const range = ceiling - floor || 1
  const edges = thresholds(levels, view)
  const colourAt = (share: number) =>
    quantity === 'energy' ? energyColour(share) : densityColour(share, tokens.isDark)
  const shares = edges.map((edge) => (edge - floor) / range)
  const middle = (k: number) => ((shares[k - 1] ?? 0) + (shares[k] ?? 1)) / 2
  const bands: Band[] = [{ from: -Infinity, colour: colourAt(middle(0)), rings: [] }]
  edges.forEach((edge, k) =>
    bands.push({ from: edge, colour: colourAt(middle(k + 1)), rings: levelCurves(landscape, edge).rings }),
  )
  if (quantity === 'energy') {
    const { rings } = levelCurves(landscape, ceiling)
    bands.push({ from: ceiling, colour: mixed(colourAt(1), tokens.paper, paleness), rings })
  }
  return { bands, shares }
}

/** The bands of a density that only tints the ground. Its values stand in the middle of cells. */
export function densityTintBands({ values, columns, extent, peak }: Density, tokens: Tokens): GroundBands {
  const grid = { heights: values, columns, rows: columns, extent: extent * (1 - 1 / columns) }
  // The colours go by the root of the share.
  const shares = Array.from({ length: densityBands - 1 }, (_, k) => ((k + 1) / densityBands) ** 2)
  const colourAt = (k: number) => densityColour(((k + 0.5) / densityBands) ** 2, tokens.isDark)
  const bands: Band[] = [{ from: -Infinity, colour: densityColour(0, tokens.isDark), rings: [] }]
  shares.forEach((share, k) =>
    bands.push({ from: share * peak, colour: colourAt(k + 1), rings: levelCurves(grid, share * peak).rings }),
  )
  return { bands, shares }
}

/** The contours once more, each line in one piece: segments follow on each other, so that a file has lines and not thousands of strokes. */
export function chainedContours(landscape: Landscape, levels: readonly number[]): ContourLine[] {
  return levels.map((level) => {
    const segments: number[] = []
    for (const line of levelCurves(landscape, level).lines) {
      for (let k = 0; k + 3 < line.length; k += 2) segments.push(line[k], line[k + 1], line[k + 2], line[k + 3])
    }
    return { level, segments: Float32Array.from(segments) }
  })
}
