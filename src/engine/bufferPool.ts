import type { Landscape } from '../model/landscape.ts'
import type { LandscapeBuffers } from './protocol.ts'

/**
 * Landscapes that the page has seen, and which of them may be written again. The newest is being drawn and picked from, and the one before
 * it may still stand in a texture until the next animation frame: only older ones are handed back.
 */
export interface BufferPool {
  readonly arrived: (landscape: Landscape) => void
  /** Buffers to write into, or null. They belong to the session from now on. */
  readonly take: (columns: number) => LandscapeBuffers | null
  readonly clear: () => void
}

const inUseCount = 2

export function createBufferPool(): BufferPool {
  let inUse: Landscape[] = []
  let spare: Landscape | null = null
  return {
    arrived(landscape) {
      inUse.unshift(landscape)
      spare = inUse.length > inUseCount ? (inUse.pop() ?? null) : spare
    },
    take(columns) {
      if (spare === null || spare.columns !== columns) return null
      const { heights, gradients } = spare
      spare = null
      // Only landscapes of our own sessions arrive here, and these never use shared memory.
      return { heights: heights as Float32Array<ArrayBuffer>, gradients: gradients as Float32Array<ArrayBuffer> }
    },
    clear() {
      inUse = []
      spare = null
    },
  }
}
