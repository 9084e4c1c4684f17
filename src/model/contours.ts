import type { Landscape } from './landscape.ts'

/** The contour of one energy level as loose segments: `segments` holds x₁, x₂ of the start and x₁, x₂ of the end, four numbers each. */
export interface ContourLine {
  readonly level: number
  readonly segments: Float32Array
}

/** Every so many steps a contour is major, to be drawn heavier and labelled. */
const MAJOR_EVERY = 5
/** A level counts as a multiple of the step within this share of it (rounding of the division). No unit. */
const STEP_TOLERANCE = 1e-6

/**
 * Contour lines of a landscape by marching squares with linear interpolation along the edges of the grid.
 *
 * `levels`: energies. One line a level, in the order given, in state coordinates; empty segments where a level is not reached. In cells
 * with two opposite corners above (saddles) the mean of the four corners decides. Not smoothed: the error is that of the grid, O(cell²).
 */
export function contourSegments(landscape: Landscape, levels: readonly number[]): ContourLine[] {
  const { heights, columns, rows } = landscape
  const collected: number[][] = levels.map(() => [])
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column
      const h00 = heights[at]
      const h10 = heights[at + 1]
      const h01 = heights[at + columns]
      const h11 = heights[at + columns + 1]
      const low = Math.min(h00, h10, h01, h11)
      const high = Math.max(h00, h10, h01, h11)
      for (let k = 0; k < levels.length; k++) {
        const level = levels[k]
        if (low < level && level <= high) pushCell(collected[k], landscape, column, row, level)
      }
    }
  }
  return levels.map((level, k) => ({ level, segments: new Float32Array(collected[k]) }))
}

/** Appends the one or two segments of a level in one cell. A corner counts as above when its height is at least the level. */
function pushCell(out: number[], landscape: Landscape, column: number, row: number, level: number): void {
  const { heights, columns, rows, extent } = landscape
  const at = row * columns + column
  const h00 = heights[at]
  const h10 = heights[at + 1]
  const h01 = heights[at + columns]
  const h11 = heights[at + columns + 1]
  const width = (2 * extent) / (columns - 1)
  const depth = (2 * extent) / (rows - 1)
  const x = -extent + column * width
  const y = -extent + row * depth
  // Crossings of the bottom, right, top and left edge; those of edges that the level does not cross are not used.
  const bottom = x + width * crossing(h00, h10, level)
  const right = y + depth * crossing(h10, h11, level)
  const top = x + width * crossing(h01, h11, level)
  const left = y + depth * crossing(h00, h01, level)
  const corners = (h00 >= level ? 1 : 0) | (h10 >= level ? 2 : 0) | (h11 >= level ? 4 : 0) | (h01 >= level ? 8 : 0)
  const isSaddle = corners === 5 || corners === 10
  const isCentreAbove = (h00 + h10 + h01 + h11) / 4 >= level
  // In a saddle the pieces cut off the two corners that differ from the centre.
  const cutsFirst = isSaddle ? (corners === 5) !== isCentreAbove : corners === 1 || corners === 14
  const cutsSecond = isSaddle ? !cutsFirst : corners === 2 || corners === 13
  if (cutsFirst) out.push(x, left, bottom, y)
  if (cutsSecond) out.push(bottom, y, x + width, right)
  if (isSaddle ? cutsFirst : corners === 4 || corners === 11) out.push(x + width, right, top, y + depth)
  if (isSaddle ? cutsSecond : corners === 8 || corners === 7) out.push(top, y + depth, x, left)
  if (corners === 3 || corners === 12) out.push(x, left, x + width, right)
  if (corners === 6 || corners === 9) out.push(bottom, y, top, y + depth)
}

/** Where `level` lies between two heights, 0 to 1. Not used where the two are equal. */
function crossing(from: number, to: number, level: number): number {
  return (level - from) / (to - from)
}

/** The step 1, 2 or 5 times a power of ten that divides [low, high] into about `about` parts; 0 for an empty range. */
export function levelStep(low: number, high: number, about: number): number {
  const ideal = (high - low) / about
  if (!(ideal > 0) || !Number.isFinite(ideal)) return 0
  const power = 10 ** Math.floor(Math.log10(ideal))
  const ratio = ideal / power
  // The borders are geometric means of neighbours: √2, √10, √50.
  const factor = ratio < Math.SQRT2 ? 1 : ratio < Math.sqrt(10) ? 2 : ratio < Math.sqrt(50) ? 5 : 10
  return factor * power
}

/** Round contour levels strictly inside (low, high): the multiples of `levelStep`, ascending, about `about` of them. */
export function niceLevels(low: number, high: number, about: number): number[] {
  const step = levelStep(low, high, about)
  if (step === 0) return []
  const levels: number[] = []
  for (let k = Math.floor(low / step) + 1; k * step < high; k++) levels.push(k * step)
  return levels
}

/** Whether a level is a multiple of five steps, to be drawn heavier. Zero is. */
export function isMajorLevel(level: number, step: number): boolean {
  const multiple = level / (MAJOR_EVERY * step)
  return Math.abs(multiple - Math.round(multiple)) < STEP_TOLERANCE
}
