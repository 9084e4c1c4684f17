import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs all scripts in one interpreter, since the import of NumPy takes longer than most of them. */
const runner = `
import contextlib, io, json, runpy, sys
sys.argv = ["script.py", "--json"]
for path in json.load(sys.stdin):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        runpy.run_path(path)
    print(text.getvalue().strip())
`

/** Whether this machine can run the scripts. */
export function hasNumpy(): boolean {
  return spawnSync('python3', ['-c', 'import numpy']).status === 0
}

/** What each script prints with `--json`. */
export function runPython(scripts: readonly string[]): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-scripts-'))
  try {
    const paths = scripts.map((script, k) => {
      const path = join(folder, `script${k}.py`)
      writeFileSync(path, script)
      return path
    })
    const { status, stdout, stderr } = spawnSync('python3', ['-W', 'error', '-c', runner], {
      input: JSON.stringify(paths),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    if (status !== 0) throw new Error(`python3 ended with ${status}: ${stderr.slice(-2000)}`)
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
