/** Overlaps of one lane now, P numbers; null where the lane has none yet. */
export type LaneOverlaps = readonly number[] | null

export interface OverlapRow {
  readonly mu: number
  /** One a lane. */
  readonly overlaps: readonly (number | null)[]
}

/** The rows of the table: the memories with the largest |m| in any lane, at most `most` of them, in the order of the bank. */
export function overlapRows(
  lanes: readonly LaneOverlaps[],
  patternCount: number,
  most: number,
): { readonly rows: readonly OverlapRow[]; readonly left: number; readonly leftBelow: number } {
  const all = Array.from({ length: patternCount }, (_, mu) => {
    const overlaps = lanes.map((lane) => lane?.[mu] ?? null)
    return { mu, overlaps, peak: Math.max(0, ...overlaps.map((value) => Math.abs(value ?? 0))) }
  })
  const byPeak = all.toSorted((a, b) => b.peak - a.peak || a.mu - b.mu)
  const rows = byPeak.slice(0, most).toSorted((a, b) => a.mu - b.mu)
  return { rows, left: Math.max(0, all.length - most), leftBelow: byPeak[most]?.peak ?? 0 }
}
