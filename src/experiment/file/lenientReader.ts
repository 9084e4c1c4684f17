import * as v from 'valibot'
import { isParts } from '../parts.ts'

/** A part of a document to be read, and where what is not understood is listed. */
interface Reading {
  readonly schema: unknown
  readonly value: unknown
  /** Taken where the value does not parse; `missing` where there is nothing usual. */
  readonly usual: unknown
  readonly path: string
  readonly leftOut: string[]
}

/** A schema of valibot, as far as it is looked into. */
interface Node {
  readonly type: string
  readonly entries?: Readonly<Record<string, Node>>
  readonly item?: Node
  readonly options?: readonly Node[]
  readonly wrapped?: Node
  readonly literal?: unknown
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** Stands for no value. */
const missing = Symbol('missing')
/** More paths than anyone reads; a file may have a million parts that are not known. */
const mostPaths = 100
const longestPath = 60

/** The value as far as it fits the schema: parts that are not known are dropped, those that do not fit are as usual. Checks between parts are not made. */
export function readLeniently(reading: Reading): unknown {
  return read(reading)
}

function read(reading: Reading): unknown {
  const { schema, value, usual } = reading
  const node = schema as Node
  if (node.type === 'strict_object') return readParts(reading, node.entries ?? {})
  if (node.type === 'array' && node.item !== undefined) return readList(reading, node, node.item)
  if (node.type === 'variant' && isParts(value)) {
    const option = node.options?.find(({ entries }) => entries?.['kind']?.literal === value['kind'])
    const sameKind = isParts(usual) && usual['kind'] === value['kind'] ? usual : missing
    if (option !== undefined) {
      const result = read({ ...reading, schema: option, usual: sameKind })
      if (result !== missing) return result
    }
    return asUsual(reading)
  }
  const parsed = v.safeParse(schema as v.GenericSchema, value, { abortEarly: true })
  return parsed.success ? parsed.output : asUsual(reading)
}

function readParts({ value, usual, path, leftOut, schema }: Reading, entries: Readonly<Record<string, Node>>): unknown {
  if (!isParts(value)) return asUsual({ schema, value, usual, path, leftOut })
  for (const key of Object.keys(value)) if (!Object.hasOwn(entries, key)) note(leftOut, join(path, key))
  const parts: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(entries)) {
    const inner = {
      schema: entry,
      value: Object.hasOwn(value, key) ? value[key] : undefined,
      usual: isParts(usual) ? usual[key] : missing,
      path: join(path, key),
      leftOut,
    }
    const result = read(inner)
    if (result === missing) return missing
    parts[key] = result
  }
  return parts
}

/** Items that do not fit are dropped, and those beyond the longest list. */
function readList(reading: Reading, node: Node, item: Node): unknown {
  const { value, path, leftOut } = reading
  if (!Array.isArray(value)) return asUsual(reading)
  const limit = node.pipe?.find(({ type }) => type === 'max_length')?.requirement
  const longest = typeof limit === 'number' ? limit : value.length
  if (value.length > longest) note(leftOut, `${path}[${longest}]`)
  return value.slice(0, longest).flatMap((found: unknown, k) => {
    const result = read({ schema: item, value: found, usual: missing, path: `${path}[${k}]`, leftOut })
    return result === missing ? [] : [result]
  })
}

function asUsual({ usual, path, leftOut }: Reading): unknown {
  note(leftOut, path)
  return usual
}

/** Adds a path to what was left out, once, as long as there are not too many. */
export function note(leftOut: string[], path: string): void {
  const short = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path
  if (leftOut.length < mostPaths && !leftOut.includes(short)) leftOut.push(short)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
