import { workStorage } from '../store/offline/workStorage.ts'
import { openPicture } from '../store/opening/openWork.ts'
import { useLab } from '../store/useLab.ts'

/**
 * For places where a dropped picture becomes a drawing. A picture that was saved here and carries an experiment opens it instead: nobody wants
 * a diagram as a memory, and Undo brings back what was there. `onPicture`: any other file.
 */
export function useDroppedPicture(onPicture: (file: File) => void): (file: File) => void {
  const { store } = useLab()
  const take = async (file: File) => {
    const isOpened = await openPicture({ store, storage: workStorage() }, file)
    if (!isOpened) onPicture(file)
  }
  return (file) => void take(file)
}
