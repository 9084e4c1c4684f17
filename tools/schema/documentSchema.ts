import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { experimentSchema } from '../../src/experiment/experimentSchema.ts'
import type { Range } from '../../src/experiment/ranges.ts'
import { documentWords } from './words.ts'

/** Where the schema stands, from the root of the repository; the site serves it, and the package has a copy. */
export const schemaPath = 'public/memoryscape.schema.json'

/** A JSON Schema of draft 2020-12, as far as ours use it. */
export interface DocumentSchema {
  $schema?: string
  title?: string
  description?: string
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  properties?: Record<string, DocumentSchema>
  required?: readonly string[]
  additionalProperties?: boolean
  prefixItems?: readonly DocumentSchema[]
  items?: DocumentSchema | boolean
  anyOf?: readonly DocumentSchema[]
  oneOf?: readonly DocumentSchema[]
}

/** The JSON Schema of documents of the present version, from the schema that the program reads with. Throws where a part has no words. */
export function documentSchema(): DocumentSchema {
  const bare = toJsonSchema(experimentSchema, {
    target: 'draft-2020-12',
    // What a program checks by hand (ids that differ, memories that exist) is told in words.
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) => withRange(valibotAction, jsonSchema),
  }) as DocumentSchema
  const { properties = {}, ...rest } = bare
  const address: DocumentSchema = {
    type: 'string',
    ...titled('Schema', 'Address of this schema, for editors. It is no part of the document.'),
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...titled(
      'Memoryscape document, version 3',
      'Everything a person can set. The program moves numbers that are out of range to the nearest end; anything else that does not fit is refused.',
    ),
    ...rest,
    properties: { $schema: address, ...mapValues(properties, (part, name) => withWords(part, name)) },
  }
}

/** The text of the file. */
export function documentSchemaText(): string {
  return `${JSON.stringify(documentSchema(), null, 2)}\n`
}

function titled(title: string, description: string): DocumentSchema {
  return { title, description }
}

/** The range that `ranged` has attached to a number. */
function withRange(action: object, schema: JsonSchema): JsonSchema | undefined {
  if (!('metadata' in action)) return undefined
  const { range } = action.metadata as { readonly range?: Range }
  if (range === undefined) return undefined
  const { range: _range, ...rest } = schema as JsonSchema & { readonly range?: unknown }
  return { ...rest, minimum: range.low, maximum: range.high }
}

/** A part with title and description, and all parts in it. */
function withWords(part: DocumentSchema, path: string): DocumentSchema {
  const known = documentWords[path]
  if (known === undefined) throw new Error(`There are no words for ${path} in tools/schema/words.ts.`)
  return { ...known, ...withInnerWords(part, path) }
}

function withInnerWords(part: DocumentSchema, path: string): DocumentSchema {
  const { properties, prefixItems, items, anyOf, oneOf } = part
  const inner = (option: DocumentSchema) => withInnerWords(option, path)
  return {
    ...part,
    ...(properties && { properties: mapValues(properties, (child, name) => withWords(child, `${path}.${name}`)) }),
    ...(prefixItems && { prefixItems: prefixItems.map((item) => withWords(item, `${path}[]`)) }),
    ...(typeof items === 'object' && { items: withWords(items, `${path}[]`) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(oneOf && { oneOf: oneOf.map(inner) }),
  }
}

function mapValues<T, S>(
  record: Readonly<Record<string, T>>,
  change: (value: T, name: string) => S,
): Record<string, S> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]))
}
