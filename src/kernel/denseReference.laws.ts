import { activation, activationIntegral } from '../model/activation.ts'
import { createRandom, type RandomSource } from '../model/random.ts'
import type { KernelNetwork, NetworkKernel } from './networkKernel.ts'

/** A network of the kernels, in numbers that single precision holds exactly. */
export interface Example {
  readonly neuronCount: number
  readonly patternCount: number
  readonly patterns: Int8Array
  /** P or P x P. */
  readonly couplings: Float32Array
  readonly gain: number
  readonly current: Float32Array | null
  readonly diagonal: number | Float32Array
  readonly state: Float32Array
}

export interface ExampleShape {
  readonly neuronCount: number
  readonly patternCount: number
  readonly isDense?: boolean
  readonly hasTerms?: boolean
}

const floats = (count: number, value: (k: number) => number): Float32Array =>
  Float32Array.from({ length: count }, (_, k) => value(k))

function makeCouplings(p: number, isDense: boolean, random: RandomSource): Float32Array {
  if (!isDense || p === 1) return floats(p, () => 0.5 + 2 * random.uniform())
  const couplings = floats(p * p, () => random.normal() / Math.sqrt(p))
  for (let mu = 0; mu < p; mu++) for (let nu = 0; nu < mu; nu++) couplings[mu * p + nu] = couplings[nu * p + mu]
  return couplings
}

export function makeExample({ neuronCount, patternCount, isDense, hasTerms }: ExampleShape, seed: number): Example {
  const random = createRandom(seed)
  const n = neuronCount
  const p = patternCount
  const patterns = Int8Array.from({ length: p * n }, () => (random.uniform() < 0.5 ? -1 : 1))
  const couplings = makeCouplings(p, isDense ?? false, random)
  const terms = hasTerms ?? false
  return {
    neuronCount,
    patternCount,
    patterns,
    couplings,
    gain: Math.fround(0.5 + 4 * random.uniform()),
    current: terms ? floats(n, () => 0.3 * random.normal()) : null,
    diagonal: terms ? floats(n, () => 0.2 * random.uniform()) : 0,
    state: floats(n, () => 1.5 * random.normal()),
  }
}

export function load(kernel: NetworkKernel, example: Example): KernelNetwork {
  const network = kernel.createNetwork(example.neuronCount, example.patternCount)
  network.setPatterns(example.patterns)
  network.setCouplings(example.couplings)
  network.setGain(example.gain)
  network.setCurrent(example.current)
  network.setDiagonal(example.diagonal)
  network.writeState(example.state)
  return network
}

/** Everything about a state by definition: W is built, N x N, in double precision. */
export function denseReference(example: Example): {
  readonly activity: Float64Array
  readonly overlaps: Float64Array
  readonly field: Float64Array
  readonly energy: number
} {
  const { neuronCount: n, patternCount: p, patterns, couplings, gain, current, diagonal, state } = example
  const coupling = (mu: number, nu: number): number =>
    couplings.length === p ? (mu === nu ? couplings[mu] : 0) : couplings[mu * p + nu]
  // D Ξ first: P x N.
  const mixed = new Float64Array(p * n)
  for (let mu = 0; mu < p; mu++) {
    for (let nu = 0; nu < p; nu++) {
      const d = coupling(mu, nu)
      if (d !== 0) for (let j = 0; j < n; j++) mixed[mu * n + j] += d * patterns[nu * n + j]
    }
  }
  const activity = Float64Array.from(state, (x) => activation(x, gain))
  const overlaps = new Float64Array(p)
  for (let mu = 0; mu < p; mu++) for (let i = 0; i < n; i++) overlaps[mu] += (patterns[mu * n + i] * activity[i]) / n
  const field = new Float64Array(n)
  let energy = 0
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) {
      let weight = 0
      for (let mu = 0; mu < p; mu++) weight += patterns[mu * n + i] * mixed[mu * n + j]
      weight /= n
      if (i === j) weight -= typeof diagonal === 'number' ? diagonal : diagonal[i]
      sum += weight * activity[j]
    }
    const b = current === null ? 0 : current[i]
    field[i] = sum - state[i] + b
    energy += state[i] * activity[i] - activationIntegral(state[i], gain) - (sum / 2) * activity[i] - b * activity[i]
  }
  return { activity, overlaps, field, energy }
}

/** Largest difference of two vectors. */
export function distance(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let most = found.length === wanted.length ? 0 : Number.NaN
  for (let k = 0; k < wanted.length; k++) most = Math.max(most, Math.abs(found[k] - wanted[k]))
  return most
}
