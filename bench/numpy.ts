import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/install.mjs'
import { makeNetworkScratch, vectorFieldInto } from '../src/model/network.ts'
import type { Subject } from './harness.ts'
import { gain, type KernelCase, kernelSizes, makeKernelCase, noise, sizeName, timeStep } from './kernelCases.ts'

/** NumPy as a subject: a child process that lives as long as the bench, with one thread. */
export interface Numpy {
  readonly subjects: readonly Subject[]
  readonly version: string
  readonly close: () => void
}

/** Steps of one request, so that the pipe (50 µs a request) does not count: about 5 ms. */
const stepsOfRequest = { lowRank: [700, 700, 500, 150, 20, 3], dense: 2 } as const
/** Single precision, sums of up to 65,536 terms. */
const STEP_ERROR = 1e-5

const oneThread = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }

/** Null, and a sentence, where python3, NumPy or named pipes are missing. */
export function startNumpy(): Numpy | string {
  const found = spawnSync('python3', ['-c', 'import numpy'])
  if (found.error || found.status !== 0) return 'there is no python3 with numpy here'
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-numpy-'))
  const requests = join(folder, 'requests')
  const answers = join(folder, 'answers')
  if (spawnSync('mkfifo', [requests, answers]).status !== 0) return 'this system has no named pipes'
  const cases = kernelSizes.map((size) => makeKernelCase(...size))
  writeCases(folder, cases)
  const script = join(root, 'bench', 'numpySteps.py')
  const env = { ...process.env, ...oneThread }
  // Where Python ends, for whatever reason, the shell answers in its place: nobody waits for ever.
  const command = 'python3 "$0" "$@"; echo ended > "$3"'
  const child = spawn('sh', ['-c', command, script, folder, requests, answers], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  // Opened for both ways, so that neither end waits for the other.
  const toChild = openSync(requests, 'r+')
  const fromChild = openSync(answers, 'r+')
  const line = (): string => {
    const byte = new Uint8Array(1)
    let text = ''
    while (readSync(fromChild, byte, 0, 1, null) === 1 && byte[0] !== 10) text += String.fromCodePoint(byte[0] ?? 0)
    if (text === 'ended') throw new Error('Python has ended; what it said stands above.')
    return text
  }
  const ask = (kind: 'run' | 'state', name: string, count: number): void => {
    writeSync(toChild, `${kind}\t${name}\t${count}\n`)
    line()
  }
  const version = line()
  const subject = (prefix: string, example: KernelCase, items: number): Subject => {
    const name = `${prefix} ${sizeName(example.neuronCount, example.patternCount)}`
    const run = (): void => ask('run', name, items)
    return { name, items, run, check: () => (prefix.startsWith('noisy') ? null : checkStep(example, readStep(name))) }
  }
  const readStep = (name: string): Float64Array => {
    ask('state', name, 1)
    return new Float64Array(new Uint8Array(readFileSync(join(folder, 'answer'))).buffer)
  }
  const subjects = cases.flatMap((example, k) => [
    subject('NumPy', example, stepsOfRequest.lowRank[k] ?? 1),
    ...(isDense(example)
      ? ['dense NumPy', 'noisy dense NumPy'].map((prefix) => subject(prefix, example, stepsOfRequest.dense))
      : []),
  ])
  const close = (): void => {
    child.kill()
    closeSync(toChild)
    closeSync(fromChild)
    rmSync(folder, { recursive: true })
  }
  return { subjects, version, close }
}

const isDense = ({ neuronCount }: KernelCase): boolean => neuronCount === 1024

function writeCases(folder: string, cases: readonly KernelCase[]): void {
  const entries = cases.map((example, key) => {
    for (const part of ['patterns', 'saliency', 'state'] as const)
      writeFileSync(join(folder, `${key}.${part}`), example[part])
    const { neuronCount, patternCount } = example
    const name = sizeName(neuronCount, patternCount)
    return { key, name, neuronCount, patternCount, isDense: isDense(example) }
  })
  writeFileSync(join(folder, 'cases.json'), JSON.stringify({ gain, timeStep, noise, cases: entries }))
}

/** The child's first step against the double precision of src/model. */
function checkStep(
  { neuronCount, patternCount, patterns, saliency, state }: KernelCase,
  found: Float64Array,
): string | null {
  const values = { values: patterns, patternCount, neuronCount }
  const model = { patterns: values, saliency: Float64Array.from(saliency), hasZeroDiagonal: true, gain, current: null }
  const x = Float64Array.from(state)
  const field = vectorFieldInto(new Float64Array(neuronCount), model, x, makeNetworkScratch(values))
  const wanted = x.map((value, i) => value + timeStep * (field[i] ?? Number.NaN))
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? Number.NaN))), 0)
  return worst < STEP_ERROR ? null : `its first step differs from the reference by ${worst}`
}
