import * as v from 'valibot'
import { defaultExperiment } from '../defaultExperiment.ts'
import { experimentSchema } from '../experimentSchema.ts'
import { note } from './lenientReader.ts'

type Key = string | number
type Parts = Record<Key, unknown>

/** Each round drops one item of a list, of which there are 128 at most, or goes one part further out. */
const mostRounds = 200

/**
 * What parts of a document have against each other is mended: an item of a list goes, another part is as usual; where that does not help, the
 * part around it is as usual. In the end, at most all of it. `document`: every part by itself is valid.
 */
export function mendMisfits(document: unknown, leftOut: string[]): unknown {
  let mended = document
  const tried = new Set<string>()
  for (let round = 0; round < mostRounds; round++) {
    const result = v.safeParse(experimentSchema, mended, { abortEarly: true, abortPipeEarly: true })
    if (result.success) return mended
    const keys = (result.issues[0].path ?? []).map((item) => item.key as Key)
    mended = mendAt(mended, keys, tried, leftOut)
  }
  note(leftOut, 'recall')
  return withValue(mended, ['recall'], defaultExperiment.recall)
}

/** One step: the innermost place on the way to the misfit that was not tried before. */
function mendAt(document: unknown, keys: readonly Key[], tried: Set<string>, leftOut: string[]): unknown {
  const itemAt = keys.findIndex((key) => typeof key === 'number')
  const isItem = itemAt > 0 && isListItem(document, keys.slice(0, itemAt + 1))
  if (isItem) {
    note(leftOut, pathText(keys.slice(0, itemAt + 1)))
    return withoutItem(document, keys.slice(0, itemAt), keys[itemAt] as number)
  }
  const named = itemAt > 0 ? keys.slice(0, itemAt) : keys
  for (let length = Math.min(2, named.length); length > 0; length--) {
    const path = named.slice(0, length)
    const text = pathText(path)
    if (tried.has(text)) continue
    tried.add(text)
    note(leftOut, text)
    return withValue(document, path, valueAt(defaultExperiment, path))
  }
  return defaultExperiment
}

/** Items of lists of any length can go; those of pairs cannot. */
function isListItem(document: unknown, keys: readonly Key[]): boolean {
  const list = valueAt(document, keys.slice(0, -1))
  const name = keys.at(-2)
  return (
    Array.isArray(list) &&
    (name === 'balls' || name === 'faders' || name === 'keyframes' || keys.join().startsWith('recall,memories'))
  )
}

function withoutItem(document: unknown, path: readonly Key[], k: number): unknown {
  const list = valueAt(document, path) as readonly unknown[]
  return withValue(
    document,
    path,
    list.filter((_, index) => index !== k),
  )
}

function valueAt(document: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Parts)[key], document)
}

function withValue(document: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  const parts = document as Parts
  return { ...parts, [key]: rest.length === 0 ? value : withValue(parts[key], rest, value) }
}

function pathText(keys: readonly Key[]): string {
  return keys.map((key, k) => (typeof key === 'number' ? `[${key}]` : `${k === 0 ? '' : '.'}${key}`)).join('')
}
