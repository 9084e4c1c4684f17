import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { juliaScript, numpyScript } from './script.ts'

/** A language that programs are written in, and how this machine runs them. */
export interface Language {
  readonly name: string
  /** What must be installed. */
  readonly needs: string
  readonly write: typeof numpyScript
  readonly isInstalled: boolean
  /** What each program prints with `--json`. */
  run(programs: readonly string[]): unknown[]
  /** What one prints without. */
  runPlainly(program: string): string
}

interface Interpreter {
  readonly command: string
  readonly options: readonly string[]
  /** Whether it can run them: ends with 0. */
  readonly probe: string
  /** Reads the paths of programs, a line each, and runs each with `--json` as its only argument: what it prints is one line. */
  readonly runner: string
  readonly extension: string
}

/** All in one interpreter, since the import of NumPy takes longer than most of them. */
const python: Interpreter = {
  command: 'python3',
  options: ['-W', 'error', '-c'],
  probe: 'import numpy',
  runner: `
import contextlib, io, runpy, sys
sys.argv = ["script.py", "--json"]
for path in sys.stdin:
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        runpy.run_path(path.strip())
    print(text.getvalue().strip())
`,
  extension: 'py',
}

/** Each in a module of its own, with what it prints kept in a file, as a pipe that nobody reads is soon full. */
const julia: Interpreter = {
  command: 'julia',
  options: ['--startup-file=no', '--depwarn=error', '-O0', '-e'],
  probe: 'using LinearAlgebra, Printf, Random',
  runner: `
push!(empty!(ARGS), "--json")
for path in eachline(stdin)
    open(path * ".out", "w") do out
        redirect_stdout(() -> Base.include(Module(:Program), path), out)
    end
    println(strip(read(path * ".out", String)))
end
`,
  extension: 'jl',
}

/** What an interpreter prints that is given the paths of programs. */
function runWith(
  { command, extension }: Interpreter,
  programs: readonly string[],
  askedBy: (paths: readonly string[]) => { readonly words: readonly string[]; readonly input: string },
): string {
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-programs-'))
  try {
    const paths = programs.map((_, k) => join(folder, `program${k}.${extension}`))
    paths.forEach((path, k) => writeFileSync(path, programs[k]))
    const { words, input } = askedBy(paths)
    const { status, stdout, stderr } = spawnSync(command, words, { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-2000)}`)
    return stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const languageOf = (name: string, needs: string, write: typeof numpyScript, interpreter: Interpreter): Language => {
  const { command, options, probe, runner } = interpreter
  return {
    name,
    needs,
    write,
    isInstalled: spawnSync(command, [...options, probe]).status === 0,
    run: (programs) =>
      runWith(interpreter, programs, (paths) => ({ words: [...options, runner], input: paths.join('\n') }))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    runPlainly: (program) => runWith(interpreter, [program], (paths) => ({ words: paths, input: '' })),
  }
}

export const languages: readonly Language[] = [
  languageOf('NumPy', 'python3-numpy', numpyScript, python),
  languageOf('Julia', 'julia', juliaScript, julia),
]
