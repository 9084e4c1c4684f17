import type { RunPart, Results } from '../../../../engine/headless/run/results.ts'
import { resultTables } from '../../../../engine/headless/run/tables.ts'
import { csvPieces } from '../../../../exports/data/csv.ts'
import { resultsPieces } from '../../../../exports/data/json.ts'
import { createArchive } from '../../../../exports/data/zip.ts'
import type { ExportHeader } from '../../../../exports/header.ts'

export type DataFormat = 'csv' | 'json'

/** A file to be saved. */
export interface DataFile {
  readonly name: string
  readonly data: Blob
}

/** Lets the page have its turn now and then; throws where the work is not wanted any more. */
export type Breathe = () => Promise<void> | null

/**
 * Results as one file: JSON; CSV where there is one table; an archive of CSV files where there are more. Null where there is nothing. Large ones take
 * seconds, so `breathe` is called between small pieces of work.
 */
export async function dataFile(
  name: string,
  header: ExportHeader,
  results: Results,
  format: DataFormat,
  breathe: Breathe,
): Promise<DataFile | null> {
  if (format === 'json') {
    const parts = await collected(resultsPieces(header, results), breathe)
    return { name: `${name}.json`, data: new Blob(parts, { type: 'application/json' }) }
  }
  const tables = resultTables(results)
  if (tables.length === 0) return null
  if (tables.length === 1) {
    const parts = await collected(csvPieces(header, tables[0]), breathe)
    return { name: `${name}-${tables[0].name}.csv`, data: new Blob(parts, { type: 'text/csv' }) }
  }
  const archive = createArchive()
  await collected(archivedPieces(), breathe)
  return { name: `${name}.zip`, data: new Blob([...archive.finish()], { type: 'application/zip' }) }

  function* archivedPieces(): Generator<string> {
    for (const table of tables) {
      archive.begin(`${name}-${table.name}.csv`)
      for (const piece of csvPieces(header, table)) {
        archive.write(piece)
        yield ''
      }
    }
  }
}

/** All pieces, with pauses. */
async function collected(pieces: Iterable<string>, breathe: Breathe): Promise<string[]> {
  const parts: string[] = []
  for (const piece of pieces) {
    if (piece !== '') parts.push(piece)
    const pause = breathe()
    // oxlint-disable-next-line no-await-in-loop -- the pause is the purpose.
    if (pause !== null) await pause
  }
  return parts
}

/** What is not in the results and why, in sentences. */
export function remarkWords({ remarks }: Results): string {
  return remarks.map(({ sentence }) => sentence).join(' ')
}

/** The parts as a person reads them. */
export const partWords: Readonly<Record<RunPart, { readonly label: string; readonly about: string }>> = {
  landscape: { label: 'Equilibria', about: 'Position, energy, eigenvalues, name; the thresholds and the checks.' },
  trajectories: { label: 'Trajectories', about: 'Each ball over time: state, energy, both overlaps.' },
  basins: { label: 'Basins', about: 'Where each start of a grid of 257 × 257 comes to rest.' },
  density: { label: 'Stationary density', about: 'On a grid of 129 × 129, with wells and escape times.' },
  diagram: { label: 'Bifurcation diagram', about: 'Every equilibrium along the path of the diagram.' },
  recall: {
    label: 'Race',
    about: 'Of the Recall view: overlaps and energy of each model, what it was shown, what it recalls.',
  },
}
