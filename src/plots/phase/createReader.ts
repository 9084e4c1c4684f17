import type { PictureLab } from '../../store/pictureLab.ts'
import { cursorReading, type CursorReading } from './cursorReading.ts'

/**
 * The reading under the cross-hair of a picture. It is made again only when something that it says may have changed: a ball that rolls draws
 * the map sixty times a second while the pointer rests.
 */
export function createReader({ cell, analysis, store }: PictureLab): () => CursorReading | null {
  let sources: readonly unknown[] = []
  let reading: CursorReading | null = null
  return () => {
    const state = store.getState()
    const density = analysis?.density ?? null
    const next = [cell.cursor, cell.landscapeVersion, density, state.phase, state.memoryNames]
    if (next.some((source, k) => source !== sources[k])) {
      sources = next
      reading = cursorReading({ cell, state, density })
    }
    return reading
  }
}
