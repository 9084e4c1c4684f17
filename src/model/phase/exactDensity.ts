import { activationIntegral } from '../activation.ts'
import { selfWeight, crossWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import { type Density, makeDensity } from './density.ts'
import { cellCentre, requireNoise } from './fokkerPlanck.ts'

/**
 * The stationary density where it is known: with equal saliencies the neurons decouple (W₁₂ = 0), and p = p₁(x₁) p₂(x₂) with
 *
 *     p_i ∝ exp[(2/σ²)(−½x_i² + α ln cosh(g x_i)/g + b_i x_i)].
 *
 * Null for other systems: f is then not a gradient, and p is no such product, nor exp(−E/T). Values in the centres of the cells, normalised by
 * their sum: exact to rounding but for that sum, whose error falls exponentially with the number of cells. Ours, from the stationary equation.
 */
export function exactDensity(
  system: TwoNeuronSystem,
  noise: number,
  { columns, extent }: { readonly columns: number; readonly extent: number },
): Density | null {
  requireNoise(system, noise)
  if (crossWeight(system.saliency) !== 0) return null
  const [first, second] = system.current.map((current) => {
    const exponents = Float64Array.from({ length: columns }, (_, k) => {
      const x = cellCentre(k, columns, extent)
      const pull = selfWeight(system.saliency) * activationIntegral(x, system.gain)
      return (2 / (noise * noise)) * (pull + current * x - (x * x) / 2)
    })
    const largest = exponents.reduce((most, value) => Math.max(most, value), -Infinity)
    return exponents.map((value) => Math.exp(value - largest))
  })
  const weights = new Float64Array(columns * columns)
  second.forEach((along, row) => first.forEach((across, column) => (weights[row * columns + column] = across * along)))
  return makeDensity(weights, columns, extent)
}
