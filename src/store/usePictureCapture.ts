import { useSyncExternalStore } from 'react'
import type { PictureCapture } from './pictureLab.ts'
import { useLab } from './useLab.ts'

/** What can draw the picture that is shown as a file; null while there is no picture in three dimensions. */
export function usePictureCapture(): PictureCapture | null {
  const { capture } = useLab().picture
  return useSyncExternalStore(capture.subscribe, () => capture.current)
}
