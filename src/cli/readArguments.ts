import { parseArgs } from 'node:util'
import { longestDuration, mostSamples } from '../engine/headless/run/wish.ts'
import { runParts, type RunPart } from '../engine/headless/run/results.ts'
import { tableNames, type TableName } from '../engine/headless/run/tables.ts'
import { ranges } from '../experiment/ranges.ts'
import type { KernelWish } from '../kernel/networkKernel.ts'
import { commandNames, commands, type CommandName } from './commands.ts'
import { usageError } from './exitCodes.ts'

/** What the arguments ask for. */
export type Request =
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | { readonly kind: 'version' }
  | RunRequest
  | { readonly kind: 'validate'; readonly document: string; readonly isQuiet: boolean }
  | LinkRequest

/** How the document is changed before anything else. */
export interface Changes {
  /** Pairs of path and value. */
  readonly overrides: readonly (readonly [string, string])[]
  readonly seed: number | null
}

export interface RunRequest extends Changes {
  readonly kind: 'run'
  readonly document: string
  /** Null for the standard output. */
  readonly out: string | null
  readonly format: 'json' | 'csv'
  /** Null for what the document shows. */
  readonly parts: readonly RunPart[] | null
  readonly tables: readonly TableName[] | null
  readonly duration: number | null
  readonly samples: number | null
  readonly kernel: KernelWish | null
  readonly title: string | null
  readonly isQuiet: boolean
}

export interface LinkRequest extends Changes {
  readonly kind: 'link'
  readonly document: string
  readonly site: string | null
  readonly view: 'landscape' | 'recall'
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** Reads the arguments behind the name of the program. Throws a `ProgramError` with a sentence. */
export function readArguments(args: readonly string[]): Request {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return helpRequest(rest[0])
  if (name === '--version') return { kind: 'version' }
  const command = commandNames.find((candidate) => candidate === name)
  if (command === undefined) {
    throw usageError(`There is no command "${name}": it should be ${commandNames.slice(0, -1).join(', ')} or link.`)
  }
  const { values, positionals } = parsed(command, rest)
  if (values.help === true) return { kind: 'help', command }
  const [document, ...surplus] = positionals
  if (document === undefined) throw usageError('Say which document: a file, "-", a link or a preset.')
  if (surplus.length > 0) throw usageError(`One document at a time: "${surplus[0]}" is one too many.`)
  switch (command) {
    case 'run':
      return runRequest(document, values)
    case 'validate':
      return { kind: 'validate', document, isQuiet: values.quiet === true }
    case 'link':
      return {
        kind: 'link',
        document,
        site: siteOf(values),
        view: oneOf(values, 'view', ['landscape', 'recall']) ?? 'landscape',
        ...changesOf(values),
      }
    default:
      return command satisfies never
  }
}

function helpRequest(name: string | undefined): Request {
  return { kind: 'help', command: commandNames.find((candidate) => candidate === name) ?? null }
}

function parsed(command: CommandName, args: readonly string[]): { values: Values; positionals: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(commands[command].options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node goes on about arguments that begin with a dash.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/)
    throw usageError(`${sentence}. See memoryscape ${command} --help.`)
  }
}

function runRequest(document: string, values: Values): RunRequest {
  const out = text(values, 'out')
  const isCsvFile = out?.toLowerCase().endsWith('.csv') === true
  const format = oneOf(values, 'format', ['json', 'csv']) ?? (isCsvFile ? 'csv' : 'json')
  const tables = listOf(values, 'tables', tableNames)
  if (tables !== null && format !== 'csv') throw usageError('--tables is for CSV: add --format csv.')
  return {
    kind: 'run',
    document,
    out: out === '-' ? null : out,
    format,
    parts: listOf(values, 'parts', runParts),
    tables,
    duration: numberOf(values, 'duration', { low: 0, high: longestDuration, isWhole: false }),
    samples: numberOf(values, 'samples', { low: 1, high: mostSamples, isWhole: true }),
    kernel: oneOf(values, 'kernel', ['fastest', 'reproducible', 'javascript']),
    title: text(values, 'title'),
    isQuiet: values.quiet === true,
    ...changesOf(values),
  }
}

function changesOf(values: Values): Changes {
  const set = Array.isArray(values.set) ? values.set : []
  const overrides = set.map((entry) => {
    const match = /^([^=]+)=(.*)$/s.exec(String(entry))
    if (match === null) throw usageError(`--set needs PATH=VALUE, such as input.saliency=1.2,2, but has "${entry}".`)
    return [match[1].trim(), match[2]] as const
  })
  return { overrides, seed: numberOf(values, 'seed', ranges.seed) }
}

function text(values: Values, name: string): string | null {
  const value = values[name]
  if (typeof value !== 'string') return null
  if (value === '') throw usageError(`--${name} needs a value.`)
  return value
}

function oneOf<const T extends string>(values: Values, name: string, options: readonly T[]): T | null {
  const value = text(values, name)
  if (value === null) return null
  const found = options.find((option) => option === value)
  if (found === undefined) throw usageError(`--${name} should be ${choice(options)}, but is "${value}".`)
  return found
}

/** Some of the options, in their own order; "all" for all of them. */
function listOf<const T extends string>(values: Values, name: string, options: readonly T[]): readonly T[] | null {
  const value = text(values, name)
  if (value === null) return null
  if (value === 'all') return options
  const wanted = value.split(',').map((word) => word.trim())
  const unknown = wanted.find((word) => options.every((option) => option !== word))
  if (unknown !== undefined)
    throw usageError(`--${name} should be some of ${options.join(', ')}, but has "${unknown}".`)
  return options.filter((option) => wanted.includes(option))
}

interface Limits {
  readonly low: number
  readonly high: number
  readonly isWhole: boolean
}

function numberOf(values: Values, name: string, { low, high, isWhole }: Limits): number | null {
  const value = text(values, name)
  if (value === null) return null
  const number = Number(value)
  const fits = value.trim() !== '' && number >= low && number <= high && (!isWhole || Number.isInteger(number))
  if (fits && (number > 0 || isWhole)) return number
  const kind = isWhole ? 'a whole number' : 'a number'
  const range = isWhole ? `from ${low} to ${high}` : `above ${low} and at most ${high}`
  throw usageError(`--${name} should be ${kind} ${range}, but is "${value}".`)
}

function siteOf(values: Values): string | null {
  const site = text(values, 'site')
  if (site !== null && !/^(https?|file):\/\//i.test(site)) {
    throw usageError(`--site should be an address that begins with https://, http:// or file://, but is "${site}".`)
  }
  return site === null ? null : site.replace(/#.*$/s, '')
}

function choice(options: readonly string[]): string {
  return `${options.slice(0, -1).join(', ')} or ${options.slice(-1).join('')}`
}
