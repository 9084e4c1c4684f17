import { expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { criticalSaliency } from '../memory.ts'
import { createRandom } from '../random.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../twoNeurons.ts'
import { makeManifoldSeries, type ManifoldSeries } from './separatricesSeries.ts'

/** The largest |f(x(s)) - x'(s) R(s)| over the reach: how far the curve is from invariant. */
function defect(system: TwoNeuronSystem, series: ManifoldSeries): number {
  const field = new Float64Array(2)
  const [before, here, after] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)]
  const reach = Math.min(series.reach, 5)
  const step = 1e-4 * reach
  let worst = 0
  for (let k = -20; k <= 20; k++) {
    const s = (0.95 * reach * k) / 20
    series.positionInto(before, s - step)
    series.positionInto(here, s)
    series.positionInto(after, s + step)
    pairFieldInto(field, system, here[0], here[1])
    const rate = series.speed(s) / (2 * step)
    worst = Math.max(
      worst,
      Math.hypot(field[0] - (after[0] - before[0]) * rate, field[1] - (after[1] - before[1]) * rate),
    )
  }
  return worst
}

test('both manifolds of every saddle are invariant curves, and reach far', () => {
  const random = createRandom(471)
  let curves = 0
  for (let k = 0; k < 150; k++) {
    const size = k % 2
    const system: TwoNeuronSystem = {
      saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
      gain: 0.5 + 9.5 * random.uniform(),
      current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
    }
    for (const { stability, state, eigenvalues } of findEquilibria(system)) {
      if (stability !== 'saddle') continue
      for (const which of [0, 1] as const) {
        const series = makeManifoldSeries(system, state, which)!
        expect(series.rate).toBeCloseTo(eigenvalues[which], 9)
        // The difference quotient is right to 1e-8 of the speed.
        expect(defect(system, series)).toBeLessThan(1e-6)
        expect(series.reach * system.gain).toBeGreaterThan(1e-3)
        curves++
      }
    }
  }
  expect(curves).toBeGreaterThan(100)
})

test('the slow manifold of a saddle at its pitchfork goes through the memory that has just left it', () => {
  const system: TwoNeuronSystem = { saliency: [criticalSaliency(2, 1) + 1e-7, 2], gain: 1, current: [0, 0] }
  const equilibria = findEquilibria(system)
  const memory = equilibria.find(({ stability, state }) => stability === 'stable' && state[0] > 0 && state[1] > 0)!
  const saddle = equilibria.find(
    ({ stability, state }) => stability === 'saddle' && state[0] > state[1] && state[1] > 0,
  )!
  const series = makeManifoldSeries(system, saddle.state, 1)!
  expect(Math.abs(series.along(...memory.state))).toBeLessThan(series.reach)
  expect(Math.abs(series.offset(...memory.state))).toBeLessThan(1e-12)
  expect(Math.abs(series.speed(series.along(...memory.state)))).toBeLessThan(1e-12)
})

test('a node has one only where its eigenvalues differ enough', () => {
  const system: TwoNeuronSystem = { saliency: [2, 1], gain: 1, current: [0, 0] }
  // At the origin 1 and 0: any order. At 2 and 1, order 2 is resonant.
  expect(makeManifoldSeries(system, [0, 0], 0)).not.toBeNull()
  expect(makeManifoldSeries({ ...system, saliency: [3, 2] }, [0, 0], 0)).toBeNull()
})
