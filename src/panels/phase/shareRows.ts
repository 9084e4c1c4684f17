import type { Basins } from '../../model/phase/basins.ts'
import type { Density } from '../../model/phase/density.ts'
import { nameOfKey } from '../../plots/phase/attractors.ts'

/** How much of a whole goes to one memory and its twin, or to the origin. */
export interface ShareRow {
  /** 'memory 1', as `Prose` sets it. */
  readonly label: string
  /** The memory (0 or 1); null for the origin and for what is left. */
  readonly memory: 0 | 1 | null
  /** Null where there is no such well. */
  readonly own: number | null
  readonly twin: number | null
  readonly together: number
}

/** Less than this share on the borders is only their width in cells. */
const tellableShare = 5e-4

/** Basin shares by memory. `attractors` may hold memories, their twins, the origin, and with a current mixed states. */
export function basinRows({ attractors, fractions }: Pick<Basins, 'attractors' | 'fractions'>): ShareRow[] {
  const rows: ShareRow[] = []
  for (const mu of [0, 1] as const) {
    const share = (sign: 1 | -1): number | null => {
      const at = attractors.findIndex((key) => {
        const name = nameOfKey(key)
        return name.kind === 'memory' && name.mu === mu && name.sign === sign
      })
      return at < 0 ? null : (fractions[at] ?? null)
    }
    const [own, twin] = [share(1), share(-1)]
    if (own === null && twin === null) continue
    rows.push({ label: `memory ${mu + 1}`, memory: mu, own, twin, together: (own ?? 0) + (twin ?? 0) })
  }
  attractors.forEach((key, at) => {
    const { kind } = nameOfKey(key)
    if (kind === 'memory') return
    const label = kind === 'origin' ? 'the origin' : 'a mixed state'
    rows.push({ label, memory: null, own: null, twin: null, together: fractions[at] ?? 0 })
  })
  const rest = 1 - fractions.reduce((sum, share) => sum + share, 0)
  if (rest > tellableShare) rows.push({ label: 'undecided', memory: null, own: null, twin: null, together: rest })
  return rows
}

/** Probability in the four quarters of the plane, by memory. */
export function probabilityRows({ masses, quarters }: Pick<Density, 'masses' | 'quarters'>): ShareRow[] {
  return ([0, 1] as const).map((mu) => ({
    label: `memory ${mu + 1}`,
    memory: mu,
    own: quarters[mu],
    twin: quarters[mu === 0 ? 2 : 3],
    together: masses[mu],
  }))
}
