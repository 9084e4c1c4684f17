import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { build } from 'vite'
import { root } from './install.mjs'
import { compileWasm, kernelPlugin } from './kernelPlugin.mjs'

const kernel = join(root, 'src/kernel/assembly/index.ts')
const scratch = join(root, 'node_modules', '.cache', 'memoryscape')
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, 'plugin-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the kernel compiles to two modules without imports, of a few kilobytes', async () => {
  const [relaxed, plain] = await Promise.all([compileWasm(kernel, 'relaxed'), compileWasm(kernel, 'plain')])
  expect(relaxed).not.toEqual(plain)
  for (const bytes of [relaxed, plain]) {
    const module = new WebAssembly.Module(new Uint8Array(bytes))
    expect(WebAssembly.Module.imports(module)).toEqual([])
    expect(bytes.length).toBeLessThan(20_000)
  }
})

test('an import gives the bytes, also of a source that imports another', async () => {
  writeFileSync(join(folder, 'three.ts'), 'export const three: i32 = 3\n')
  writeFileSync(
    join(folder, 'add.ts'),
    "import { three } from './three'\nexport function add(a: i32): i32 {\n  return a + three\n}\n",
  )
  writeFileSync(join(folder, 'entry.ts'), "export { base64 } from './add.ts?wasm=plain'\n")
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [kernelPlugin()],
    build: { write: false, lib: { entry: join(folder, 'entry.ts'), formats: ['es'] } },
  })
  const [first] = [result].flat()
  const output = first && 'output' in first ? first.output[0] : null
  const text = /[A-Za-z0-9+/]{40,}=*/.exec(output?.type === 'chunk' ? output.code : '')?.[0] ?? ''
  const module = new WebAssembly.Module(Buffer.from(text, 'base64'))
  const { add } = new WebAssembly.Instance(module).exports as { add: (a: number) => number }
  expect(add(4)).toBe(7)
})

test('a mistake is told in the words of the compiler, with its file', async () => {
  const path = join(folder, 'wrong.ts')
  writeFileSync(path, 'export function wrong(): i32 {\n  return nothing\n}\n')
  await expect(compileWasm(path, 'plain')).rejects.toThrow(/wrong\.ts does not compile[^]*Cannot find name 'nothing'/)
})
