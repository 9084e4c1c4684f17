import { Dialog } from '../../ui/Dialog.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'
import type { LibraryDrawingsProps } from './LibraryDrawings.tsx'

const LibraryDrawings = lazyPart(async () => (await import('./LibraryDrawings.tsx')).LibraryDrawings)

interface LibraryDialogProps extends Omit<LibraryDrawingsProps, 'isSingle'> {
  readonly isOpen: boolean
  readonly isSingle?: boolean | undefined
}

/** The drawings that come with the page. */
export function LibraryDialog({ isOpen, onClose, onAdd, isSingle = false }: LibraryDialogProps) {
  return (
    <Dialog title={isSingle ? 'Take a drawing' : 'Library'} width="wide" isOpen={isOpen} onClose={onClose}>
      <LibraryDrawings onClose={onClose} onAdd={onAdd} isSingle={isSingle} />
    </Dialog>
  )
}
