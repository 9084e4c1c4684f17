import { expect, test, vi } from 'vitest'
import { distance, load, makeExample } from '../denseReference.laws.ts'
import { createJavascriptKernel } from '../javascriptKernel.ts'
import { kernelLaws } from '../networkKernel.laws.ts'
import { noiseLaws } from '../noise.laws.ts'
import type { NetworkKernel } from '../networkKernel.ts'
import { createKernel } from './createKernel.ts'
import { createWasmKernel } from './wasmKernel.ts'

const kernels: NetworkKernel[] = [
  createWasmKernel('relaxed'),
  createWasmKernel('plain'),
  createJavascriptKernel(),
].filter((kernel) => kernel !== null)

for (const kernel of kernels) {
  kernelLaws(kernel)
  noiseLaws(kernel)
}

test('all three kernels run here, so that none goes untested', () => {
  expect(kernels.map(({ flavour }) => flavour)).toEqual(['relaxed', 'plain', 'javascript'])
})

test('a wish is met by the kernel it names', () => {
  expect(createKernel('fastest').flavour).toBe('relaxed')
  expect(createKernel('reproducible').flavour).toBe('plain')
  expect(createKernel('javascript').flavour).toBe('javascript')
})

test('where a policy forbids WebAssembly, JavaScript takes over', async () => {
  vi.resetModules()
  const forbid = (): never => {
    throw new WebAssembly.CompileError('Refused to compile or instantiate WebAssembly module')
  }
  vi.stubGlobal('WebAssembly', { validate: () => true, Module: forbid, CompileError: WebAssembly.CompileError })
  const again = await import('./createKernel.ts')
  expect(again.createKernel('fastest').flavour).toBe('javascript')
  vi.stubGlobal('WebAssembly', undefined)
  vi.resetModules()
  const without = await import('./createKernel.ts')
  expect(without.createKernel('reproducible').flavour).toBe('javascript')
  vi.unstubAllGlobals()
})

test('all kernels see the same noise, up to rounding', () => {
  const example = makeExample({ neuronCount: 1500, patternCount: 6, hasTerms: true }, 40)
  const states = kernels.map((kernel) => {
    const network = load(kernel, example)
    network.seed(7, 2)
    network.stepEuler(20, 0.05, 1)
    return network.readState(new Float32Array(1500))
  })
  for (const state of states) expect(distance(state, states[0])).toBeLessThan(2e-5)
})

test('a network whose codes share bytes is the same network', () => {
  // More codes than the caches hold, a last tile that is not full, odd numbers of patterns and pairs.
  const shape = { neuronCount: 33_001, patternCount: 65 }
  const [inJavascript, ...others] = ['javascript', 'relaxed', 'plain'].map((flavour) => {
    const kernel = kernels.find((candidate) => candidate.flavour === flavour)!
    const network = load(kernel, makeExample({ ...shape, hasTerms: true }, 42))
    network.seed(3, 1)
    const field = network.vectorFieldInto(new Float32Array(shape.neuronCount))
    network.stepEuler(3, 0.05, 0.4)
    network.stepRungeKutta(1, 0.1)
    const state = network.readState(new Float32Array(shape.neuronCount))
    return { field, state, overlaps: network.overlapsInto(new Float32Array(shape.patternCount)) }
  })
  for (const { field, state, overlaps } of others) {
    expect(distance(field, inJavascript.field)).toBeLessThan(1e-5)
    expect(distance(state, inJavascript.state)).toBeLessThan(1e-5)
    expect(distance(overlaps, inJavascript.overlaps)).toBeLessThan(1e-6)
  }
})

test('frozen output: plain SIMD gives these bits on every machine (change only with a note in the changelog)', () => {
  const network = load(
    createWasmKernel('plain')!,
    makeExample({ neuronCount: 20, patternCount: 3, hasTerms: true }, 41),
  )
  network.seed(1982, 0)
  network.stepEuler(100, 0.01, 0.5)
  network.stepRungeKutta(10, 0.1)
  expect([...new Uint32Array(network.readState(new Float32Array(20)).buffer)]).toMatchInlineSnapshot(`
    [
      1061195506,
      3207756872,
      1062267809,
      3215884344,
      1065636279,
      1068934237,
      1068022118,
      1065770491,
      3196801077,
      1058283458,
      3178646059,
      3211231730,
      1061843096,
      1057680695,
      1051476711,
      3193683884,
      1061365638,
      1065906410,
      3189889560,
      1016879750,
    ]
  `)
})
