import type { Experiment } from '../experiment/experiment.ts'
import { parseExperiment } from '../experiment/schema.ts'
import { exitCodes, ProgramError } from './exitCodes.ts'
import { movedNumbers, refusal } from './openDocument.ts'
import type { Changes } from './readArguments.ts'

interface ChangedDocument {
  readonly experiment: Experiment
  /** Numbers that were outside of their range. */
  readonly moved: readonly string[]
}

/**
 * The document with parts of it replaced: `input.saliency=1.2,2`, `balls[0].start=1,1`, `recall.lanes=idp,classic-held`. A value is a number, true,
 * false, null, JSON, a list of these with commas, or else a word. The schema reads what comes out. Throws a `ProgramError` with a sentence.
 */
export function changeDocument(experiment: Experiment, { overrides, seed }: Changes): ChangedDocument {
  if (overrides.length === 0 && seed === null) return { experiment, moved: [] }
  const draft: unknown = structuredClone(experiment)
  for (const [path, value] of overrides) replaceAt(draft, path, value)
  if (seed !== null) {
    replaceAt(draft, 'noise.seed', String(seed))
    replaceAt(draft, 'recall.noise.seed', String(seed))
  }
  const parsed = parseExperiment(draft)
  if (!parsed.ok) throw refusal(parsed.sentence)
  return { experiment: parsed.experiment, moved: movedNumbers(draft, parsed.experiment) }
}

function replaceAt(draft: unknown, path: string, text: string): void {
  const keys = path.split(/\.|\[|\]\.?/).filter((key) => key !== '')
  const last = keys.pop()
  let parent = draft
  for (const key of keys) parent = isHolder(parent, key) ? parent[key] : undefined
  if (last === undefined || !isHolder(parent, last)) {
    throw new ProgramError(exitCodes.refused, `${path} is not part of the document, so it cannot be set.`)
  }
  const value = valueOf(text)
  // A list of one has no comma.
  parent[last] = Array.isArray(parent[last]) && !Array.isArray(value) ? [value] : value
}

function isHolder(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}

function valueOf(text: string): unknown {
  const json = asJson(text)
  if (json !== undefined) return json
  // Commas within quotes or brackets are for JSON.
  return text.includes(',') && !/["[{]/.test(text) ? text.split(',').map((part) => asJson(part) ?? part.trim()) : text
}

/** Undefined for what is not JSON. People also write +1, .5 and a true minus sign. */
function asJson(text: string): unknown {
  const plain = text.trim().replace(/^−/, '-')
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return Number(plain)
  try {
    return JSON.parse(plain) as unknown
  } catch {
    return undefined
  }
}
