// `npm test`: everything that must hold, from a fresh clone. `-- --only types,unit` runs some of it, `-- --bench` adds the
// ratio gates of the benches. Every step runs, also after one has failed; the last line counts all tests and checks.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { rememberBuild } from './build.mjs'
import { requireChromium } from './chromium.mjs'
import { installDependencies, requireNode, root, runNpm } from './install.mjs'
import { countReport, formatTable, parseFlags, summaryLine } from './testReport.mjs'

/** @typedef {import('./testReport.mjs').StepResult} StepResult */
/** @typedef {{ name: string, script: string, report?: string, needs?: string, isExtra?: true }} Step `needs` names a step that must have passed */

const artifacts = join(root, 'artifacts')

/** @type {readonly Step[]} */
const steps = [
  { name: 'types', script: 'check:types' },
  { name: 'lint', script: 'check:lint' },
  { name: 'dead', script: 'check:dead' },
  { name: 'format', script: 'check:format' },
  { name: 'unit', script: 'test:unit', report: 'unit.json' },
  { name: 'build', script: 'build' },
  { name: 'sizes', script: 'check:sizes', needs: 'build' },
  { name: 'package', script: 'test:package', report: 'package.json', needs: 'build' },
  { name: 'browser', script: 'test:browser', report: 'browser.json', needs: 'build' },
  { name: 'bench', script: 'bench:short', report: 'bench.json', needs: 'build', isExtra: true },
]

/** @param {string} path @returns {unknown} the parsed file, or null where the step did not come to write it */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** @param {Step} step @param {string | null} chromium @returns {Promise<StepResult>} */
async function runStep({ name, script, report }, chromium) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`)
  const started = performance.now()
  const path = report && join(artifacts, 'reports', report)
  const reporters =
    path && script.startsWith('test:')
      ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
      : []
  const env = { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }), ...(path && { BENCH_REPORT: path }) }
  const code = await runNpm(['run', '--silent', script, ...reporters], env)
  if (name === 'build' && code === 0) rememberBuild()
  return {
    name,
    seconds: (performance.now() - started) / 1000,
    ...countReport(path ? readReport(path) : undefined, code),
  }
}

/** A step that cannot run is a failure, and its name says so in the table. @param {string} name @param {string} reason @returns {StepResult} */
function blocked(name, reason) {
  console.log(`\n── ${name}: not run, ${reason}`)
  return { name, seconds: 0, passed: 0, failed: 1 }
}

requireNode()
const { only, withBench } = parseFlags(
  process.argv.slice(2),
  steps.map((step) => step.name),
)
await installDependencies()
const chosen = steps.filter((step) => (only ? only.includes(step.name) : !step.isExtra || withBench))
const inBrowser = ['package', 'browser', 'bench']
const needsBrowser = chosen.some((step) => inBrowser.includes(step.name))
const chromium = needsBrowser ? await requireChromium() : null
rmSync(artifacts, { recursive: true, force: true })
mkdirSync(join(artifacts, 'reports'), { recursive: true })

/** @type {StepResult[]} */
const results = []
for (const step of chosen) {
  const isBlocked = results.some((result) => result.name === step.needs && result.failed > 0)
  if (isBlocked) results.push(blocked(step.name, `because ${step.needs} failed`))
  else if (['package', 'browser'].includes(step.name) && !chromium)
    results.push(blocked(step.name, 'because there is no Chromium and none could be installed'))
  else results.push(await runStep(step, chromium))
}

console.log(`\n${formatTable(results)}\n`)
const summary = summaryLine(results)
writeFileSync(join(artifacts, 'summary.txt'), `${summary}\n`)
console.log(summary)
process.exitCode = results.some((result) => result.failed > 0) ? 1 : 0
