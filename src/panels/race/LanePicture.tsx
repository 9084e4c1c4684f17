import { useMemo, useRef, type CSSProperties } from 'react'
import type { LaneKind, PictureSize } from '../../experiment/recall/recallSettings.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'
import { frameNotices, negativeInto } from './pictureFrames.ts'
import { usePictureFit } from './usePictureFit.ts'

interface LanePictureProps {
  readonly kind: LaneKind
  readonly size: PictureSize
  readonly label: string
  /** Shown as its negative. */
  readonly isFlipped: boolean
  /** The neuron that was asked last, to be ringed; null for none. */
  readonly neuron: number | null
}

/** The state of a lane as a picture, drawn from the newest frame without React. */
export function LanePicture({ kind, size, label, isFlipped, neuron }: LanePictureProps) {
  const { cell } = useRecall()
  const { columns, rows } = size
  const boxRef = useRef<HTMLDivElement>(null)
  const fit = usePictureFit(boxRef, columns, rows)
  const subscribe = useMemo(() => frameNotices(cell, () => cell.frameVersion), [cell])
  const read = useMemo(() => {
    const negative = new Uint8Array(columns * rows)
    return () => {
      const pixels = cell.lanes.get(kind)?.pixels
      // For a moment after a change of the size the newest frame is still of the old one.
      if (pixels?.length !== negative.length) return null
      return isFlipped ? negativeInto(negative, pixels) : pixels
    }
  }, [cell, kind, columns, rows, isFlipped])
  const style = { '--picture-shape': Math.min(1, columns / rows) } as CSSProperties
  return (
    <div className="lane-picture" ref={boxRef} style={style}>
      <PixelPicture columns={columns} rows={rows} coding="byte" label={label} read={read} subscribe={subscribe} />
      {neuron !== null && (
        <span
          className="lane-neuron"
          aria-hidden="true"
          style={{
            left: (neuron % columns) * fit.cell,
            top: fit.top + Math.floor(neuron / columns) * fit.cell,
            width: fit.cell,
            height: fit.cell,
          }}
        />
      )}
    </div>
  )
}
