import { expect, test, vi } from 'vitest'
import { basinCases, makeBasinCase } from '../../model/phase/basinsCases.laws.ts'
import { referenceState } from '../../model/phase/basinsReference.laws.ts'
import { firstCell } from '../../model/phase/basinsWalk.ts'
import { createRandom } from '../../model/random.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { basinsOf, centreOf } from './basinTools.laws.ts'
import { createWasmIntegrator } from './basinWasm.ts'
import { createBasinKernel } from './createBasinKernel.ts'

test('a wish is met by the flavour it names, and all flavours run here', () => {
  expect(createBasinKernel('fastest').flavour).toBe('relaxed')
  expect(createBasinKernel('javascript').flavour).toBe('javascript')
  expect(createWasmIntegrator('plain')?.flavour).toBe('plain')
})

test('where a policy forbids WebAssembly, JavaScript takes over, with the same labels', () => {
  vi.stubGlobal('WebAssembly', undefined)
  const without = createBasinKernel('fastest')
  vi.unstubAllGlobals()
  expect(without.flavour).toBe('javascript')
  const example = makeBasinCase([1.5, 2.25], 1, [0.1, -0.05])
  expect(basinsOf(example, 65, without)).toEqual(basinsOf(example, 65))
})

test('the closed forms: halves, quarters, everything', () => {
  for (const columns of [64, 65]) {
    expect(basinsOf(makeBasinCase([1.5, 1.5]), columns).fractions).toEqual(Array(4).fill(expect.closeTo(0.25, 6)))
    expect(basinsOf(makeBasinCase([0.5, 2]), columns).fractions).toEqual(Array(2).fill(expect.closeTo(0.5, 9)))
    const alone = basinsOf(makeBasinCase([-2, 0.9]), columns)
    expect(alone.fractions).toEqual([1])
    expect(alone.labels.every((label) => label === 1)).toBe(true)
  }
})

test('without a current a start and its mirror image recall a memory and its twin; the swap of the neurons likewise', () => {
  const columns = 129
  for (const example of basinCases.filter(({ system }) => system.current[0] === 0 && system.current[1] === 0)) {
    const { labels, attractors } = basinsOf(example, columns)
    const twin = (key: string): string => key.replace(/[+-]$/, (sign) => (sign === '+' ? '-' : '+'))
    const swapped = (key: string): string => (key.startsWith('memory-2') ? twin(key) : key)
    const keyOf = (cell: number): string => attractors[labels[cell] - 1] ?? ''
    const isSymmetric = (_: number, cell: number): boolean => {
      const image = (cell % columns) * columns + Math.floor(cell / columns)
      return keyOf(labels.length - 1 - cell) === twin(keyOf(cell)) && keyOf(image) === swapped(keyOf(cell))
    }
    expect(labels.every(isSymmetric)).toBe(true)
  }
})

test('an attractor is in its own basin, and labels are constant along trajectories', () => {
  const random = createRandom(9)
  for (const example of basinCases) {
    const basins = basinsOf(example, 257)
    const cellOf = (state: ReadonlyPair): number => {
      // The nearest centre: half a cell lower is the first at or above.
      const index = (x: number): number => firstCell(x - basins.extent / 257, 257, basins.extent)
      return index(state[1]) * 257 + index(state[0])
    }
    example.attractors.forEach((state, k) => {
      if (Math.max(...state.map(Math.abs)) < example.extent) expect(basins.labels[cellOf(state)]).toBe(k + 1)
    })
    for (let k = 0; k < 40; k++) {
      const cell = Math.floor(random.uniform() * basins.labels.length)
      const label = basins.labels[cell]
      referenceState(example.system, centreOf(basins, cell), 5, (x1, x2) => {
        const there = Math.max(Math.abs(x1), Math.abs(x2)) < example.extent ? cellOf([x1, x2]) : cell
        const isNear = [-258, -257, -256, -1, 1, 256, 257, 258].some((step) => basins.labels[there + step] !== label)
        if (!isNear) expect(basins.labels[there]).toBe(label)
        return false
      })
    }
  }
})

test('label 0 on a separatrix, and nowhere else', () => {
  const columns = 65
  basinsOf(makeBasinCase([0.5, 2]), columns).labels.forEach((label, cell) => {
    expect(label === 0).toBe(cell % columns === Math.floor(cell / columns))
  })
  basinsOf(makeBasinCase([1.5, 1.5]), columns).labels.forEach((label, cell) => {
    expect(label === 0).toBe(cell % columns === 32 || Math.floor(cell / columns) === 32)
  })
  for (const example of basinCases.filter(({ system }) => system.current[0] !== 0)) {
    expect(basinsOf(example, columns).labels.every((label) => label > 0)).toBe(true)
  }
})
