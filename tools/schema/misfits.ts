import type { DocumentSchema } from './documentSchema.ts'

/** What a value breaks of a schema, as paths; empty where it is valid. Knows the keywords that the schema of the document has, and throws on others. */
export function misfits(schema: DocumentSchema, value: unknown, path = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const check = checks[keyword]
    if (check === undefined) throw new Error(`The keyword ${keyword} is not known here.`)
    return check(wanted as never, value, path, schema)
  })
}

type Check = (wanted: never, value: unknown, path: string, schema: DocumentSchema) => string[]

const nothing: Check = () => []
const when =
  <T>(isBroken: (wanted: T, value: unknown) => boolean): Check =>
  (wanted: T, value, path) =>
    isBroken(wanted, value) ? [path] : []

const checks: Readonly<Record<string, Check>> = {
  $schema: nothing,
  title: nothing,
  description: nothing,
  type: when((wanted: string, value) => !typesOf(value).includes(wanted)),
  const: when((wanted: unknown, value) => value !== wanted),
  enum: when((wanted: readonly unknown[], value) => !wanted.includes(value)),
  pattern: when((wanted: string, value) => typeof value === 'string' && !new RegExp(wanted, 'u').test(value)),
  minimum: when((wanted: number, value) => typeof value === 'number' && value < wanted),
  maximum: when((wanted: number, value) => typeof value === 'number' && value > wanted),
  minLength: when((wanted: number, value) => typeof value === 'string' && Array.from(value).length < wanted),
  maxLength: when((wanted: number, value) => typeof value === 'string' && Array.from(value).length > wanted),
  minItems: when((wanted: number, value) => Array.isArray(value) && value.length < wanted),
  maxItems: when((wanted: number, value) => Array.isArray(value) && value.length > wanted),
  required: (wanted: readonly string[], value, path) =>
    isParts(value) ? wanted.filter((name) => value[name] === undefined).map((name) => join(path, name)) : [],
  properties: (wanted: Record<string, DocumentSchema>, value, path) =>
    isParts(value)
      ? Object.entries(wanted).flatMap(([name, inner]) =>
          value[name] === undefined ? [] : misfits(inner, value[name], join(path, name)),
        )
      : [],
  additionalProperties: (_: false, value, path, { properties = {} }) =>
    isParts(value)
      ? Object.keys(value)
          .filter((name) => !(name in properties))
          .map((name) => join(path, name))
      : [],
  prefixItems: (wanted: readonly DocumentSchema[], value, path) =>
    Array.isArray(value)
      ? wanted.flatMap((inner, k) => (k < value.length ? misfits(inner, value[k], `${path}[${k}]`) : []))
      : [],
  items: (wanted: DocumentSchema | boolean, value, path, { prefixItems = [] }) => {
    if (!Array.isArray(value)) return []
    if (typeof wanted === 'boolean') return wanted || value.length <= prefixItems.length ? [] : [path]
    return value.flatMap((item, k) => (k < prefixItems.length ? [] : misfits(wanted, item, `${path}[${k}]`)))
  },
  anyOf: (wanted: readonly DocumentSchema[], value, path) =>
    wanted.some((option) => misfits(option, value).length === 0) ? [] : [path],
  oneOf: (wanted: readonly DocumentSchema[], value, path) =>
    wanted.filter((option) => misfits(option, value).length === 0).length === 1 ? [] : [path],
}

/** The names that JSON Schema has for the type of a value: a whole number has two. */
function typesOf(value: unknown): readonly string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value]
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
