import { useRef } from 'react'
import { Icon } from '../icons.tsx'
import { IconButton } from '../IconButton.tsx'
import { loadVideoFrame } from './loadImage.ts'
import type { LoadedImage } from './loadImage.ts'
import { useCamera } from './useCamera.ts'

interface ImagePickProps {
  readonly isReading: boolean
  readonly onFile: (file: File) => void
  readonly onImage: (image: LoadedImage) => void
  /** A sentence for the person; null: what was said before no longer matters. */
  readonly onRefusal: (sentence: string | null) => void
}

const fileTypes = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml'

/** Where the image comes from: a file, the clipboard, or the camera. */
export function ImagePick({ isReading, onFile, onImage, onRefusal }: ImagePickProps) {
  const inputRef = useRef<HTMLInputElement>(null)
  const videoRef = useRef<HTMLVideoElement>(null)
  const camera = useCamera(videoRef, onRefusal)

  const take = () => {
    const image = videoRef.current && loadVideoFrame(videoRef.current, 'Photo')
    if (!image) return
    camera.stop()
    onImage(image)
  }
  if (camera.state.kind === 'on')
    return (
      <div className="image-camera">
        <video ref={videoRef} muted playsInline aria-label="What the camera sees" />
        <div className="image-buttons">
          <IconButton icon="camera" label="Take the picture" hasText tone="main" onClick={take} />
          <IconButton label="Stop the camera" hasText onClick={camera.stop} />
        </div>
      </div>
    )
  const isAsking = camera.state.kind === 'asking'
  return (
    <div className="image-drop">
      <Icon name="image" size={36} />
      <p className="image-drop-words">{isReading ? 'Reading…' : 'Drop a picture here, or paste one'}</p>
      <div className="image-buttons">
        <IconButton icon="image" label="Pick a file" hasText tone="main" onClick={() => inputRef.current?.click()} />
        <IconButton
          icon="camera"
          label={isAsking ? 'Waiting for the camera' : 'Use the camera'}
          hasText
          tooltip="Your browser asks you first. The camera stays on only until you take the picture or close this."
          isDisabled={isAsking}
          onClick={() => {
            onRefusal(null)
            void camera.start()
          }}
        />
      </div>
      <p className="image-drop-note">
        PNG, JPEG, WebP, GIF or SVG. The picture stays on this device: nothing is sent anywhere.
      </p>
      <input
        ref={inputRef}
        type="file"
        accept={fileTypes}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file can be picked again after it was mended.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
