import type { CaptureSlot, PictureCapture } from './pictureLab.ts'

/** An empty slot. The newest capture wins; one that ends leaves the slot to a newer one. */
export function createCaptureSlot(): CaptureSlot {
  const listeners = new Set<() => void>()
  let current: PictureCapture | null = null
  const put = (next: PictureCapture | null) => {
    current = next
    for (const listener of listeners) listener()
  }
  return {
    get current() {
      return current
    },
    provide(capture) {
      put(capture)
      return () => {
        if (current === capture) put(null)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
