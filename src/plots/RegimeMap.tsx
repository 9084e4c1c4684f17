import { useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { criticalSaliency } from '../model/memory.ts'
import { regime } from '../model/regime.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { roundToStep, stepsOfKey } from '../ui/fieldValue.ts'
import { formatFixed, formatShort } from '../ui/formatNumber.ts'
import { useElementSize } from '../ui/useElementSize.ts'
import '../ui/VisuallyHidden.css'
import './plots.css'
import { borderLines } from './regimeBorders.ts'
import './RegimeMap.css'
import { planePath, RegimePlane } from './RegimePlane.tsx'
import { clampTo, regimeRange } from './regimeRange.ts'
import type { Range } from './regimeRange.ts'
import { useBorderFlash } from './useBorderFlash.ts'
import { usePlaneDrag } from './usePlaneDrag.ts'

interface RegimeMapProps {
  /** How far a saliency can go. */
  readonly limits?: Range | undefined
}

const anywhere: Range = { low: -3, high: 5 }
/** One press of an arrow key, and the grid that the dot is dragged on. */
const step = 0.01
const axes = [0, 1] as const

/**
 * The plane of the two saliencies with the exact borders between the regimes, and a dot to drag. For the classic model it is
 * the plane of the input, without borders: there the saliencies shape nothing.
 */
export function RegimeMap({ limits = anywhere }: RegimeMapProps) {
  const { store } = useLab()
  const saliency = useLabState((state) => state.experiment.input.saliency)
  const gain = useLabState((state) => state.experiment.model.gain)
  const hasRegimes = useLabState((state) => state.experiment.model.kind === 'idp')
  const hostRef = useRef<HTMLDivElement>(null)
  const inputRefs = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)] as const
  const helpId = useId()
  const { width, rem } = useElementSize(hostRef)
  const move = (next: ReadonlyPair) => {
    const pair = next.map((value) => clampTo(roundToStep(value, step), limits)) as [number, number]
    if (pair[0] === saliency[0] && pair[1] === saliency[1]) return
    store.getState().edit((experiment) => ({ ...experiment, input: { ...experiment.input, saliency: pair } }))
  }
  const fitting = regimeRange(saliency, gain, limits)
  const { planeRef, held, handlers } = usePlaneDrag({
    range: fitting,
    onMove: move,
    onGrab: () => inputRefs[0].current?.focus({ preventScroll: true }),
    dot: '.regime-dot',
    ground: '.regime-ground',
  })
  const range = held ?? fitting
  const { low, high } = range
  const flash = useBorderFlash(saliency, gain, hasRegimes)

  const fontPx = 0.6875 * rem
  const margin = { left: 2.25 * rem, right: 0.5 * rem, top: 0.5 * rem, bottom: 1.875 * rem }
  const sizePx = Math.max(40, width - margin.left - margin.right)
  const place = (value: number) => ((clampTo(value, range) - low) / (high - low)) * sizePx

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key, event.shiftKey)
    if (steps === null) return
    event.preventDefault()
    const axis = event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key.startsWith('Page') ? 1 : 0
    // The focus follows the axis, so that a screen reader says the number that changes.
    inputRefs[axis].current?.focus({ preventScroll: true })
    const moved = roundToStep(saliency[axis] + steps * step, step)
    move(axis === 0 ? [moved, saliency[1]] : [saliency[0], moved])
  }

  const borders = flash.ids.length > 0 ? borderLines(gain, range) : null
  return (
    <div className="regime-map" ref={hostRef} style={{ minHeight: sizePx + margin.top + margin.bottom }}>
      {width > 0 && (
        <svg className="plot-svg" width={width} height={sizePx + margin.top + margin.bottom} aria-hidden="true">
          <g
            ref={planeRef}
            className="regime-plane"
            transform={`translate(${margin.left} ${margin.top})`}
            {...handlers}
          >
            <RegimePlane {...{ gain, low, high, sizePx, fontPx, hasRegimes }} />
            {borders &&
              flash.ids.map((id) => (
                <path
                  key={`${id} ${flash.stamp}`}
                  d={planePath(borders[id], range, sizePx)}
                  className="regime-border regime-flash"
                  data-border={id}
                />
              ))}
            <g
              className="regime-dot"
              data-held={held !== null || undefined}
              transform={`translate(${place(saliency[0])} ${sizePx - place(saliency[1])})`}
            >
              <circle r={22} className="regime-dot-reach" />
              <circle r={12} className="regime-dot-focus" />
              <circle r={7} className="regime-dot-face" />
            </g>
          </g>
        </svg>
      )}
      <div className="visually-hidden" role="group" aria-label={hasRegimes ? 'Map of the regimes' : 'Map of the input'}>
        {axes.map((axis) => (
          <input
            key={axis}
            ref={inputRefs[axis]}
            type="range"
            min={limits.low}
            max={limits.high}
            step="any"
            value={saliency[axis]}
            tabIndex={axis === 0 ? 0 : -1}
            aria-label={`Saliency of memory ${axis + 1}, on the map`}
            aria-roledescription="two-dimensional slider"
            aria-orientation={axis === 0 ? 'horizontal' : 'vertical'}
            aria-valuetext={`${formatFixed(saliency[axis], 2)}${hasRegimes ? `, ${spokenRegime(saliency, gain)}` : ''}`}
            aria-describedby={helpId}
            onChange={(event) => {
              const value = event.target.valueAsNumber
              move(axis === 0 ? [value, saliency[1]] : [saliency[0], value])
            }}
            onKeyDown={onKeyDown}
          />
        ))}
        <p id={helpId}>
          Left and right change memory 1, up and down memory 2; with Shift ten times as far.
          {hasRegimes && ` A memory exists above ${formatShort(1 / gain)}.`}
        </p>
      </div>
    </div>
  )
}

/** The regime in a few words, for the value of the slider. */
function spokenRegime(saliency: ReadonlyPair, gain: number): string {
  const found = regime(saliency, gain)
  switch (found.kind) {
    case 'none':
      return 'no memory'
    case 'one':
      return `only memory ${found.memory + 1}`
    case 'one-stable':
      return `memory ${found.unstable + 1} is a saddle below ${formatShort(criticalSaliency(saliency[found.stable], gain))}`
    case 'two':
      return 'both memories are stable'
    default:
      return found satisfies never
  }
}
