import { useMemo, useState } from 'react'
import { DialogActions } from '../Dialog.tsx'
import { IconButton } from '../IconButton.tsx'
import { Segmented } from '../Segmented.tsx'
import type { SegmentedOption } from '../Segmented.tsx'
import { Slider } from '../Slider.tsx'
import { Switch } from '../Switch.tsx'
import { largestCrop } from './crop.ts'
import { ImageCrop } from './ImageCrop.tsx'
import { cropTones, pixelsOfTones } from './imagePixels.ts'
import type { ToneMethod } from './imagePixels.ts'
import type { LoadedImage } from './loadImage.ts'
import { PixelPicture } from './PixelPicture.tsx'
import type { PixelSize } from './raster.ts'
import { middleTone, otsuCut, whiteTone } from './tones.ts'

interface ImageTonesProps {
  readonly image: LoadedImage
  readonly size: PixelSize
  readonly onUse: (pixels: Int8Array) => void
  readonly onAnother: () => void
}

const methods: readonly SegmentedOption<ToneMethod>[] = [
  { value: 'threshold', label: 'Cut', tooltip: 'What is darker than the cut becomes ink.' },
  { value: 'dots', label: 'Dots', tooltip: 'Greys become a regular pattern of dots (ordered dithering).' },
  { value: 'grain', label: 'Grain', tooltip: 'Greys become scattered dots (Floyd–Steinberg dithering).' },
]

const shareOf = (cut: number) => Math.round((100 * cut) / whiteTone)

/** Crop, and how greys become ink or paper, with the result beside it. */
export function ImageTones({ image, size, onUse, onAnother }: ImageTonesProps) {
  const [chosenCrop, setCrop] = useState(() => ({ image, crop: largestCrop(image.canvas, size.columns / size.rows) }))
  const [method, setMethod] = useState<ToneMethod>('threshold')
  const [chosenCut, setCut] = useState<number | null>(null)
  const [isInverted, setInverted] = useState(false)

  // A new image starts with its own largest crop.
  const crop = chosenCrop.image === image ? chosenCrop.crop : largestCrop(image.canvas, size.columns / size.rows)
  const tones = useMemo(() => cropTones(image.tones, crop, size), [image, crop, size])
  // Dithered greys keep their places; a cut goes where dark and light differ most.
  const automaticCut = useMemo(() => (method === 'threshold' ? otsuCut(tones) : middleTone), [method, tones])
  const cut = chosenCut ?? automaticCut
  const pixels = useMemo(
    () => pixelsOfTones(tones, size, { method, cut, isInverted }),
    [tones, size, method, cut, isInverted],
  )
  return (
    <>
      <div className="image-tones">
        <ImageCrop image={image.canvas} crop={crop} onCrop={(next) => setCrop({ image, crop: next })} />
        <div className="image-settings">
          <figure className="image-result">
            <PixelPicture
              {...size}
              pixels={pixels}
              coding="sign"
              label={`How ${image.name} will look in ${size.columns} by ${size.rows} pixels`}
            />
            <figcaption>
              {size.columns} × {size.rows} pixels
            </figcaption>
          </figure>
          <Segmented label="How greys become ink" options={methods} value={method} onChange={setMethod} />
          <Slider
            label={method === 'threshold' ? 'Ink below' : 'Half ink at'}
            unit="%"
            value={shareOf(cut)}
            min={0}
            max={100}
            step={1}
            onChange={(share) => setCut((whiteTone * share) / 100)}
          />
          <div className="image-row">
            <Switch label="Swap ink and paper" isOn={isInverted} onChange={setInverted} />
            <IconButton
              label="Automatic"
              hasText
              tooltip="A cut goes where dark and light differ most (Otsu’s method); for dots and grain, to the middle grey."
              isPressed={chosenCut === null}
              onClick={() => setCut(chosenCut === null ? automaticCut : null)}
            />
          </div>
        </div>
      </div>
      <p className="image-drop-note">The picture stays on this device: nothing is sent anywhere.</p>
      <DialogActions>
        <IconButton label="Another picture" hasText onClick={onAnother} />
        <IconButton label="Use this picture" hasText tone="main" onClick={() => onUse(pixels)} />
      </DialogActions>
    </>
  )
}
