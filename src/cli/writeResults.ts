import { access, constants, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Results } from '../engine/headless/run/results.ts'
import { resultTables } from '../engine/headless/run/tables.ts'
import { csvText } from '../exports/data/csv.ts'
import { resultsText } from '../exports/data/json.ts'
import type { ExportHeader } from '../exports/header.ts'
import { exitCodes, ProgramError, usageError } from './exitCodes.ts'
import type { RunRequest } from './readArguments.ts'
import { reasonOf } from './readLimited.ts'
import type { Output } from './streams.ts'

/** A run may take hours: before it, whether its results will have a place. Throws the same sentence as the writing would. */
export async function checkPlace({ out, format }: Pick<RunRequest, 'out' | 'format'>): Promise<void> {
  if (out === null || out === '-') return
  try {
    const there = await stat(out).catch(() => null)
    const isFolder = there?.isDirectory() === true
    // The tables of CSV are files beside it: results-equilibria.csv.
    if (isFolder && format === 'json') throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    await access(there === null || isFolder ? dirname(out) : out, constants.W_OK)
  } catch (error) {
    throw notWritten(out, error)
  }
}

/** Writes results where they were asked for. Returns the files; none for the standard output. */
export async function writeResults(
  { out, format, tables: wanted }: Pick<RunRequest, 'out' | 'format' | 'tables'>,
  header: ExportHeader,
  results: Results,
  stdout: Output,
): Promise<string[]> {
  if (format === 'json') return write(new Map([[out ?? '-', resultsText(header, results)]]), stdout)
  const all = resultTables(results)
  const tables = wanted === null ? all : all.filter(({ name }) => wanted.includes(name))
  const names = tables.map(({ name }) => name).join(', ')
  if (tables.length === 0) throw usageError('There is no such table in these results: ask for its part with --parts.')
  if (out === null && tables.length > 1) {
    throw usageError(`CSV has one table a file: choose one of ${names} with --tables, or give a file with --out.`)
  }
  const texts = tables.map((table) => {
    return [tables.length === 1 ? (out ?? '-') : nameWith(out ?? '', table.name), csvText(header, table)] as const
  })
  return write(new Map(texts), stdout)
}

/** results.csv → results-equilibria.csv */
function nameWith(out: string, table: string): string {
  return `${out.replace(/\.csv$/i, '')}-${table}.csv`
}

async function write(texts: ReadonlyMap<string, string>, stdout: Output): Promise<string[]> {
  const files = [...texts].filter(([path]) => path !== '-')
  const toStandardOutput = texts.get('-')
  if (toStandardOutput !== undefined) stdout.write(toStandardOutput)
  await Promise.all(files.map(writeOne))
  return files.map(([path]) => path)
}

async function writeOne([path, text]: readonly [string, string]): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw notWritten(path, error)
  }
}

function notWritten(path: string, error: unknown): ProgramError {
  return new ProgramError(exitCodes.failed, `${path} could not be written: ${reasonOf(error)}.`)
}
