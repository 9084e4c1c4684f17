/**
 * The operator that every large continuous network runs on: dx = (−x + W ψ(x) + b) dt + σ dB, ψ(x) = tanh(g x),
 * W ψ = (1/N) Ξᵀ D (Ξ ψ) − d ∘ ψ, in single precision. W is never built. Implementations: WebAssembly (relaxed or plain SIMD), JavaScript.
 */
export interface NetworkKernel {
  readonly flavour: KernelFlavour
  /** Throws a RangeError with a sentence (limit, and memory it would need) when the network is too large. */
  readonly createNetwork: (neuronCount: number, patternCount: number) => KernelNetwork
}

export type KernelFlavour = 'relaxed' | 'plain' | 'javascript'

/** One network in the kernel's memory. Nothing here allocates but `createNetwork`, and `setPatterns` what it needs meanwhile. */
export interface KernelNetwork {
  readonly neuronCount: number
  readonly patternCount: number
  /** Ξ: P x N, row-major, ±1. `changed`: the patterns that differ from those set before; without it they all may. */
  readonly setPatterns: (values: Int8Array, changed?: readonly number[]) => void
  /** P numbers: D = diag(α). P x P numbers, symmetric: D itself (pseudo-inverse rule). */
  readonly setCouplings: (couplings: Float32Array) => void
  readonly setGain: (gain: number) => void
  /** b, N numbers; null for none. */
  readonly setCurrent: (current: Float32Array | null) => void
  /** d: one number for all neurons, or N numbers; 0 keeps the diagonal. */
  readonly setDiagonal: (diagonal: number | Float32Array) => void
  readonly writeState: (state: Float32Array) => void
  readonly readState: (out: Float32Array) => Float32Array
  /** Starts the noise generator again: same seed and stream, same noise. */
  readonly seed: (seed: number, stream: number) => void
  /** `count` Euler-Maruyama steps (Euler for `noise` = 0). */
  readonly stepEuler: (count: number, timeStep: number, noise: number) => void
  /** `count` classical Runge-Kutta steps of the noise-free field. */
  readonly stepRungeKutta: (count: number, timeStep: number) => void
  /** ψ(x), N. */
  readonly activityInto: (out: Float32Array) => Float32Array
  /** m = (1/N) Ξ ψ(x), P. */
  readonly overlapsInto: (out: Float32Array) => Float32Array
  /** f(x), N. */
  readonly vectorFieldInto: (out: Float32Array) => Float32Array
  /** E(x), accumulated in double precision. */
  readonly energy: () => number
  /** Gives the memory to the next network; this one may not be used afterwards. */
  readonly dispose: () => void
}

/** Which implementation is wanted; what the machine lacks is replaced by the next slower one. */
export type KernelWish = 'fastest' | 'reproducible' | 'javascript'
