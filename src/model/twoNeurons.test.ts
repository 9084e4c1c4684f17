import { expect, test } from 'vitest'
import { activationSlope } from './activation.ts'
import { createRandom } from './random.ts'
import {
  pairEigenvalues,
  pairEnergy,
  pairEnergyGradientInto,
  pairFieldInto,
  type TwoNeuronSystem,
} from './twoNeurons.ts'

const random = createRandom(11)
const cases = Array.from({ length: 300 }, (): { system: TwoNeuronSystem; x1: number; x2: number } => ({
  system: {
    saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
    gain: 0.5 + 9.5 * random.uniform(),
    current: [2 * random.uniform() - 1, 2 * random.uniform() - 1],
  },
  x1: random.normal(),
  x2: random.normal(),
}))

test('∇E = -ψ′ ∘ f, and it is the derivative of E', () => {
  const h = 1e-6
  for (const { system, x1, x2 } of cases) {
    const field = pairFieldInto(new Float64Array(2), system, x1, x2)
    const gradient = pairEnergyGradientInto(new Float64Array(2), system, x1, x2)
    expect(gradient[0]).toBe(-activationSlope(x1, system.gain) * field[0])
    expect(gradient[1]).toBe(-activationSlope(x2, system.gain) * field[1])
    const slope1 = (pairEnergy(system, x1 + h, x2) - pairEnergy(system, x1 - h, x2)) / (2 * h)
    const slope2 = (pairEnergy(system, x1, x2 + h) - pairEnergy(system, x1, x2 - h)) / (2 * h)
    expect(Math.abs(slope1 - gradient[0])).toBeLessThan(1e-6)
    expect(Math.abs(slope2 - gradient[1])).toBeLessThan(1e-6)
  }
})

test('the eigenvalues are those of the Jacobian by differences: same trace, same determinant, ascending', () => {
  const h = 1e-6
  for (const { system, x1, x2 } of cases) {
    const right = pairFieldInto(new Float64Array(2), system, x1 + h, x2)
    const left = pairFieldInto(new Float64Array(2), system, x1 - h, x2)
    const up = pairFieldInto(new Float64Array(2), system, x1, x2 + h)
    const down = pairFieldInto(new Float64Array(2), system, x1, x2 - h)
    const j11 = (right[0] - left[0]) / (2 * h)
    const j21 = (right[1] - left[1]) / (2 * h)
    const j12 = (up[0] - down[0]) / (2 * h)
    const j22 = (up[1] - down[1]) / (2 * h)
    const [lower, upper] = pairEigenvalues(system, x1, x2)
    expect(lower).toBeLessThanOrEqual(upper)
    expect(Math.abs(lower + upper - j11 - j22)).toBeLessThan(1e-6)
    expect(Math.abs(lower * upper - (j11 * j22 - j12 * j21))).toBeLessThan(1e-4)
  }
})
