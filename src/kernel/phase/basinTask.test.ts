import { expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { criticalSaliency } from '../../model/memory.ts'
import { makeBasinCase } from '../../model/phase/basinsCases.laws.ts'
import { referenceLabel } from '../../model/phase/basinsReference.laws.ts'
import { createRandom } from '../../model/random.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { basinsOf, centreOf, isNearSeparatrix } from './basinTools.laws.ts'
import { createBasinKernel } from './createBasinKernel.ts'

const kernel = createBasinKernel('fastest')

test('next to and at the pitchforks labels are those of integration, however long that takes', () => {
  const critical = criticalSaliency(2, 1)
  const saliencies = [1, 1 + 1e-7, 1 + 1e-5, 1 - 1e-5, critical, critical - 1e-5, critical + 1e-5, critical + 1e-3]
  for (const saliency of saliencies) {
    const example = makeBasinCase([saliency, 2])
    const basins = basinsOf(example, 65)
    const random = createRandom(1)
    for (let k = 0; k < 150; k++) {
      const cell = Math.floor(random.uniform() * basins.labels.length)
      const label = referenceLabel(example.system, centreOf(basins, cell), example.attractors, 300, 1e-3)
      if (label === 0 || basins.labels[cell] === label) continue
      expect(isNearSeparatrix(example, centreOf(basins, cell))).toBe(true)
    }
    expect(basins.labels.reduce((sum, label) => sum + Number(label === 0), 0)).toBeLessThan(2 * 65)
  }
})

/** The current at which two equilibria meet and vanish, to rounding. */
function foldCurrent(saliency: ReadonlyPair): ReadonlyPair {
  const count = (b: number): number => findEquilibria({ saliency, gain: 1, current: [b, 0.2 * b] }).length
  const [most, bracket] = [count(1e-3), [0, 2] as [number, number]]
  for (let k = 0; k < 50; k++) {
    const middle = (bracket[0] + bracket[1]) / 2
    bracket[count(middle) === most ? 0 : 1] = middle
  }
  return [bracket[1], 0.2 * bracket[1]]
}

test('at a fold: pieces are bounded, it ends, and 0 stands only where integration has not come to rest either', () => {
  const fold = foldCurrent([1.6, 2])
  const example = makeBasinCase([1.6, 2], 1, fold)
  const task = kernel.begin(example.system, example.equilibria, example.extent, 65)
  let pieces = 0
  let known = 0
  for (let isDone = false; !isDone; pieces++) {
    isDone = task.advance(200)
    const now = task.result().labels.reduce((sum, label) => sum + Number(label > 0), 0)
    expect(now - known).toBeLessThanOrEqual(200)
    known = now
  }
  expect(pieces).toBe(1 + Math.ceil(65 ** 2 / 200))
  const basins = task.result()
  const { labels, fractions } = basins
  labels.forEach((label, cell) => {
    if (cell % 23 !== 0) return
    const found = referenceLabel(example.system, centreOf(basins, cell), example.attractors)
    // Past the ghost of the two it takes the longer the nearer a start passes them.
    if (found !== label) expect(isNearSeparatrix(example, centreOf(basins, cell), 0.02)).toBe(true)
  })
  const undecided = 1 - fractions.reduce((sum, fraction) => sum + fraction, 0)
  expect(undecided).toBeGreaterThan(0.1)
  expect(undecided).toBeLessThan(0.2)
})

test('on either side of a fold labels are whole', () => {
  const [b1, b2] = foldCurrent([1.6, 2])
  for (const shift of [-1e-2, -1e-4, -1e-6, 1e-6, 1e-4, 1e-2]) {
    const basins = basinsOf(makeBasinCase([1.6, 2], 1, [b1 + shift, b2]), 65)
    expect(basins.labels.every((label) => label > 0)).toBe(true)
  }
})

test('boundaries that were not all found are found out, and starts are integrated instead', () => {
  const example = makeBasinCase([1.5, 2.25])
  const whole = basinsOf(example, 65)
  for (const missing of [['mixed-a'], ['mixed-c', 'origin']]) {
    const equilibria = example.equilibria.filter(({ key }) => !missing.includes(key))
    const task = kernel.begin(example.system, equilibria, example.extent, 65)
    expect(task.advance(100)).toBe(false)
    while (!task.advance(1000));
    const { labels, fractions } = task.result()
    expect(labels).toEqual(whole.labels)
    fractions.forEach((fraction, k) => expect(Math.abs(fraction - whole.fractions[k])).toBeLessThan(5e-3))
  }
})
