import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { documentText } from '../src/experiment/file/documentFile.ts'
import { presets } from '../src/experiment/presets/presets.ts'
import { root } from './install.mjs'

// The program as it is packed: one file, built here and run far from the repository and its packages.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'memoryscape-cli-'))
const program = join(folder, 'cli.js')

beforeAll(() => {
  const built = join(folder, 'built')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', 'vite.cli.config.ts', '--outDir', built, '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(statSync(join(built, 'cli.js')).mode & 0o111).toBe(0o111)
  cpSync(join(built, 'cli.js'), program)
  const fig2d = presets.find(({ id }) => id === 'fig2d')
  if (fig2d) writeFileSync(join(folder, 'document.memoryscape.json'), documentText(fig2d.experiment))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: readonly string[], input = '') {
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', input })
}

const guide = readFileSync(join(root, 'docs', 'command-line.md'), 'utf8')
/** The page names one version, and is not to be written anew for each; and the last digits belong to the processor. */
const comparable = (text: string) =>
  text
    .replaceAll(/Memoryscape \d+\.\d+\.\d+/g, 'Memoryscape')
    .replaceAll('\r\n', '\n')
    .replaceAll(/\d+\.\d{7,}/g, (number) => Number(number).toPrecision(6))

/** Commands of the page with what they say there. */
const examples = [...guide.matchAll(/```console\n\$ memoryscape ([^\n]+)\n([^`]*)```/g)].map((match) => {
  return { args: match[1], said: match[2] }
})

test('the page has examples', () => expect(examples.length).toBeGreaterThanOrEqual(3))

test.each(examples)('as the page says: $args', ({ args, said }) => {
  const { status, stdout, stderr } = run(args.split(' '))
  expect(status).toBe(0)
  expect(comparable(stderr + stdout)).toBe(comparable(said))
})

test('the file of the worked example is as the page says', () => {
  const [, file] = /```csv\n([^`]*)```/.exec(guide) ?? []
  expect(comparable(readFileSync(join(folder, 'balls.csv'), 'utf8'))).toBe(comparable(file ?? ''))
})

test('documents go in at the standard input, results come out at the standard output, and both kernels run', () => {
  const document = readFileSync(join(folder, 'document.memoryscape.json'), 'utf8')
  const { status, stdout, stderr } = run(['run', '-', '--parts', 'all', '--duration', '0.5'], document)
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('Running the race') as string })
  const results = JSON.parse(stdout) as { recall: { models: { kernel: string }[] }; basins: { fractions: number[] } }
  expect(['relaxed', 'plain']).toContain(results.recall.models[0]?.kernel)
  expect(results.basins.fractions.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
  const slow = run(['run', 'recall/letters', '--kernel', 'javascript', '-d', '0.5', '-q'])
  expect(slow.stdout).toContain('"kernel": "javascript"')
})

test('exit codes are for scripts, and nothing bad leaves a trace of the program', () => {
  const ended = [
    run(['run', 'fig2d', '--no-such-option']),
    run(['run', 'nowhere.json']),
    run(['validate', '-'], '{"version": 3, "model": "idp"}'),
    run(['--version']),
  ]
  expect(ended.map(({ status }) => status)).toEqual([2, 1, 3, 0])
  for (const { stderr } of ended.slice(0, 3)) expect(stderr).toMatch(/^memoryscape: [^\n]+\n$/)
})

test('a reader that has seen enough, and Ctrl C, end it quietly', async () => {
  mkdirSync(join(folder, 'out'))
  const long = ['run', 'noise', '--parts', 'all', '--duration', '1000', '--out', 'out/never.json']
  const child = spawn(process.execPath, [program, ...long], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  const ended = await new Promise((resolve) => {
    child.stderr.on('data', (text: Buffer) => {
      // It says so as soon as it runs.
      if (said === '') child.kill('SIGINT')
      said += text.toString()
    })
    child.on('close', resolve)
  })
  expect({ ended, said }).toEqual({ ended: 130, said: 'Running the balls\nStopped: nothing was written.\n' })
  const head = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" run fig2d --quiet | head -n 1`], {
    encoding: 'utf8',
  })
  expect({ stdout: head.stdout, stderr: head.stderr }).toEqual({ stdout: '{\n', stderr: '' })
})
