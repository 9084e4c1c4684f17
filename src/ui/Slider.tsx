import { useId } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import type { FieldRange } from './fieldValue.ts'
import { roundToStep, stepsOfKey } from './fieldValue.ts'
import { formatField } from './formatNumber.ts'
import { FieldSentence } from './NumberField.tsx'
import { positionOf, valueAfterSteps, valueAt } from './sliderScale.ts'
import { SliderTicks } from './SliderTicks.tsx'
import type { SliderTick } from './SliderTicks.tsx'
import { StillInput } from './StillInput.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useNumberField } from './useNumberField.ts'
import './VisuallyHidden.css'
import './Slider.css'

export type { SliderTick } from './SliderTicks.tsx'

interface SliderProps extends FieldRange {
  /** The name in words: `Saliency of memory 1`. */
  readonly label: string
  /** Typeset, shown instead of the words; the words are still spoken. */
  readonly symbol?: ReactNode
  readonly value: number
  /** Once per input event, while dragging too. */
  readonly onChange: (value: number) => void
  readonly unit?: ReactNode
  readonly ticks?: readonly SliderTick[] | undefined
  readonly isLogarithmic?: boolean | undefined
  /** Any CSS colour for thumb and track: `var(--memory-1)`; the accent at first. */
  readonly colour?: string | undefined
  readonly tooltip?: ReactNode
  readonly format?: ((value: number) => string) | undefined
}

/** A native range and a number field in one row, with named places marked on the track. */
export function Slider(props: SliderProps) {
  const { label, symbol, value, onChange, min, max, step, unit, ticks = [], colour, tooltip } = props
  const isLogarithmic = props.isLogarithmic ?? false
  const { format = (number: number) => formatField(number, step), refuse } = props
  const field = useNumberField(props)
  const ticksId = useId()

  const move = (next: number) => {
    if (next !== value && (refuse?.(next) ?? null) === null) onChange(next)
  }
  const slide = (at: number) => move(isLogarithmic ? valueAt(at, props) : roundToStep(at, step))
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key, event.shiftKey)
    const next =
      event.key === 'Home'
        ? min
        : event.key === 'End'
          ? max
          : steps === null
            ? null
            : valueAfterSteps(value, steps, props)
    if (next === null) return
    event.preventDefault()
    move(next)
  }
  const position = positionOf(value, props)
  // The coloured part of the track starts at zero where zero is on it, so that a negative value looks negative.
  const origin = isLogarithmic ? 0 : positionOf(0, props)
  const style = {
    '--slider-from': Math.min(origin, position),
    '--slider-to': Math.max(origin, position),
    ...(colour && { '--slider-colour': colour }),
  } as CSSProperties

  return (
    <div className="slider" style={style}>
      <span className={symbol ? 'slider-symbol' : 'slider-words'} aria-hidden="true">
        {symbol ?? label}
      </span>
      <Tooltip text={tooltip}>
        {(describedBy) => (
          <div className="slider-track">
            <StillInput
              type="range"
              className="slider-range"
              // Steps are rounded here: the browser would round away a threshold like 1.2913.
              min={isLogarithmic ? 0 : min}
              max={isLogarithmic ? 1 : max}
              step="any"
              value={isLogarithmic ? position : value}
              aria-label={label}
              aria-valuetext={format(value)}
              aria-describedby={[describedBy, ticks.length > 0 && ticksId].filter(Boolean).join(' ') || undefined}
              onChange={(event) => slide(event.target.valueAsNumber)}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
      </Tooltip>
      <span className="slider-value">
        <StillInput {...field.inputProps} className="number-field-input slider-field" aria-label={`${label}, number`} />
        {unit && <span className="number-field-unit">{unit}</span>}
      </span>
      {ticks.length > 0 && <SliderTicks ticks={ticks} scale={props} descriptionId={ticksId} onPick={move} />}
      <div className="slider-sentence">
        <FieldSentence id={field.sentenceId} sentence={field.sentence} />
      </div>
    </div>
  )
}
