import { memo, type CSSProperties, type KeyboardEvent } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { Memory, PictureSize } from '../../experiment/recall/recallSettings.ts'
import { roundToStep, stepsOfKey, stepValue } from '../../ui/fieldValue.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { MemoryThumbnail } from '../bank/MemoryThumbnail.tsx'
import { MemoryGlyph, memoryMark } from '../memoryMark.tsx'
import { faderFill } from './faderFill.ts'

interface ThumbnailFaderProps {
  readonly memory: Memory
  readonly size: PictureSize
  readonly amount: number
  /** On the board, from 0. */
  readonly place: number
  readonly onChange: (memory: number, amount: number) => void
}

const { low, high } = recallRanges.fader
const range = { min: low, max: high, step: 0.05 }

/** How much of one memory is in the mixture: a vertical fader with its picture, glyph, colour and number. */
export const ThumbnailFader = memo(function ThumbnailFader({
  memory,
  size,
  amount,
  place,
  onChange,
}: ThumbnailFaderProps) {
  const { id, name, bits } = memory
  const { from, to } = faderFill(amount, low, high)
  const style = {
    '--fader-colour': memoryMark(id).colour,
    '--fader-from': from,
    '--fader-to': to,
    '--fader-zero': -low / (high - low),
    '--picture-shape': Math.min(1, size.columns / size.rows),
  } as CSSProperties
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key, event.shiftKey)
    const next =
      event.key === 'Home' ? low : event.key === 'End' ? high : steps === null ? null : stepValue(amount, steps, range)
    if (next === null) return
    event.preventDefault()
    onChange(id, next)
  }
  return (
    <div className="fader" role="group" aria-label={name} style={style} data-off={memory.isOn ? undefined : true}>
      <span className="fader-picture">
        <MemoryThumbnail bits={bits} columns={size.columns} rows={size.rows} place={place} />
      </span>
      <span className="fader-name" title={name}>
        <MemoryGlyph id={id} size={10} />
        <span>{name}</span>
      </span>
      <span className="fader-track">
        <input
          type="range"
          className="fader-range"
          min={low}
          max={high}
          step="any"
          value={amount}
          aria-label={`Amount of ${name}`}
          aria-orientation="vertical"
          aria-valuetext={formatFixed(amount, 2)}
          onChange={(event) => onChange(id, roundToStep(event.target.valueAsNumber, 0.01))}
          onDoubleClick={() => onChange(id, 0)}
          onKeyDown={onKeyDown}
        />
      </span>
      <NumberField
        label={`Amount of ${name}, number`}
        isLabelHidden
        value={amount}
        {...range}
        format={(value) => formatFixed(value, 2)}
        widthInDigits={4}
        onChange={(value) => onChange(id, value)}
      />
    </div>
  )
})
