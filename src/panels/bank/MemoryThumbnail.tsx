import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { decodeBits } from '../../experiment/recall/pixelCode.ts'
import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'

interface DrawnProps extends PictureSize {
  readonly bits: string
}

interface MemoryThumbnailProps extends DrawnProps {
  /** Its place among others: the first ones are in sight from the beginning. */
  readonly place: number
}

/** So many are drawn at once. More at a time, of 128 x 128 pixels, would keep the page from a frame. */
const firstCount = 24
/** A later one is drawn when it comes so near to being seen. */
const aheadPx = 240

/** A drawing in small, beside its name. Drawn once, and again only when its pixels change. */
export const MemoryThumbnail = memo(function MemoryThumbnail({ bits, columns, rows, place }: MemoryThumbnailProps) {
  const frameRef = useRef<HTMLSpanElement>(null)
  const [isNear, setNear] = useState(place < firstCount)
  useEffect(() => {
    if (!frameRef.current || isNear) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: `${aheadPx}px`,
    })
    observer.observe(frameRef.current)
    return () => observer.disconnect()
  }, [isNear])
  return isNear ? (
    <Drawn bits={bits} columns={columns} rows={rows} />
  ) : (
    <span ref={frameRef} className="pixel-picture" style={{ aspectRatio: `${columns} / ${rows}` }} />
  )
})

function Drawn({ bits, columns, rows }: DrawnProps) {
  const pixels = useMemo(() => decodeBits(bits, columns * rows), [bits, columns, rows])
  return <PixelPicture columns={columns} rows={rows} pixels={pixels} coding="sign" />
}
