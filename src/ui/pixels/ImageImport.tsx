import { Dialog } from '../Dialog.tsx'
import { lazyPart } from '../lazyPart.tsx'
import type { PixelSize } from './raster.ts'

const ImageImportBody = lazyPart(async () => (await import('./ImageImportBody.tsx')).ImageImportBody)

interface ImageImportProps {
  /** Of the picture that is wanted. */
  readonly size: PixelSize
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Ink (1) and paper (−1), and a name made from that of the file. `onClose` follows. */
  readonly onPicture: (pixels: Int8Array, name: string) => void
  /** What was dropped or pasted elsewhere (`useImageDrop`): read as soon as the dialog opens. */
  readonly file?: File | null | undefined
}

/**
 * Turns an image of a file, of the clipboard or of the camera into ink and paper. What cannot be read is refused in a
 * sentence, and nothing else happens. Nothing leaves the device.
 */
export function ImageImport({ size, isOpen, onClose, onPicture, file }: ImageImportProps) {
  return (
    <Dialog title="Bring in a picture" width="wide" isOpen={isOpen} onClose={onClose}>
      <ImageImportBody
        size={size}
        firstFile={file ?? null}
        onPicture={(pixels, name) => {
          onPicture(pixels, name)
          onClose()
        }}
      />
    </Dialog>
  )
}
