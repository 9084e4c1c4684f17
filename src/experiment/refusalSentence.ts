import type { BaseIssue } from 'valibot'
import { numberText } from './ranges.ts'

const longestQuote = 40

/** One issue of the schema as a sentence: 'input.saliency[0] should be a number from −3 to 5, but is "abc".' */
export function refusalSentence(schema: unknown, issue: BaseIssue<unknown>): string {
  const items = (issue.path ?? []) as readonly { readonly key?: unknown; readonly input?: unknown }[]
  const keys = items.map((item) => item.key)
  const isSurplus = issue.expected === 'never'
  // A list that is too long is told as a whole, not by its first surplus item.
  if (isSurplus && issue.type === 'strict_tuple') return sentence(keys.slice(0, -1), issue.message, items.at(-1)?.input)
  if (isSurplus) return `${pathText(keys)} is not part of an experiment: remove it.`
  return sentence(keys, issue.type === 'strict_object' ? expectedAt(schema, keys) : issue.message, issue.input)
}

function sentence(keys: readonly unknown[], expected: string, found: unknown): string {
  const path = pathText(keys)
  if (found === undefined) return `${path} is missing: it should be ${expected}.`
  const isList = Array.isArray(found) && expected.startsWith('a list')
  return `${path} should be ${expected}, but is ${isList ? `a list of ${found.length}` : valueText(found)}.`
}

function pathText(keys: readonly unknown[]): string {
  let text = ''
  for (const key of keys) {
    if (typeof key === 'number') text += `[${key}]`
    else text += `${text === '' ? '' : '.'}${shorten(String(key))}`
  }
  return text === '' ? 'The experiment' : text
}

/** The phrase of the schema at the end of the path. */
function expectedAt(schema: unknown, keys: readonly unknown[]): string {
  let node = schema as { entries?: Record<string, unknown>; item?: unknown; items?: unknown[]; message?: unknown }
  for (const key of keys) {
    const next = typeof key === 'number' ? (node.items?.[key] ?? node.item) : node.entries?.[String(key)]
    if (next === undefined) return 'there'
    node = next as typeof node
  }
  return typeof node.message === 'string' ? node.message : 'there'
}

function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(shorten(value))
    case 'number':
      return Number.isNaN(value) ? 'not a number (NaN)' : numberText(value)
    case 'bigint':
      return shorten(String(value))
    case 'boolean':
      return String(value)
    case 'undefined':
      return 'missing'
    case 'object':
      return value === null ? 'empty (null)' : Array.isArray(value) ? 'a list' : 'an object'
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
  }
}

function shorten(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}
