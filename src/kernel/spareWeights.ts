/**
 * The N² weights of the last network that was disposed of, for the next one of its size: while a memory is drawn on, networks come and go
 * with every frame, and 64 MB take 10 ms to be got, and again to be collected.
 */
export interface SpareWeights {
  /** N x N numbers, whatever they are. */
  readonly take: (neuronCount: number) => Float32Array
  /** Whoever gives may not use them any more. */
  readonly give: (weights: Float32Array) => void
  readonly drop: () => void
}

export function createSpareWeights(): SpareWeights {
  let spare: Float32Array | null = null
  return {
    take(neuronCount) {
      const count = neuronCount * neuronCount
      const taken = spare?.length === count ? spare : new Float32Array(count)
      spare = null
      return taken
    },
    give(weights) {
      spare = weights
    },
    drop() {
      spare = null
    },
  }
}
