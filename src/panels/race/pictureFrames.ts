import type { RecallCell } from '../../store/recall/recall.ts'

/** Tells of new pixels, once an animation frame at most, and only where what `version` reads has changed. */
export function frameNotices(
  cell: Pick<RecallCell, 'subscribe'>,
  version: () => number,
): (listener: () => void) => () => void {
  return (listener) => {
    let handle = 0
    let last = version()
    const notify = () => {
      handle = 0
      last = version()
      listener()
    }
    const unsubscribe = cell.subscribe(() => {
      if (handle === 0 && version() !== last) handle = requestAnimationFrame(notify)
    })
    return () => {
      unsubscribe()
      if (handle !== 0) cancelAnimationFrame(handle)
    }
  }
}

/** The negative of a picture in bytes: 255 − value. `out` and `pixels` of the same length. */
export function negativeInto(out: Uint8Array, pixels: Uint8Array): Uint8Array {
  for (let i = 0; i < out.length; i++) out[i] = 255 - pixels[i]
  return out
}
