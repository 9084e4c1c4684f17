import { createRandom } from '../src/model/random.ts'

/** One network of the kernel benches, with zero diagonal: the same numbers for every subject, whatever it is written in. */
export interface KernelCase {
  readonly neuronCount: number
  readonly patternCount: number
  readonly patterns: Int8Array
  readonly saliency: Float32Array
  readonly state: Float32Array
}

/** The gain of the paper's retrieval experiments, which also have N = 1024, P = 10 and a zero diagonal. */
export const gain = 10
export const timeStep = 0.01
export const noise = 0.1

/** N and P, from what fits in registers to what no cache holds. */
export const kernelSizes: readonly (readonly [number, number])[] = [
  [64, 3],
  [256, 10],
  [1024, 10],
  [4096, 50],
  [16_384, 100],
  [65_536, 100],
]

export const sizeName = (neuronCount: number, patternCount: number): string => `(${neuronCount}, ${patternCount})`

export function makeKernelCase(neuronCount: number, patternCount: number): KernelCase {
  const random = createRandom(1982)
  const bipolar = (): number => (random.uniform() < 0.5 ? -1 : 1)
  return {
    neuronCount,
    patternCount,
    patterns: Int8Array.from({ length: neuronCount * patternCount }, bipolar),
    saliency: Float32Array.from({ length: patternCount }, () => 1 + random.uniform()),
    state: Float32Array.from({ length: neuronCount }, () => random.normal()),
  }
}

/** (1/N) Σ α: what the zeroed diagonal subtracts. */
export function diagonalOf({ saliency, neuronCount }: KernelCase): number {
  return saliency.reduce((sum, alpha) => sum + alpha, 0) / neuronCount
}

/** Steps of one call: half a millisecond or so of the fastest subject. */
export function stepsOfCall({ neuronCount, patternCount }: KernelCase): number {
  return Math.max(1, Math.min(2000, Math.round(3e7 / (neuronCount * (2 * patternCount + 30)))))
}
