/** How one kind of line on the ground looks. Widths are CSS pixels; dashes are lengths on the ground, the square being 2 wide. */
interface LineStyle {
  readonly halfWidth: number
  /** Half the width of the foot of its arrow heads. */
  readonly headHalfWidth: number
  readonly opacity: number
  /** Ink and gap; a gap of 0 is a solid line. */
  readonly dash: readonly [ink: number, gap: number]
  /** How far the edge in the other tone reaches beyond the ink, and its opacity. */
  readonly casing: readonly [reach: number, opacity: number]
}

const solid = [1, 0] as const
/** Neuron 2, and the descent of E: dashes tell without colour. Fixed to the ground, so that they do not crawl while the picture turns. */
const dashed = [0.026, 0.018] as const
const dotted = [0.0065, 0.0095] as const

/** In the order in which they are drawn: stable manifolds, which bound the basins, lie over the rest. */
const table = {
  descent: { halfWidth: 0.75, headHalfWidth: 1.9, opacity: 0.58, dash: dotted, casing: [0.8, 0.2] },
  flow: { halfWidth: 0.55, headHalfWidth: 2.1, opacity: 0.88, dash: solid, casing: [0.8, 0.2] },
  nullcline1: { halfWidth: 0.8, headHalfWidth: 0, opacity: 0.92, dash: solid, casing: [1.1, 0.4] },
  nullcline2: { halfWidth: 0.8, headHalfWidth: 0, opacity: 0.92, dash: dashed, casing: [1.1, 0.4] },
  unstable: { halfWidth: 0.55, headHalfWidth: 3.2, opacity: 1, dash: solid, casing: [1, 0.4] },
  stable: { halfWidth: 1.4, headHalfWidth: 4.2, opacity: 1, dash: solid, casing: [1.4, 0.6] },
  direction: { halfWidth: 1.15, headHalfWidth: 4.4, opacity: 1, dash: solid, casing: [1.7, 0.85] },
} as const satisfies Record<string, LineStyle>

export type LineStyleName = keyof typeof table

export const lineStyles: readonly LineStyle[] = Object.values(table)

const indices: ReadonlyMap<string, number> = new Map(Object.keys(table).map((name, index) => [name, index]))

/** Where a style stands in the table, as the shader counts. */
export function styleIndex(name: LineStyleName): number {
  return indices.get(name) ?? 0
}
