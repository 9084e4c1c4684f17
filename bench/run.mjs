// `npm run bench`: figures of this machine beside their goals. `-- --short` is for CI: fewer rounds, and it fails where a ratio
// is below 60 % of its goal. Times are reported, never gated: a neighbour on the machine changes them, ratios hardly.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from '../tools/build.mjs'
import { requireChromium } from '../tools/chromium.mjs'
import { installDependencies, requireNode, root } from '../tools/install.mjs'
import { freePort, serve } from '../tools/serve.mjs'

requireNode()
await installDependencies()
const isShort = process.argv.includes('--short')
const suite = { rounds: isShort ? 11 : 31, sampleMs: isShort ? 10 : 15, seed: 1982 }

/** Bundles the suite for Node and, as a plain script, for a worker. Returns both paths. */
async function bundleSuite() {
  const { build } = await import('vite')
  const outDir = join(root, 'node_modules', '.cache', 'memoryscape', 'bench')
  const lib = {
    entry: join(root, 'bench/suite.ts'),
    formats: /** @type {('es' | 'iife')[]} */ (['es', 'iife']),
    name: 'bench',
  }
  const fileName = (/** @type {string} */ format) => (format === 'es' ? 'suite.mjs' : 'suite.js')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { outDir, emptyOutDir: true, target: 'es2022', lib: { ...lib, fileName } },
  })
  return { module: join(outDir, 'suite.mjs'), script: join(outDir, 'suite.js') }
}

const { module, script } = await bundleSuite()
const { figuresOf, formatFigures, gateShare, gatesOf, runSuite } = /** @type {typeof import('./suite.ts')} */ (
  await import(pathToFileURL(module).href)
)
console.log('Timing the mathematics in Node.')
const inNode = runSuite(suite)

const chromium = await requireChromium()
const browserFigures = chromium && buildIfStale() ? await measureBrowser(chromium) : null
if (!browserFigures) console.log('No browser figures: there is no Chromium, or the site could not be built.')

/** @param {string} executablePath */
async function measureBrowser(executablePath) {
  const { runnerImport } = await import('vite')
  const { module: page } = /** @type {{ module: typeof import('./page.ts') }} */ (
    await runnerImport(join(root, 'bench/page.ts'))
  )
  console.log('Timing the mathematics in a worker of Chromium.')
  const inWorker = await page.runInWorker(executablePath, readFileSync(script, 'utf8'), suite)
  console.log('Timing the page.')
  const { address, close } = await serve(await freePort(4373))
  const figures = await page.measurePage(executablePath, address, isShort)
  await close()
  return { inWorker, page: figures }
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  v8: process.versions.v8,
  chromium: browserFigures?.page.version ?? 'none',
}
const figures = figuresOf(inNode, browserFigures?.inWorker ?? null, browserFigures?.page ?? null)
const skipped = [...inNode.skipped, ...(browserFigures?.inWorker.skipped ?? [])]
console.log(
  `\n${Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
)
console.log(
  `${inNode.probeMs.length} of ${suite.rounds} rounds kept in Node${browserFigures ? `, ${browserFigures.inWorker.probeMs.length} in Chromium` : ''}\n`,
)
console.log(formatFigures(figures))
for (const sentence of skipped) console.log(`No figure for ${sentence}`)

const gates = gatesOf(figures, skipped)
const failed = gates.filter(({ isOk }) => !isOk)
mkdirSync(join(root, 'bench', 'results'), { recursive: true })
const date = new Date().toISOString()
writeFileSync(
  join(root, 'bench', 'results', 'latest.json'),
  `${JSON.stringify({ date, isShort, machine, figures, skipped, gates }, null, 2)}\n`,
)
if (isShort) {
  console.log(`\nGates at ${gateShare * 100} % of each ratio's goal:`)
  for (const { name, isOk } of gates) console.log(`  ${isOk ? 'ok    ' : 'FAILED'}  ${name}`)
  const report = {
    numPassedTests: gates.length - failed.length,
    numFailedTests: failed.length,
    numTotalTests: gates.length,
  }
  if (process.env.BENCH_REPORT) writeFileSync(process.env.BENCH_REPORT, JSON.stringify(report))
  process.exitCode = failed.length > 0 ? 1 : 0
}
