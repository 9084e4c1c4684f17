// `npm run bench`: figures of this machine beside their goals. `-- --short` is for CI: fewer rounds, and it fails where a ratio
// is below 60 % of its goal. Times are reported, never gated: a neighbour on the machine changes them, ratios hardly.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { buildIfStale } from '../tools/build.mjs'
import { requireChromium } from '../tools/chromium.mjs'
import { installDependencies, requireNode, root } from '../tools/install.mjs'
import { kernelPlugin } from '../tools/kernelPlugin.mjs'
import { freePort, serve } from '../tools/serve.mjs'

requireNode()
// Node 20 has relaxed SIMD behind a flag, and later versions without one.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
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
    plugins: [kernelPlugin()],
    build: { outDir, emptyOutDir: true, target: 'es2022', lib: { ...lib, fileName } },
  })
  return { module: join(outDir, 'suite.mjs'), script: join(outDir, 'suite.js') }
}

const { module, script } = await bundleSuite()
const suites = /** @type {typeof import('./suite.ts')} */ (await import(pathToFileURL(module).href))
const { figuresOf, formatFigures, gateShare, gatesOf, kernelFiguresOf, runKernelSuite, runSuite } = suites
console.log('Timing the mathematics in Node.')
const inNode = runSuite(suite)
const { runnerImport } = await import('vite')
const { module: numpyModule } = /** @type {{ module: typeof import('./numpy.ts') }} */ (
  await runnerImport(join(root, 'bench/numpy.ts'))
)
console.log('Timing the kernels in Node.')
const numpy = numpyModule.startNumpy()
const hasNumpy = typeof numpy !== 'string'
const kernelsInNode = runKernelSuite(suite, hasNumpy ? numpy.subjects : [])
if (hasNumpy) numpy.close()
console.log('Timing the phase portrait in Node.')
const phaseInNode = suites.runPhaseSuite(suite)
console.log('Timing binary networks, and the engine of the Recall view, in Node.')
const binaryInNode = suites.runBinarySuite(suite)
const responseInNode = suites.runResponse(suite)

const chromium = await requireChromium()
const browserFigures = chromium && buildIfStale() ? await measureBrowser(chromium) : null
if (!browserFigures) console.log('No browser figures: there is no Chromium, or the site could not be built.')

/** @param {string} executablePath */
async function measureBrowser(executablePath) {
  const { module: worker } = /** @type {{ module: typeof import('./worker.ts') }} */ (
    await runnerImport(join(root, 'bench/worker.ts'))
  )
  const { openPlace, runInWorker } = worker
  const code = readFileSync(script, 'utf8')
  console.log('Timing Node and a worker of Chromium in the same rounds.')
  const place = await openPlace(executablePath, code, suite)
  const inBoth = await suites.timeInBoth(suites.createSharedSampler(suite), place, suite)
  await place.close()
  console.log('Timing the mathematics in a worker of Chromium.')
  const inWorker = await runInWorker(executablePath, code, 'runSuite', suite)
  console.log('Timing the kernels in a worker of Chromium.')
  const kernelsInWorker = await runInWorker(executablePath, code, 'runKernelSuite', suite)
  console.log('Timing the phase portrait in a worker of Chromium.')
  const phaseInWorker = await runInWorker(executablePath, code, 'runPhaseSuite', suite)
  console.log('Timing binary networks, and the engine of the Recall view, in a worker of Chromium.')
  const binaryInWorker = await runInWorker(executablePath, code, 'runBinarySuite', suite)
  const responseInWorker = await runInWorker(executablePath, code, 'runResponse', suite)
  console.log('Timing the page.')
  const { module: page } = /** @type {{ module: typeof import('./page.ts') }} */ (
    await runnerImport(join(root, 'bench/page.ts'))
  )
  const { address, close } = await serve(await freePort(4373))
  const figures = await page.measurePage(executablePath, address, isShort)
  console.log('Timing the Recall view.')
  const { module: recallPage } = /** @type {{ module: typeof import('./recallPage.ts') }} */ (
    await runnerImport(join(root, 'bench/recallPage.ts'))
  )
  const recall = await recallPage.measureRecallPage(executablePath, address, isShort)
  await close()
  console.log('Timing the embed page.')
  const { module: embedPage } = /** @type {{ module: typeof import('./embedPage.ts') }} */ (
    await runnerImport(join(root, 'bench/embedPage.ts'))
  )
  const embed = await embedPage.measureEmbedPage(executablePath, join(root, 'dist'), isShort)
  const suitesRun = { inBoth, inWorker, kernelsInWorker, phaseInWorker, binaryInWorker, responseInWorker }
  return { ...suitesRun, page: figures, recall, embed }
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  v8: process.versions.v8,
  chromium: browserFigures?.page.version ?? 'none',
  numpy: hasNumpy ? numpy.version : `none (${numpy})`,
  kernel: kernelsInNode.flavour,
}
const figures = [
  ...figuresOf(inNode, browserFigures?.inWorker ?? null, browserFigures?.page ?? null),
  ...kernelFiguresOf(kernelsInNode, browserFigures?.kernelsInWorker ?? null, hasNumpy),
  ...suites.phaseFiguresOf(phaseInNode, browserFigures?.phaseInWorker ?? null),
  ...suites.binaryFiguresOf(binaryInNode, browserFigures?.binaryInWorker ?? null),
  ...(browserFigures ? suites.sharedFiguresOf(browserFigures.inBoth) : []),
  ...suites.recallFiguresOf(responseInNode, browserFigures?.responseInWorker ?? null, browserFigures?.recall ?? null),
  ...suites.embedPageFiguresOf(browserFigures?.embed ?? null),
]
const { inBoth, inWorker, kernelsInWorker, phaseInWorker, binaryInWorker } = browserFigures ?? {}
const ofNode = [inNode, kernelsInNode, phaseInNode, binaryInNode]
const ofWorker = [inWorker, kernelsInWorker, phaseInWorker, binaryInWorker, inBoth].filter((run) => run !== undefined)
const runs = [...ofNode, ...ofWorker]
const skipped = runs.flatMap((run) => run.skipped)
console.log(
  `\n${Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`,
)
const kept = (/** @type {{ probeMs: readonly number[] }[]} */ all) =>
  all.map(({ probeMs }) => probeMs.length).join(', ')
console.log(
  `Of ${suite.rounds} rounds or more, steady were in Node (mathematics, kernels, phase portrait, binary) ${kept(ofNode)}`,
)
if (ofWorker.length > 0) console.log(`and in Chromium, the last of them shared with Node, ${kept(ofWorker)}.`)
console.log('Not measured: ensembles of runs, which no kernel has yet.\n')
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
