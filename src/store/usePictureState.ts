import { useStore } from 'zustand'
import type { PictureLab, PictureState } from './pictureLab.ts'

/** A part of how a picture is looked at. The selector must give the same object as long as nothing changed. */
export function usePictureState<T>({ store }: PictureLab, selector: (state: PictureState) => T): T {
  return useStore(store, selector)
}
