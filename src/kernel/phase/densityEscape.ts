import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { EscapeTime } from '../../model/phase/density.ts'
import { cellCentre } from '../../model/phase/fokkerPlanck.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import {
  type CellGrid,
  createElimination,
  type DensityTask,
  type EngineLease,
  finished,
  sampleRises,
} from './densityTask.ts'

/** Mean escape times from the stable memories ξ¹ and ξ² among `equilibria`. */
export function createEscapeTask(
  grid: CellGrid,
  equilibria: readonly NamedEquilibrium[],
  lease: EngineLease,
): DensityTask<EscapeTime[]> {
  const { noise, columns, extent } = grid
  const rises = sampleRises(grid)
  // In units of D/h², rates are numbers; so times come in units of h²/D.
  const unit = 2 * ((2 * extent) / (columns * noise)) ** 2
  const starts = ([0, 1] as const).flatMap((from) => {
    const point = equilibria.find(({ key, stability }) => key === `memory-${from + 1}+` && stability === 'stable')
    return point ? [{ from, state: point.state }] : []
  })
  const times: EscapeTime[] = []
  const steps = starts.length === 0 ? [] : [null, ...starts]
  let stage = 0
  let elimination: { advance(): boolean } | null = null
  const begin = (target: (typeof starts)[number] | null) => {
    const classes = target === null ? classesBySign(columns) : classesOutsideTwin(columns, target.from)
    return createElimination(
      lease,
      () => ({ kind: 'duration', columns, rises, classes }),
      (solution) => {
        for (const start of target === null ? starts : [target]) {
          // A current may have carried a memory out of its own quarter: there, the other one's overlap is the larger.
          const isThere = target === null && !isInOwnQuarter(start.from, start.state)
          const time = isThere ? 0 : unit * valueAt(solution, columns, extent, start.state)
          times.push({ from: start.from, to: target === null ? 'other' : 'twin', time })
        }
      },
    )
  }
  return {
    advance() {
      if (stage >= steps.length) return true
      elimination ??= begin(steps[stage])
      if (!elimination.advance()) return false
      stage++
      elimination = null
      if (stage >= steps.length) lease.end()
      return stage >= steps.length
    },
    result: () => finished(stage >= steps.length ? times.toSorted((a, b) => a.from - b.from) : null),
  }
}

function isInOwnQuarter(from: 0 | 1, [x1, x2]: ReadonlyPair): boolean {
  return from === 0 ? x1 * x2 > 0 : x1 * x2 < 0
}

/** Sign of a cell's centre along one axis. */
const sideOf = (index: number, columns: number): number => Math.sign(2 * index + 1 - columns)

/** 1 where x₁x₂ > 0, 2 where it is below 0, 0 (left at once) on the axes. */
function classesBySign(columns: number): Uint8Array {
  return Uint8Array.from({ length: columns * columns }, (_, cell) => {
    const sign = sideOf(cell % columns, columns) * sideOf(Math.floor(cell / columns), columns)
    return sign > 0 ? 1 : sign < 0 ? 2 : 0
  })
}

/** 0 in the quarter of −ξ^from with its border, 1 elsewhere. */
function classesOutsideTwin(columns: number, from: 0 | 1): Uint8Array {
  const sign = from === 0 ? -1 : 1
  return Uint8Array.from({ length: columns * columns }, (_, cell) => {
    const isTarget = sideOf(cell % columns, columns) <= 0 && sign * sideOf(Math.floor(cell / columns), columns) >= 0
    return isTarget ? 0 : 1
  })
}

/** A field of cells at a state, by the parabola through the nearest three centres each way: times are flat at the bottom of a well. */
function valueAt(field: Float64Array, columns: number, extent: number, [x1, x2]: ReadonlyPair): number {
  const [column, across] = nearest(x1, columns, extent)
  const [row, along] = nearest(x2, columns, extent)
  let sum = 0
  for (let j = 0; j < 3; j++) {
    for (let i = 0; i < 3; i++) {
      const weight = across[i] * along[j]
      // Infinity stays Infinity, though a weight may be negative.
      if (field[(row + j) * columns + column + i] === Infinity) return Infinity
      sum += weight * field[(row + j) * columns + column + i]
    }
  }
  return Math.max(0, sum)
}

/** The first of three cells about a coordinate, and Lagrange's weights. */
function nearest(x: number, columns: number, extent: number): [number, readonly [number, number, number]] {
  const place = ((x + extent) / (2 * extent)) * columns - 0.5
  const middle = Math.min(Math.max(Math.round(place), 1), columns - 2)
  const s = (x - cellCentre(middle, columns, extent)) / ((2 * extent) / columns)
  return [middle - 1, [(s * (s - 1)) / 2, 1 - s * s, (s * (s + 1)) / 2]]
}
