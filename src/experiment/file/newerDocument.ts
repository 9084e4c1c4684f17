import { defaultExperiment } from '../defaultExperiment.ts'
import type { Experiment } from '../experiment.ts'
import { experimentSchema } from '../experimentSchema.ts'
import { parseExperiment } from '../schema.ts'
import { note, readLeniently } from './lenientReader.ts'
import { mendMisfits } from './mendMisfits.ts'

/** The text of a document that a newer Memoryscape wrote. */
export interface NewerDocument {
  readonly version: number
  readonly text: string
  /** The text, parsed. */
  readonly value: unknown
}

/** A newer document as far as this version understands it. */
export interface UnderstoodDocument {
  readonly experiment: Experiment
  /** Paths of what was not understood: parts that are not known here, and parts that are as usual instead. */
  readonly leftOut: readonly string[]
}

/**
 * Reads a document of a newer version as far as it goes: parts that are not known are dropped, those that do not parse are as in the default
 * document, and items of lists that do not parse are dropped. What comes out is always a valid document. Null where nothing is understood.
 * Never throws.
 */
export function understandNewer({ value }: NewerDocument): UnderstoodDocument | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const leftOut: string[] = []
  const present: Record<string, unknown> = {}
  // Not by spreading: a file may have a million parts.
  for (const [key, part] of Object.entries(value)) {
    if (key === 'version' || key === '$schema') continue
    if (Object.hasOwn(defaultExperiment, key)) present[key] = part
    else note(leftOut, key)
  }
  if (Object.keys(present).length === 0) return null
  present['version'] = defaultExperiment.version
  const read = readLeniently({ schema: experimentSchema, value: present, usual: defaultExperiment, path: '', leftOut })
  const mended = mendMisfits(read, leftOut)
  const parsed = parseExperiment(mended)
  // What is mended is valid; should a check of the schema ever be unknown there, the page still has something to show.
  return parsed.ok ? { experiment: parsed.experiment, leftOut } : null
}

/** Paths that a sentence names before it only counts. */
const namedPaths = 3

/** What to say beside a newer document. `version`: what it has. */
export function newerSentence(version: number, leftOut: readonly string[]): string {
  const head = `This document is from a newer Memoryscape: it has version ${version}, and this page reads up to ${defaultExperiment.version}. It can be looked at, not changed`
  if (leftOut.length === 0) return `${head}; all of it is understood.`
  const named = leftOut.slice(0, namedPaths).join(', ')
  const more = leftOut.length > namedPaths ? ` and ${leftOut.length - namedPaths} more` : ''
  return `${head}. Not understood: ${named}${more}.`
}
