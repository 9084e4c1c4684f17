import { describe, expect, test } from 'vitest'
import { commandHelp, commandNames, commands, programHelp } from './commands.ts'
import { exitCodes, ProgramError } from './exitCodes.ts'
import { readArguments } from './readArguments.ts'

const usual = {
  kind: 'run',
  document: 'a.json',
  out: null,
  format: 'json',
  parts: null,
  tables: null,
  duration: null,
  samples: null,
  kernel: null,
  title: null,
  isQuiet: false,
  overrides: [],
  seed: null,
}

function refused(args: readonly string[]): string {
  try {
    readArguments(args)
  } catch (error) {
    if (error instanceof ProgramError && error.code === exitCodes.usage) return error.message
    throw error
  }
  throw new Error('It was taken.')
}

describe('run', () => {
  test('takes a document and what is usual', () => {
    expect(readArguments(['run', 'a.json'])).toEqual(usual)
    expect(readArguments(['run', '-', '--out', '-'])).toEqual({ ...usual, document: '-' })
  })

  test('takes every option', () => {
    const line =
      'run a.json -o r.csv --parts diagram,landscape --tables equilibria -d 5 -n 50 --set input.saliency=-1,2 --set model.gain=2 --seed 7 --kernel javascript --title A -q'
    expect(readArguments(line.split(' '))).toEqual({
      ...usual,
      out: 'r.csv',
      format: 'csv',
      parts: ['landscape', 'diagram'],
      tables: ['equilibria'],
      duration: 5,
      samples: 50,
      overrides: [
        ['input.saliency', '-1,2'],
        ['model.gain', '2'],
      ],
      seed: 7,
      kernel: 'javascript',
      title: 'A',
      isQuiet: true,
    })
    expect(readArguments(['run', 'a.json', '--parts', 'all'])).toMatchObject({
      parts: ['landscape', 'trajectories', 'basins', 'density', 'diagram', 'recall'],
    })
  })

  test.each([
    [['run'], 'Say which document: a file, "-", a link or a preset.'],
    [['run', 'a', 'b'], 'One document at a time: "b" is one too many.'],
    [['run', 'a', '--depth', '3'], "Unknown option '--depth'. See memoryscape run --help."],
    [['run', 'a', '--out'], "Option '-o, --out <value>' argument missing. See memoryscape run --help."],
    [['run', 'a', '--out='], '--out needs a value.'],
    [['run', 'a', '--format', 'xml'], '--format should be json or csv, but is "xml".'],
    [['run', 'a', '--parts', 'balls'], /^--parts should be some of landscape, .*, but has "balls"\.$/],
    [['run', 'a', '--tables', 'wells'], '--tables is for CSV: add --format csv.'],
    [['run', 'a', '-d', '0'], '--duration should be a number above 0 and at most 1000, but is "0".'],
    [['run', 'a', '-d', '1e9'], '--duration should be a number above 0 and at most 1000, but is "1e9".'],
    [['run', 'a', '-n', '1.5'], '--samples should be a whole number from 1 to 1000000, but is "1.5".'],
    [['run', 'a', '-n', ''], '--samples needs a value.'],
    [['run', 'a', '--seed', '-1'], /--seed/],
    [['run', 'a', '--set', 'gain'], '--set needs PATH=VALUE, such as input.saliency=1.2,2, but has "gain".'],
    [['run', 'a', '--kernel', 'gpu'], '--kernel should be fastest, reproducible or javascript, but is "gpu".'],
    [['link', 'a', '--site', 'example.org'], /^--site should be an address/],
    [['link', 'a', '--view', 'learn'], '--view should be landscape or recall, but is "learn".'],
    [['plot', 'a'], 'There is no command "plot": it should be run, validate or link.'],
  ])('refuses %j', (args, sentence) => {
    expect(refused(args)).toMatch(sentence)
  })
})

describe('help', () => {
  test('comes without arguments, by name, and for each command', () => {
    for (const args of [[], ['help'], ['--help'], ['-h']]) {
      expect(readArguments(args)).toEqual({ kind: 'help', command: null })
    }
    expect(readArguments(['--version'])).toEqual({ kind: 'version' })
    for (const command of commandNames) {
      expect(readArguments([command, '--help'])).toEqual({ kind: 'help', command })
      expect(readArguments(['help', command])).toEqual({ kind: 'help', command })
    }
  })

  test('names every option, command and exit code, and fits a terminal', () => {
    for (const command of commandNames) {
      const text = commandHelp(command)
      for (const option of Object.keys(commands[command].options)) expect(text).toContain(`--${option}`)
      expect(programHelp()).toContain(commands[command].about)
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    }
    for (const code of Object.values(exitCodes)) expect(programHelp()).toMatch(new RegExp(`\\b${code} \\w`))
  })

  test('its examples are taken', () => {
    for (const command of commandNames) {
      for (const example of commands[command].examples) {
        const [, words] = /memoryscape ([^|]+)/.exec(example) ?? []
        expect(readArguments(words.trim().split(' '))).toMatchObject({ kind: command })
      }
    }
  })
})
