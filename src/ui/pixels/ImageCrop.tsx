import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { dragCorner, moveCrop, scaleCrop } from './crop.ts'
import type { Corner, Crop } from './crop.ts'
import './ImageCrop.css'

interface ImageCropProps {
  readonly image: HTMLCanvasElement
  readonly crop: Crop
  readonly onCrop: (crop: Crop) => void
}

const corners: readonly Corner[] = [
  { right: -1, down: -1 },
  { right: 1, down: -1 },
  { right: -1, down: 1 },
  { right: 1, down: 1 },
]

/** A step of an arrow key, as a share of the crop; with Shift larger. */
const step = 0.02
const largeStep = 0.1
const zoomStep = 1.08

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a press holds: the frame as a whole, or one of its corners. */
interface Hold {
  readonly pointerId: number
  readonly corner: Corner | null
  readonly at: { readonly x: number; readonly y: number }
  readonly crop: Crop
}

/** The image with a frame on it that is dragged by its inside, resized by its corners, and moved by keys. */
export function ImageCrop({ image, crop, onCrop }: ImageCropProps) {
  const boxRef = useRef<HTMLDivElement>(null)
  const holdRef = useRef<Hold | null>(null)
  const helpId = useId()

  useEffect(() => {
    boxRef.current?.prepend(image)
    return () => image.remove()
  }, [image])

  const toImage = (event: PointerEvent) => {
    const box = boxRef.current?.getBoundingClientRect()
    if (!box || box.width === 0) return { x: 0, y: 0 }
    const scale = image.width / box.width
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || holdRef.current) return
    const name = (event.target as HTMLElement).dataset.corner
    const corner = name === undefined ? null : (corners[Number(name)] ?? null)
    event.currentTarget.setPointerCapture(event.pointerId)
    holdRef.current = { pointerId: event.pointerId, corner, at: toImage(event), crop }
  }
  const onPointerMove = (event: PointerEvent) => {
    const hold = holdRef.current
    if (hold?.pointerId !== event.pointerId) return
    const { x, y } = toImage(event)
    const right = x - hold.at.x
    const down = y - hold.at.y
    if (!hold.corner) return onCrop(moveCrop(hold.crop, image, right, down))
    // From the corner as it was, not from the pointer: a handle is pressed beside its point.
    const cornerX = hold.crop.left + (hold.corner.right === 1 ? hold.crop.width : 0)
    const cornerY = hold.crop.top + (hold.corner.down === 1 ? hold.crop.height : 0)
    onCrop(dragCorner(hold.crop, image, hold.corner, { x: cornerX + right, y: cornerY + down }))
  }
  const onPointerUp = (event: PointerEvent) => {
    if (holdRef.current?.pointerId === event.pointerId) holdRef.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const arrow = arrows[event.key]
    const share = event.shiftKey ? largeStep : step
    const factor = event.key === '+' || event.key === '=' ? zoomStep : event.key === '-' ? 1 / zoomStep : null
    if (arrow) onCrop(moveCrop(crop, image, arrow[0] * share * crop.width, arrow[1] * share * crop.height))
    else if (factor) onCrop(scaleCrop(crop, image, factor))
    else return
    event.preventDefault()
  }

  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`
  return (
    <div
      ref={boxRef}
      className="image-crop"
      style={{
        aspectRatio: `${image.width} / ${image.height}`,
        width: `min(100%, calc(var(--crop-height) * ${image.width / image.height}))`,
      }}
    >
      <div
        className="crop-frame"
        role="application"
        aria-roledescription="frame"
        aria-label={wordsOf(crop, image)}
        aria-describedby={helpId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame with its own keys is what the role is for
        tabIndex={0}
        style={{
          left: percent(crop.left, image.width),
          top: percent(crop.top, image.height),
          width: percent(crop.width, image.width),
          height: percent(crop.height, image.height),
        }}
        {...{ onPointerDown, onPointerMove, onPointerUp, onKeyDown }}
        onPointerCancel={onPointerUp}
      >
        {corners.map(({ right, down }, index) => (
          <span
            key={`${right} ${down}`}
            className="crop-corner"
            data-corner={index}
            data-right={right}
            data-down={down}
          />
        ))}
      </div>
      <span className="visually-hidden" id={helpId}>
        Arrows move the frame, plus and minus resize it.
      </span>
    </div>
  )
}

function wordsOf(crop: Crop, image: HTMLCanvasElement): string {
  const share = (part: number, whole: number) => Math.round((100 * part) / whole)
  return `Frame: ${share(crop.width, image.width)} percent wide, from ${share(crop.left, image.width)} percent left and ${share(crop.top, image.height)} percent top`
}
