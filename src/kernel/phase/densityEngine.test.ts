import { expect, test, vi } from 'vitest'
import { bernoulli, cellCentre, DIRECTIONS, sampleRisesInto } from '../../model/phase/fokkerPlanck.ts'
import type { CellChain } from './densityEngine.ts'
import { createJavascriptEngine } from './densityJavascript.ts'
import { makeDensityPlan } from './densityPlan.ts'
import { neighbourOf } from './densityRegions.ts'
import { createWasmEngine } from './densityWasm.ts'
import { createWideEngine } from './densityWide.ts'

const engines = {
  relaxed: createWasmEngine('relaxed')!,
  plain: createWasmEngine('plain')!,
  javascript: createJavascriptEngine(),
  wide: createWideEngine(),
}

function chainOf(kind: CellChain['kind'], columns: number, noise: number): CellChain {
  const system = { saliency: [1.2, 1.9], gain: 1.3, current: [0.1, -0.05] } as const
  const grid = { columns, extent: 3 }
  const rises = sampleRisesInto(new Float64Array(DIRECTIONS * columns ** 2), system, noise, grid)
  const classes = Uint8Array.from({ length: columns ** 2 }, (_, cell) => (cell % 7 === 3 ? 0 : 1 + ((cell >> 4) & 1)))
  return { kind, columns, rises, classes: kind === 'duration' ? classes : null }
}

/** All states one after the other in one dense matrix: what the fronts are to come to. */
function denseSolution({ kind, columns, rises, classes }: CellChain): number[] {
  const n = columns ** 2
  const rates = Array.from({ length: n }, () => Array.from({ length: n }, () => 0))
  const exits = Array.from({ length: n }, () => 0)
  const costs = Array.from({ length: n }, () => (classes ? 1 : 0))
  for (let cell = 0; cell < n; cell++) {
    if (classes?.[cell] === 0) {
      exits[cell] = 1
      costs[cell] = 0
      continue
    }
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const other = neighbourOf(cell, direction, columns)
      if (other < 0) continue
      const rate = bernoulli(rises[DIRECTIONS * cell + direction])
      if (classes && classes[other] !== classes[cell]) exits[cell] += rate
      else rates[cell][other] += rate
    }
  }
  const sums: number[] = []
  for (let k = 0; k < n; k++) {
    sums[k] = exits[k] + rates[k].slice(k + 1).reduce((sum, rate) => sum + rate, 0)
    if (kind === 'stationary' && k === n - 1) break
    for (let i = k + 1; i < n; i++) {
      const share = rates[i][k] / sums[k]
      if (share === 0) continue
      for (let j = k + 1; j < n; j++) if (j !== i) rates[i][j] += share * rates[k][j]
      exits[i] += share * exits[k]
      costs[i] += share * costs[k]
    }
  }
  const x = Array.from({ length: n }, () => 0)
  for (let k = n - 1; k >= 0; k--) {
    let sum = kind === 'duration' ? costs[k] : k === n - 1 ? sums[k] || 1 : 0
    for (let j = k + 1; j < n; j++) sum += x[j] * (kind === 'duration' ? rates[k][j] : rates[j][k])
    x[k] = kind === 'stationary' && k === n - 1 ? 1 : sum / sums[k]
  }
  return x
}

for (const [name, engine] of Object.entries(engines)) {
  test.each([5, 6, 9, 12, 17, 20])(`${name}: fronts come to what a dense elimination comes to, %i x %i cells`, (n) => {
    const plan = makeDensityPlan(n)
    for (const kind of ['stationary', 'duration'] as const) {
      const chain = chainOf(kind, n, 0.5)
      engine.load(plan, chain)
      for (let k = 0; k < plan.frontCount; k++) expect(engine.eliminate(k, k + 1)).toBe(true)
      const found = engine.solution()!
      const wanted = denseSolution(chain)
      const scale = kind === 'stationary' ? Math.max(...found) / Math.max(...wanted) : 1
      for (let cell = 0; cell < n * n; cell++) {
        if (wanted[cell] === 0) expect(found[cell]).toBe(0)
        else expect(Math.abs(found[cell] / (scale * wanted[cell]) - 1)).toBeLessThan(1e-12)
      }
    }
  })
}

test('what leaves the range of doubles is refused by the fast engines and done by the wide one', () => {
  const plan = makeDensityPlan(17)
  const chain = chainOf('stationary', 17, 0.02)
  for (const engine of [engines.relaxed, engines.plain, engines.javascript]) {
    engine.load(plan, chain)
    expect(engine.eliminate(0, plan.frontCount) && engine.solution() !== null).toBe(false)
  }
  engines.wide.load(plan, chain)
  expect(engines.wide.eliminate(0, plan.frontCount)).toBe(true)
  const found = engines.wide.solution()!
  expect(found.every((value) => value >= 0 && value < Infinity)).toBe(true)
  expect(Math.max(...found)).toBeGreaterThan(0)
})

test('what the fast engines do not refuse is right down to the change-over', () => {
  const plan = makeDensityPlan(33)
  let smallest = Infinity
  for (let noise = 0.4; noise > 0.03; noise *= 0.93) {
    const chain = chainOf('stationary', 33, noise)
    engines.plain.load(plan, chain)
    if (!engines.plain.eliminate(0, plan.frontCount)) break
    const fast = engines.plain.solution()
    if (fast === null) break
    engines.wide.load(plan, chain)
    engines.wide.eliminate(0, plan.frontCount)
    const wide = engines.wide.solution()!
    const [fastPeak, widePeak] = [Math.max(...fast), Math.max(...wide)]
    fast.forEach((value, cell) => {
      expect(Math.abs(value / fastPeak - wide[cell] / widePeak)).toBeLessThan(1e-13)
      if (wide[cell] > 1e-90 * widePeak) expect((value * widePeak) / fastPeak / wide[cell]).toBeCloseTo(1, 11)
    })
    smallest = Math.min(smallest, fast[16 * 33 + 16] / fastPeak)
  }
  // It went far enough down for this to say something: the origin is that much rarer than the wells.
  expect(smallest).toBeLessThan(1e-60)
})

test('every cell leaves in one front, and each pair of neighbours meets once in each direction', () => {
  for (const n of [5, 8, 21, 65]) {
    const plan = makeDensityPlan(n)
    const left = new Set<number>()
    for (let k = 0; k < plan.frontCount; k++) {
      const [pivots, , , cells] = plan.fronts.subarray(16 * k)
      for (const cell of plan.cells.subarray(cells, cells + pivots)) left.add(cell)
    }
    expect(left.size).toBe(n * n)
    const seen = plan.rates.filter((_, k) => k % 2 === 0)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(4 * n * (n - 1))
  }
  expect(cellCentre(0, 5, 2)).toBe(-cellCentre(4, 5, 2))
})

test('where a policy forbids WebAssembly, JavaScript takes over', async () => {
  vi.resetModules()
  vi.stubGlobal('WebAssembly', undefined)
  const again = await import('./createDensityKernel.ts')
  expect(again.createDensityKernel('fastest').flavour).toBe('javascript')
  vi.unstubAllGlobals()
})
