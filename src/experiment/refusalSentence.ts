import type { BaseIssue } from 'valibot'
import { numberText } from './ranges.ts'

const longestQuote = 40

/** One issue of the schema as a sentence: 'input.saliency[0] should be a number from −3 to 5, but is "abc".' */
export function refusalSentence(schema: unknown, issue: BaseIssue<unknown>): string {
  const items = (issue.path ?? []) as readonly PathItem[]
  const keys = items.map((item) => item.key)
  const isSurplus = issue.expected === 'never'
  // A list that is too long is told as a whole, not by its first surplus item.
  if (isSurplus && issue.type === 'strict_tuple') return sentence(keys.slice(0, -1), issue.message, items.at(-1)?.input)
  if (isSurplus) return `${pathText(keys)} is not part of an experiment: remove it.`
  return sentence(keys, issue.type === 'strict_object' ? expectedAt(schema, items) : issue.message, issue.input)
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

interface SchemaNode {
  readonly entries?: Record<string, SchemaNode>
  readonly item?: SchemaNode
  readonly items?: readonly SchemaNode[]
  readonly options?: readonly SchemaNode[]
  readonly wrapped?: SchemaNode
  readonly literal?: unknown
  readonly message?: string | ((issue: object) => string)
}

interface PathItem {
  readonly key?: unknown
  readonly input?: unknown
}

/** The phrase of the schema at the end of the path. */
function expectedAt(schema: unknown, path: readonly PathItem[]): string {
  let node = schema as SchemaNode
  for (const { key, input } of path) {
    const option = optionFor(node, input)
    const next = typeof key === 'number' ? (option.items?.[key] ?? option.item) : option.entries?.[String(key)]
    if (next === undefined) return 'there'
    node = next.wrapped ?? next
  }
  const { message = 'there' } = node
  return typeof message === 'string' ? message : message({})
}

/** Of a choice between objects the one whose kind the value has. */
function optionFor(node: SchemaNode, value: unknown): SchemaNode {
  if (node.options === undefined || typeof value !== 'object' || value === null || !('kind' in value)) return node
  return node.options.find((option) => option.entries?.['kind']?.literal === value.kind) ?? node
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
