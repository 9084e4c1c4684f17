import { selfCouplingsInto } from './columnCodes.ts'
import { correlatedPatterns, hadamardPatterns, randomPatterns } from './generators.ts'
import { gramInto, inverseGram, pseudoInverseCouplingsInto } from './gram.ts'
import type { Patterns } from './patterns.ts'
import { createRandom, type RandomSource } from './random.ts'
import type { SliceNetwork } from './slice.ts'

/** How a random network of the tests is made. */
export interface NetworkKind {
  readonly patterns: 'random' | 'correlated' | 'hadamard'
  readonly couplings: 'saliencies' | 'pseudo-inverse' | 'any'
  readonly diagonal: 'kept' | 'uniform' | 'each'
  readonly hasCurrent: boolean
}

/** Every combination. */
export const networkKinds: readonly NetworkKind[] = (['random', 'correlated', 'hadamard'] as const).flatMap(
  (patterns) =>
    (['saliencies', 'pseudo-inverse', 'any'] as const).flatMap((couplings) =>
      (['kept', 'uniform', 'each'] as const).flatMap((diagonal) =>
        [false, true].map((hasCurrent) => ({ patterns, couplings, diagonal, hasCurrent })),
      ),
    ),
)

function patternsOf(kind: NetworkKind['patterns'], p: number, n: number, random: RandomSource): Patterns {
  if (kind === 'random') return randomPatterns(p, n, random)
  return kind === 'correlated' ? correlatedPatterns(p, n, 0.6, random) : hadamardPatterns(p, n)
}

/** A random network of this kind: P memories, N neurons, saliencies from -1 to 3, gain from 0.5 to 3. */
export function randomSliceNetwork(kind: NetworkKind, p: number, n: number, seed: number): SliceNetwork {
  const random = createRandom(seed)
  const patterns = patternsOf(kind.patterns, p, n, random)
  const saliency = Float64Array.from({ length: p }, () => 4 * random.uniform() - 1)
  const gain = 0.5 + 2.5 * random.uniform()
  let couplings = saliency
  if (kind.couplings === 'pseudo-inverse') {
    const { inverse } = inverseGram(gramInto(new Float64Array(p * p), patterns), p)
    couplings = pseudoInverseCouplingsInto(new Float64Array(p * p), saliency, inverse)
  } else if (kind.couplings === 'any') {
    couplings = new Float64Array(p * p)
    for (let mu = 0; mu < p; mu++) {
      for (let nu = 0; nu <= mu; nu++) {
        couplings[mu * p + nu] = mu === nu ? saliency[mu] : 0.3 * random.normal()
        couplings[nu * p + mu] = couplings[mu * p + nu]
      }
    }
  }
  const self = selfCouplingsInto(new Float64Array(n), patterns, couplings)
  const diagonal = kind.diagonal === 'each' ? self : kind.diagonal === 'uniform' ? self[0] : 0
  const current = kind.hasCurrent ? Float64Array.from({ length: n }, () => 0.4 * random.normal()) : null
  return { patterns, couplings, diagonal, gain, current }
}

/** W, dense, N*N: (1/N) Ξᵀ D Ξ - diag(d). */
export function denseWeights(network: SliceNetwork): Float64Array {
  const { patterns, couplings, diagonal } = network
  const { values, patternCount: p, neuronCount: n } = patterns
  const w = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0
      for (let mu = 0; mu < p; mu++) {
        if (couplings.length === p) sum += couplings[mu] * values[mu * n + i] * values[mu * n + j]
        else for (let nu = 0; nu < p; nu++) sum += couplings[mu * p + nu] * values[mu * n + i] * values[nu * n + j]
      }
      w[i * n + j] = sum / n - (i === j ? (typeof diagonal === 'number' ? diagonal : diagonal[i]) : 0)
    }
  }
  return w
}

/** f(x) = -x + W ψ(x) + b, dense. */
export function denseField(network: SliceNetwork, w: Float64Array, x: ArrayLike<number>): Float64Array {
  const n = network.patterns.neuronCount
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = -x[i] + (network.current === null ? 0 : network.current[i])
    for (let j = 0; j < n; j++) sum += w[i * n + j] * Math.tanh(network.gain * x[j])
    return sum
  })
}

/** E(x), dense. */
export function denseEnergy(network: SliceNetwork, w: Float64Array, x: ArrayLike<number>): number {
  const { gain, current } = network
  const n = network.patterns.neuronCount
  let total = 0
  for (let i = 0; i < n; i++) {
    const psi = Math.tanh(gain * x[i])
    total += x[i] * psi - Math.log(Math.cosh(gain * x[i])) / gain - (current === null ? 0 : current[i]) * psi
    for (let j = 0; j < n; j++) total -= 0.5 * w[i * n + j] * psi * Math.tanh(gain * x[j])
  }
  return total
}

/** The state at (y₊, y₋) of the plane of mu and nu (which must span one), N. */
export function stateOnSlice(patterns: Patterns, mu: number, nu: number, yPlus: number, yMinus: number): Float64Array {
  const { values, neuronCount: n } = patterns
  const p = (yPlus + yMinus) / 2
  const q = (yPlus - yMinus) / 2
  return Float64Array.from({ length: n }, (_, i) => p * values[mu * n + i] + q * values[nu * n + i])
}
