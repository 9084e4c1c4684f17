import type { ExportHeader } from '../header.ts'
import { singleText } from './numberText.ts'

/** What a CSV file is made of: `ResultTable` of the engine, or any other. */
export interface CsvTable {
  readonly name: string
  readonly about: string
  /** Null where nothing in it is by chance. */
  readonly seed: number | null
  readonly columns: readonly string[]
  /** Columns whose numbers are of single precision: they have the fewest digits that name them. */
  readonly single: ReadonlySet<string>
  readonly rows: () => Iterable<readonly (number | string | boolean | null)[]>
}

/** RFC 4180 ends lines so. */
const lineEnd = '\r\n'

/** Rows in a piece: a millisecond or two of work. */
const rowsOfPiece = 500

/**
 * A table as CSV (RFC 4180), behind lines of comment that begin with `# ` and say where it is from. Numbers come back exactly as they were;
 * nothing is null, an empty field. The same table gives the same text. In pieces, so that a page can do something else in between.
 */
export function* csvPieces(header: ExportHeader, table: CsvTable): Generator<string> {
  let lines = [...commentLines(header, table), table.columns.map(field).join(',')]
  const isSingle = table.columns.map((name) => table.single.has(name))
  for (const row of table.rows()) {
    lines.push(row.map((cell, k) => cellText(cell, isSingle[k])).join(','))
    if (lines.length < rowsOfPiece) continue
    yield lines.join(lineEnd) + lineEnd
    lines = []
  }
  if (lines.length > 0) yield lines.join(lineEnd) + lineEnd
}

/** All pieces of `csvPieces`. */
export function csvText(header: ExportHeader, table: CsvTable): string {
  return [...csvPieces(header, table)].join('')
}

function commentLines({ title, version, link }: ExportHeader, { name, about, seed }: CsvTable): string[] {
  return [
    `Memoryscape ${version}: ${name}${title === '' ? '' : ` of "${title}"`}`,
    about,
    seed === null ? 'seed: none, nothing in this table is by chance' : `seed: ${seed}`,
    link === null ? 'link: none, no link can hold the document' : `link: ${link}`,
  ].map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}`)
}

function cellText(cell: number | string | boolean | null, isSingle: boolean): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return isSingle ? singleText(cell) : String(cell)
  return field(String(cell))
}

/** In quotes where a comma, a quote or a line break is in it, and where it would begin a comment. */
function field(text: string): string {
  return /[",\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
