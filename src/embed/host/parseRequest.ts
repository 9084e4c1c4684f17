import * as v from 'valibot'
import { longestLink } from '../../experiment/link/linkText.ts'
import { refusalSentence } from '../../experiment/refusalSentence.ts'
import { choice, group } from '../../experiment/schemaParts.ts'
import { embedThemes } from '../../experiment/embed/embedOptions.ts'
import type { RawMessage } from './hostLine.ts'
import type { EventName, HostRequest, SettableParameters, ValueName } from './messages.ts'
import { parameterNames, parameters } from './parameters.ts'

/** A request that can be obeyed. Of a 'set', `clamped` names what was moved into its range. */
export type Request = HostRequest & { readonly clamped?: readonly string[] }

export type ParsedRequest =
  { readonly ok: true; readonly request: Request } | { readonly ok: false; readonly sentence: string }

const readingNames = ['document', 'link', 'regime', 'equilibria', 'balls', 'playing', 'time', 'title'] as const
export const valueNames: readonly ValueName[] = [...parameterNames, ...readingNames]

/** By name, so that a new event cannot be forgotten. */
const eventTable: Record<EventName, true> = {
  ready: true,
  regime: true,
  equilibria: true,
  recalled: true,
  change: true,
  play: true,
  height: true,
  error: true,
}
export const eventNames = Object.keys(eventTable) as EventName[]

/** An address in front of the link may be as long again. */
const longestAddress = 2 * longestLink
const longestGesture = 60

const nothing = group({})
const events = group({
  events: v.pipe(
    v.array(choice(...(eventNames as [EventName, EventName])), `a list of ${eventNames.join(', ')}`),
    v.maxLength(eventNames.length, `a list of at most ${eventNames.length} events`),
  ),
})
const values = group(
  Object.fromEntries(parameterNames.map((name) => [name, v.optional(parameters[name].schema)])),
) as v.GenericSchema<Partial<SettableParameters>>

/** What stands in a message beside `memoryscape`, `type` and `id`. */
const schemas: { readonly [Type in HostRequest['type']]: v.GenericSchema } = {
  hello: nothing,
  play: nothing,
  pause: nothing,
  step: nothing,
  reset: nothing,
  get: group({ name: choice(...(valueNames as [ValueName, ValueName])) }),
  set: group({
    values,
    gesture: v.optional(
      v.pipe(v.string('a word'), v.maxLength(longestGesture, `a word of at most ${longestGesture} characters`)),
    ),
  }),
  load: group({
    document: v.optional(v.unknown()),
    link: v.optional(
      v.pipe(v.string('a link'), v.maxLength(longestAddress, `a link of at most ${longestLink} characters`)),
    ),
  }),
  subscribe: events,
  unsubscribe: events,
  theme: group({ theme: choice(...embedThemes) }),
}
export const requestTypes = Object.keys(schemas)

/** Reads a message of a host. What does not fit is refused with a sentence that names the path. Never throws, if reading `message` does not. */
export function parseRequest(message: RawMessage): ParsedRequest {
  const { memoryscape: _version, id: _id, type, ...rest } = message
  if (!isType(type)) {
    return refused(`type should be ${requestTypes.map((name) => `"${name}"`).join(', ')}, but is ${shown(type)}.`)
  }
  const schema = schemas[type]
  const result = v.safeParse(schema, rest, { abortEarly: true, abortPipeEarly: true })
  if (!result.success) return refused(issueSentence(schema, result.issues[0]))
  const output = result.output as object
  if (type === 'load' && isGiven(rest['document']) === isGiven(rest['link'])) {
    return refused('A message of the type "load" should have either document or link.')
  }
  if (type !== 'set') return { ok: true, request: { type, ...output } as Request }
  const request = { type, ...output } as Request & { type: 'set' }
  return { ok: true, request: { ...request, clamped: movedNames(rest['values'] as object, request.values) } }
}

function issueSentence(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): string {
  if (issue.expected !== 'never' || issue.type !== 'strict_object') return refusalSentence(schema, issue)
  const path = shown(v.getDotPath(issue) ?? '').slice(1, -1)
  const isParameter = issue.path?.length === 2 && issue.path[0].key === 'values'
  return `${path} means nothing here${isParameter ? `: there are ${parameterNames.join(', ')}` : ': leave it out'}.`
}

/** Names of numbers that the schema has moved. */
function movedNames(asked: object, taken: Partial<SettableParameters>): string[] {
  return parameterNames.filter((name) => {
    const given: unknown = (asked as Record<string, unknown>)[name]
    const isNumeric = typeof given === 'number' || name === 'alpha'
    return isNumeric && JSON.stringify(given) !== JSON.stringify(taken[name])
  })
}

function isGiven(value: unknown): boolean {
  return value !== undefined
}

function isType(type: unknown): type is HostRequest['type'] {
  return typeof type === 'string' && Object.hasOwn(schemas, type)
}

/** What was found, short enough for a sentence. */
function shown(value: unknown): string {
  if (typeof value !== 'string') return value === undefined ? 'missing' : `a value of the type ${typeof value}`
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}

function refused(sentence: string): ParsedRequest {
  return { ok: false, sentence }
}
