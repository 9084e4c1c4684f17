import * as v from 'valibot'
import type { Experiment } from './experiment.ts'
import { experimentSchema } from './experimentSchema.ts'
import { migrate } from './migrate.ts'
import { recallEditSchema } from './recall/recallSchema.ts'
import { refusalSentence } from './refusalSentence.ts'

/** The outcome of reading a document from outside. */
export type ParsedExperiment =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly sentence: string }

/** The first issue is enough for a sentence. */
const quick = { abortEarly: true, abortPipeEarly: true } as const

/**
 * Reads a document from anywhere. A finite number outside its range is moved to the nearest end. Anything else that does not fit is
 * refused with a sentence that names the path, what was found and what is expected. A document of an older version is brought up to the
 * present one. `$schema`, by which editors know what may be written, is no part of it and is left away. Never throws.
 */
export function parseExperiment(value: unknown): ParsedExperiment {
  try {
    const result = v.safeParse(experimentSchema, migrate(withoutSchema(value)), quick)
    return result.success ? { ok: true, experiment: result.output } : refused(result.issues[0])
  } catch {
    // An object whose getters throw: it cannot come from JSON, but nothing from outside may break the page.
    return { ok: false, sentence: 'This is not an experiment: it could not be read.' }
  }
}

/**
 * Reads what an edit made of a document that was read before: as `parseExperiment`, but only the parts that are other objects now, so that
 * a slider and a pen cost the same beside a hundred memories.
 */
export function parseEdit(before: Experiment, edited: Experiment): ParsedExperiment {
  const parts = Object.keys(experimentSchema.entries) as (keyof Experiment)[]
  if (Object.keys(edited).length !== parts.length) return parseExperiment(edited)
  const [first, ...others] = parts.filter((part) => edited[part] !== before[part])
  if (first === undefined) return { ok: true, experiment: before }
  const changed = [first, ...others] as const
  const values = Object.fromEntries(changed.map((part) => [part, edited[part]]))
  const entries = { ...experimentSchema.entries, recall: v.lazy(() => recallEditSchema(before.recall)) }
  const result = v.safeParse(v.pick(v.strictObject(entries), changed), values, quick)
  return result.success ? { ok: true, experiment: { ...before, ...result.output } } : refused(result.issues[0])
}

function refused(issue: v.BaseIssue<unknown>): ParsedExperiment {
  return { ok: false, sentence: refusalSentence(experimentSchema, issue) }
}

/** The value without the address of its JSON Schema, where it has one. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('$schema' in value)) return value
  const { $schema, ...document } = value
  return typeof $schema === 'string' ? document : value
}
