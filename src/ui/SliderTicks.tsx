import { useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { positionOf, spreadLabels } from './sliderScale.ts'
import type { SliderScale } from './sliderScale.ts'
import { Tooltip } from './Tooltip.tsx'
import { useElementSize } from './useElementSize.ts'

export interface SliderTick {
  readonly value: number
  /** One or two words, another for each tick. */
  readonly label: string
  /** What happens there, in words: the tip of the label, and read out with the slider. */
  readonly description: string
  /** Any CSS colour; soft ink at first. */
  readonly colour?: string | undefined
}

interface SliderTicksProps {
  readonly ticks: readonly SliderTick[]
  readonly scale: SliderScale
  readonly descriptionId: string
  readonly onPick: (value: number) => void
}

/** The row is as wide as the rail; names may stand out of it by this much on both sides. */
const overhangPx = 8
const labelGapPx = 6

/**
 * Marks on the track, with their names below it, moved apart where they would touch and joined to their marks by a
 * line. A name can be pressed to go exactly there; the keyboard has the number field for that, so names are no tab stops.
 */
export function SliderTicks({ ticks, scale, descriptionId, onPick }: SliderTicksProps) {
  const rowRef = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(rowRef)
  const [widths, setWidths] = useState<readonly number[]>([])
  const shown = ticks.filter(({ value }) => value >= scale.min && value <= scale.max)

  const names = shown.map((tick) => tick.label).join('\n')

  // Measured for other names or another width only: a measurement while a slider is dragged costs a layout of the page.
  useLayoutEffect(() => {
    const row = rowRef.current
    if (row === null || width === 0) return
    const labels = row.querySelectorAll<HTMLElement>('.slider-tick-label')
    setWidths(names === '' ? [] : names.split('\n').map((_, index) => labels[index]?.offsetWidth ?? 0))
  }, [names, width])

  const places = shown.map(({ value }) => positionOf(value, scale) * width)
  const isMeasured = widths.length === places.length
  const wanted = places.map((place) => place + overhangPx)
  const spread = isMeasured ? spreadLabels(wanted, widths, width + 2 * overhangPx, labelGapPx) : wanted
  const centres = spread.map((centre) => centre - overhangPx)
  const styleAt = (at: number, tick: SliderTick): CSSProperties => ({ left: `${at}px`, color: tick.colour })

  return (
    <div className="slider-ticks" ref={rowRef}>
      <svg className="slider-tick-lines" aria-hidden="true">
        {shown.map((tick, index) => (
          <path
            key={tick.label}
            d={`M${places[index]} 0V10L${centres[index]} 17`}
            style={{ stroke: tick.colour ?? 'var(--ink-soft)' }}
          />
        ))}
      </svg>
      {shown.map((tick, index) => (
        <Tooltip key={tick.label} text={tick.description}>
          {() => (
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              className="slider-tick-label"
              style={styleAt(centres[index], tick)}
              onClick={() => onPick(tick.value)}
            >
              {tick.label}
            </button>
          )}
        </Tooltip>
      ))}
      <span className="visually-hidden" id={descriptionId}>
        {shown.map((tick) => tick.description).join(' ')}
      </span>
    </div>
  )
}
