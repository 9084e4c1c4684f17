import { useCallback, useEffect, useRef, useState } from 'react'
import { Notice } from '../Notice.tsx'
import { ImagePick } from './ImagePick.tsx'
import { ImageTones } from './ImageTones.tsx'
import { loadImage, svgOfText } from './loadImage.ts'
import type { ImageResult, LoadedImage } from './loadImage.ts'
import type { PixelSize } from './raster.ts'
import { firstFile as firstFileOf, useImageDrop } from './useImageDrop.ts'
import '../VisuallyHidden.css'
import './ImageImport.css'

interface ImageImportBodyProps {
  readonly size: PixelSize
  readonly firstFile: File | null
  readonly onPicture: (pixels: Int8Array, name: string) => void
}

/** First an image is picked, then it is turned into pixels. A refused file changes nothing but the sentence. */
export function ImageImportBody({ size, firstFile, onPicture }: ImageImportBodyProps) {
  const bodyRef = useRef<HTMLDivElement>(null)
  const requestRef = useRef(0)
  const [image, setImage] = useState<LoadedImage | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isReading, setReading] = useState(firstFile !== null)

  const load = useCallback((file: File) => {
    const request = ++requestRef.current
    const take = (result: ImageResult) => {
      // Another file has been picked, or the dialog closed, in the meantime.
      if (request !== requestRef.current) return
      setReading(false)
      if (result.kind === 'image') setImage(result.image)
      else setRefusal(result.sentence)
    }
    void loadImage(file).then(take)
  }, [])
  const read = useCallback(
    (file: File) => {
      setReading(true)
      setRefusal(null)
      load(file)
    },
    [load],
  )

  useEffect(() => {
    if (firstFile) load(firstFile)
  }, [firstFile, load])
  useEffect(
    () => () => {
      requestRef.current = -1
    },
    [],
  )

  const isOver = useImageDrop(bodyRef, read)
  // A paste goes to the element with the focus; while the dialog is open that may be its close button.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || (event.target instanceof HTMLInputElement && event.target.type === 'text')) return
      const file = firstFileOf(event.clipboardData) ?? svgOfText(event.clipboardData?.getData('text/plain') ?? '')
      if (file) read(file)
      else setRefusal('There is no picture on the clipboard. Copy one, or pick a file.')
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [read])

  return (
    <div ref={bodyRef} className="image-import" data-over={isOver || undefined}>
      {refusal !== null && (
        <Notice tone="warning" onDismiss={() => setRefusal(null)}>
          {refusal}
          {image && ' The picture below is still the one before.'}
        </Notice>
      )}
      <p className="visually-hidden" role="status">
        {isReading ? 'Reading the picture.' : image ? `${image.name} is ready.` : ''}
      </p>
      {image ? (
        <ImageTones
          key={`${size.columns} ${size.rows}`}
          image={image}
          size={size}
          onUse={(pixels) => onPicture(pixels, image.name)}
          onAnother={() => setImage(null)}
        />
      ) : (
        <ImagePick
          isReading={isReading}
          onFile={read}
          onRefusal={setRefusal}
          onImage={(taken) => {
            setRefusal(null)
            setImage(taken)
          }}
        />
      )}
    </div>
  )
}
