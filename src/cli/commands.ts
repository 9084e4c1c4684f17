import { longestDuration, mostSamples } from '../engine/headless/run/wish.ts'
import { runParts } from '../engine/headless/run/results.ts'
import { tableNames } from '../engine/headless/run/tables.ts'
import { presets } from '../experiment/presets/presets.ts'
import { recallPresets } from '../experiment/recall/recallPresets.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: true
  /** What stands for the value in the help. */
  readonly value?: string
  readonly about: string
}

export const commandNames = ['run', 'validate', 'link'] as const
export type CommandName = (typeof commandNames)[number]

export interface CommandSpec {
  readonly about: string
  readonly options: Readonly<Record<string, OptionSpec>>
  readonly examples: readonly string[]
}

const changes: Readonly<Record<string, OptionSpec>> = {
  set: {
    type: 'string',
    multiple: true,
    value: 'PATH=VALUE',
    about: 'Change a part of the document first, such as input.saliency=1.2,2. May be given more than once.',
  },
  seed: { type: 'string', value: 'N', about: 'The seed of the noise, in both views.' },
}

const help: OptionSpec = { type: 'boolean', short: 'h', about: 'Say this.' }
const quiet: OptionSpec = { type: 'boolean', short: 'q', about: 'Say nothing but what went wrong.' }

/** The commands, as they are parsed and as the help has them. */
export const commands: Readonly<Record<CommandName, CommandSpec>> = {
  run: {
    about: 'Runs a document and writes the results.',
    options: {
      out: { type: 'string', short: 'o', value: 'FILE', about: 'Where to; "-", the usual, is the standard output.' },
      format: {
        type: 'string',
        short: 'f',
        value: 'json|csv',
        about: 'Usually json, and csv for a file that ends so.',
      },
      parts: {
        type: 'string',
        short: 'p',
        value: 'LIST',
        about: `What to compute, of ${runParts.join(', ')}; or all. Usually what the document shows.`,
      },
      tables: {
        type: 'string',
        value: 'LIST',
        about: `Of CSV: which tables, of ${tableNames.join(', ')}. Usually all that there are, a file each.`,
      },
      duration: {
        type: 'string',
        short: 'd',
        value: 'T',
        about: `Model time of balls and race, at most ${longestDuration}. Usually 40 for the balls; the timeline, or 10, for the race.`,
      },
      samples: {
        type: 'string',
        short: 'n',
        value: 'N',
        about: `So many samples after the start, at most ${mostSamples}. Usually all: one every 0.02 or so.`,
      },
      ...changes,
      kernel: {
        type: 'string',
        value: 'KIND',
        about:
          'fastest, reproducible (the same on every processor) or javascript (no WebAssembly). Usually what the document says.',
      },
      title: { type: 'string', value: 'TEXT', about: 'The name of the document in the results.' },
      quiet,
      help,
    },
    examples: [
      'memoryscape run document.json --out results.json',
      'memoryscape run fig2d --parts trajectories --set input.saliency=1.2,2 --out balls.csv',
      'cat document.json | memoryscape run - --parts landscape | jq .landscape.equilibria',
    ],
  },
  validate: {
    about: 'Says whether a document can be read, and what of it was moved into its range.',
    options: { quiet, help },
    examples: ['memoryscape validate document.json'],
  },
  link: {
    about: 'Prints the link that opens a document.',
    options: {
      site: { type: 'string', value: 'ADDRESS', about: 'The address of a Memoryscape, to stand before the link.' },
      view: { type: 'string', value: 'VIEW', about: 'landscape, the usual, or recall.' },
      ...changes,
      help,
    },
    examples: ['memoryscape link document.json --site https://example.org/memoryscape/'],
  },
}

const widest = 100
const indent = 22

/** The help of the program. */
export function programHelp(): string {
  const lines = commandNames.map((name) => row(name, commands[name].about))
  return [
    'memoryscape runs documents of Memoryscape without a browser.',
    '',
    'Usage: memoryscape COMMAND DOCUMENT [options]',
    '',
    'Commands:',
    ...lines,
    '',
    ...documentHelp(),
    '',
    'Options:',
    row('-h, --help', 'Say this; behind a command, what it can do.'),
    row('--version', 'Say which version this is.'),
    '',
    ...exitHelp,
    '',
  ].join('\n')
}

/** The help of one command. */
export function commandHelp(name: CommandName): string {
  const { about, options, examples } = commands[name]
  const rows = Object.entries(options).map(([option, { short, value, about: words }]) => {
    const flags = `${short === undefined ? '' : `-${short}, `}--${option}${value === undefined ? '' : ` ${value}`}`
    return row(flags, words)
  })
  return [
    about,
    '',
    `Usage: memoryscape ${name} DOCUMENT [options]`,
    '',
    ...documentHelp(),
    '',
    'Options:',
    ...rows,
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map((example) => `  ${example}`),
    '',
    ...exitHelp,
    '',
  ].join('\n')
}

function documentHelp(): string[] {
  return [
    'DOCUMENT is one of:',
    row('a file', 'as the lab saves it, .memoryscape.json, of at most 20 MB'),
    row('', 'or a PNG or SVG that the lab saved with its experiment inside'),
    row('-', 'the same from the standard input'),
    row('a link', 'a whole address, or what stands behind x='),
    row('a preset', presets.map(({ id }) => id).join(', ')),
    row('', recallPresets.map(({ id }) => `recall/${id}`).join(', ')),
  ]
}

const exitHelp = ['Exit codes: 0 done, 1 the run or a file failed, 2 wrong arguments, 3 document refused, 130 stopped.']

/** A name and its words, which go on below themselves. */
function row(name: string, words: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > widest - indent) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  const gap = ' '.repeat(indent)
  const first = `  ${name}`
  const start = first.length < indent ? first.padEnd(indent) : `${first}\n${gap}`
  return start + lines.join(`\n${gap}`)
}
