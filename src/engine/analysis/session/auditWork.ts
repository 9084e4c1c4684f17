import type { Basins } from '../../../model/phase/basins.ts'
import { createRandom } from '../../../model/random.ts'
import type { BasinAudit } from '../protocol.ts'
import type { Pace } from './pace.ts'
import type { StudiedSystem, Work } from './work.ts'

/** Any fixed number: the same network is always audited at the same starts. */
const auditSeed = 2025

/**
 * Compares the labels with accurate integration from random starts, uniform in the square.
 *
 * A start whose cell and the eight around it do not all have the same label is closer than a cell to a separatrix, or may be: there the label
 * is that of the cell's centre, not that of the start, and nothing can be said. `endOf`: key of the attractor; null, where it is not reached,
 * is skipped too.
 */
export function createAuditWork(
  studied: StudiedSystem,
  basins: Basins,
  starts: number,
  endOf: (studied: StudiedSystem, x1: number, x2: number) => string | null,
  pace: Pace,
): Work<BasinAudit> {
  const { columns, extent, attractors } = basins
  const random = createRandom(auditSeed)
  let done = 0
  let agreed = 0
  let skipped = 0

  function compareOne() {
    const across = random.uniform()
    const along = random.uniform()
    const label = sharedLabel(basins, Math.floor(along * columns), Math.floor(across * columns))
    const end = label === null ? null : endOf(studied, extent * (2 * across - 1), extent * (2 * along - 1))
    if (label === null || end === null) skipped++
    else if (end === attractors[label - 1]) agreed++
    done++
  }

  return {
    advance() {
      pace.piece((count) => {
        for (let k = 0; k < count && done < starts; k++) compareOne()
      })
      return done >= starts
    },
    result: () => ({ starts: done, agreed, skipped }),
  }
}

/** The label that a cell shares with all its neighbours; null where it shares none, or is undecided. */
function sharedLabel({ labels, columns }: Basins, row: number, column: number): number | null {
  const label = labels[row * columns + column]
  if (label === 0) return null
  for (let r = Math.max(0, row - 1); r <= Math.min(columns - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
      if (labels[r * columns + c] !== label) return null
    }
  }
  return label
}
