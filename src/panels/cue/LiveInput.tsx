import { useMemo } from 'react'
import type { RecallCell } from '../../store/recall/recall.ts'
import { useRecall, useRecallCell } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'
import { frameNotices } from '../race/pictureFrames.ts'
import { isPlainInput, signsInto } from './inputPixels.ts'

const readPlain = (cell: RecallCell) => isPlainInput(cell.inputPixels)

/** u(t) as it is now, from the newest frame without React. */
export function LiveInput() {
  const { cell } = useRecall()
  const { columns, rows } = useLabState((state) => state.experiment.recall.size)
  const isPlain = useRecallCell(readPlain)
  const subscribe = useMemo(() => frameNotices(cell, () => cell.inputVersion), [cell])
  const read = useMemo(() => {
    const signs = new Int8Array(columns * rows)
    return () => {
      const pixels = cell.inputPixels
      // For a moment after a change of the size the newest frame is still of the old one.
      if (pixels.length !== signs.length) return null
      return isPlain ? signsInto(signs, pixels) : pixels
    }
  }, [cell, columns, rows, isPlain])
  return (
    <span className="cue-live">
      <PixelPicture
        columns={columns}
        rows={rows}
        coding={isPlain ? 'sign' : 'byte'}
        label="What the network sees now"
        read={read}
        subscribe={subscribe}
      />
    </span>
  )
}
