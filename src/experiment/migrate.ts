import { defaultExperiment } from './defaultExperiment.ts'
import { defaultPhase } from './defaultPhase.ts'
import { isParts, type Parts } from './parts.ts'
import { defaultRecall } from './recall/defaultRecall.ts'

/** What each version adds to a document of the one before. What the older one did not have but has all the same stays, to be read or refused by the schema. */
const steps: readonly ((document: Parts) => Parts)[] = [
  // Version 2 added the part `recall`.
  (document) => ({ recall: defaultRecall, ...document, version: 2 }),
  // Version 3 added `noise.particles` and `view.phase`.
  (document) => ({
    ...document,
    ...extended(document, 'noise', { particles: defaultExperiment.noise.particles }),
    ...extended(document, 'view', { phase: defaultPhase }),
    version: 3,
  }),
]

/** A document of an older version as one of the present version; anything else as it is. */
export function migrate(value: unknown): unknown {
  if (!isParts(value)) return value
  const { version } = value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > steps.length) return value
  return steps.slice(version - 1).reduce((document, step) => step(document), value)
}

/** The part of the name with more in it, where there is such a part. */
function extended(document: Parts, name: string, more: Parts): Parts {
  const part = document[name]
  return isParts(part) ? { [name]: { ...more, ...part } } : {}
}
