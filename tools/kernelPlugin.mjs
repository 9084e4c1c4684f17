/**
 * A Vite plugin that compiles AssemblyScript into the bundle: no file to fetch, so that it works in an inlined worker, in Node and under any
 * address.
 *
 *     import { base64 } from '../assembly/index.ts?wasm=relaxed'
 *
 * gives the module's bytes in base64, built with relaxed SIMD; `?wasm=plain` with the plain SIMD that every engine has had since 2023;
 * `?wasm=both` has the exports `relaxed` and `plain`. The
 * bytes are kept in node_modules/.cache by a hash of everything they depend on. A mistake in a source fails the build with the compiler's
 * words. Needed in `plugins` and, since workers have plugins of their own, in `worker.plugins`.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { root } from './install.mjs'

/** @typedef {'relaxed' | 'plain'} WasmFlavour */

const query = /\?wasm=(relaxed|plain|both)$/
const cacheFolder = join(root, 'node_modules', '.cache', 'memoryscape', 'wasm')

/** The compiler's options. The stub runtime has no collector: these sources never allocate. @param {WasmFlavour} flavour */
function compilerFlags(flavour) {
  const features = ['--enable', 'simd', ...(flavour === 'relaxed' ? ['--enable', 'relaxed-simd'] : [])]
  return [...features, '--optimizeLevel', '3', '--shrinkLevel', '0', '--runtime', 'stub', '--noAssert', '--converge']
}

/** A source and all that it imports, directly or not. @param {string} entry */
function sourceFiles(entry) {
  const files = [entry]
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^'\n]+)'/g)
    const paths = new Set([...imports].map((match) => `${resolve(dirname(file), match[1] ?? '')}.ts`))
    files.push(...[...paths].filter((path) => !files.includes(path) && existsSync(path)))
  }
  return files
}

/** @param {readonly string[]} files @param {readonly string[]} flags */
function hashOf(files, flags) {
  const { version } = /** @type {{ version: string }} */ (createRequire(import.meta.url)('assemblyscript/package.json'))
  const hash = createHash('sha256').update(JSON.stringify([version, flags]))
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 24)
}

/** What the compiler said: its memory stream has a `toString` of its own. @param {{ toString: () => string }} stream */
const messages = (stream) => stream.toString()

/** The bytes of an AssemblyScript module. Throws the compiler's messages. @param {string} entry @param {WasmFlavour} flavour @returns {Promise<Uint8Array>} */
export async function compileWasm(entry, flavour) {
  const flags = compilerFlags(flavour)
  const cached = join(cacheFolder, `${basename(entry, '.ts')}-${flavour}-${hashOf(sourceFiles(entry), flags)}.wasm`)
  if (existsSync(cached)) return readFileSync(cached)
  const { main } = await import('assemblyscript/asc')
  /** @type {Uint8Array[]} */
  const outputs = []
  const { error, stderr } = await main([relative(root, entry), '--baseDir', root, '--outFile', 'out.wasm', ...flags], {
    readFile: (name, base) => {
      const path = resolve(base, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : null
    },
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') outputs.push(contents)
    },
    listFiles: () => [],
  })
  const [bytes] = outputs
  if (error || !bytes) throw new Error(`${relative(root, entry)} does not compile.\n${messages(stderr)}`)
  mkdirSync(cacheFolder, { recursive: true })
  // Renamed into place, since two builds may do this at once.
  const draft = `${cached}.${process.pid}`
  writeFileSync(draft, bytes)
  renameSync(draft, cached)
  return bytes
}

/** @returns {import('vite').Plugin} */
export function kernelPlugin() {
  return {
    name: 'memoryscape-kernel',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!query.test(source) || !importer) return null
      return resolve(dirname(importer.split('?')[0] ?? importer), source)
    },
    async load(id) {
      const wanted = query.exec(id)?.[1]
      if (wanted === undefined) return null
      const entry = id.replace(query, '')
      for (const file of sourceFiles(entry)) this.addWatchFile(file)
      /** @param {WasmFlavour} flavour @param {string} name */
      const line = async (flavour, name) =>
        `export const ${name} = '${Buffer.from(await compileWasm(entry, flavour)).toString('base64')}'\n`
      const code =
        wanted === 'both'
          ? (await line('relaxed', 'relaxed')) + (await line('plain', 'plain'))
          : await line(wanted === 'relaxed' ? 'relaxed' : 'plain', 'base64')
      return { code, map: null, moduleType: 'js' }
    },
  }
}
