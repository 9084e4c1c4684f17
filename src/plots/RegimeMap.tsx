import { useId, useRef, useState } from 'react'
import { criticalSaliency } from '../model/memory.ts'
import { regime } from '../model/regime.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { roundToStep } from '../ui/fieldValue.ts'
import { formatFixed, formatShort } from '../ui/formatNumber.ts'
import { useElementSize } from '../ui/useElementSize.ts'
import '../ui/VisuallyHidden.css'
import './plots.css'
import { borderLines } from './regimeBorders.ts'
import './RegimeMap.css'
import { RegimePath } from './RegimePath.tsx'
import { RegimePathSliders } from './RegimePathSliders.tsx'
import { RegimePathTools } from './RegimePathTools.tsx'
import { planePath, RegimePlane } from './RegimePlane.tsx'
import { clampTo, regimeRange } from './regimeRange.ts'
import type { Range } from './regimeRange.ts'
import { RegimeSliders } from './RegimeSliders.tsx'
import { useBorderFlash } from './useBorderFlash.ts'
import { usePlaneDrag } from './usePlaneDrag.ts'
import { useRegimePath } from './useRegimePath.ts'

interface RegimeMapProps {
  /** How far a saliency can go. */
  readonly limits?: Range | undefined
}

const anywhere: Range = { low: -3, high: 5 }
/** One press of an arrow key, and the grid that the dot and the path are dragged on. */
const step = 0.01

/**
 * The plane of the two saliencies with the exact borders between the regimes, and a dot to drag. For the classic model it is
 * the plane of the input, without borders: there the saliencies shape nothing. While a bifurcation diagram is on the page, its path is here too.
 */
export function RegimeMap({ limits = anywhere }: RegimeMapProps) {
  const { store } = useLab()
  const saliency = useLabState((state) => state.experiment.input.saliency)
  const gain = useLabState((state) => state.experiment.model.gain)
  const hasRegimes = useLabState((state) => state.experiment.model.kind === 'idp')
  const path = useRegimePath(step)
  const [isDrawing, setDrawing] = useState(false)
  const [focusedEnd, setFocusedEnd] = useState<0 | 1 | null>(null)
  const hostRef = useRef<HTMLDivElement>(null)
  const dotRef = useRef<HTMLInputElement>(null)
  const endRefs = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)] as const
  const helpId = useId()
  const { width, rem } = useElementSize(hostRef)
  const { edit } = store.getState()

  const moveDot = (next: ReadonlyPair, within: Range) => {
    const pair = next.map((value) => clampTo(roundToStep(clampTo(value, within), step), limits)) as [number, number]
    if (pair[0] === saliency[0] && pair[1] === saliency[1]) return
    edit((document) => ({ ...document, input: { ...document.input, saliency: pair } }))
  }
  const shown = path ? [...saliency, ...path.line[0], ...path.line[1]] : saliency
  const fitting = regimeRange(shown, gain, limits)
  const { planeRef, held, handlers } = usePlaneDrag({
    range: fitting,
    ground: '.regime-ground',
    draws: isDrawing && path !== null,
    hasPath: path !== null && !path.isRay,
    onMove: (grip, place, isFirst, within) => {
      if (grip === 'dot') moveDot(place, within)
      else path?.move(grip, place, isFirst, within)
    },
    onGrab: (grip) => {
      const input = grip === 'dot' ? dotRef : endRefs[grip === 'path-0' ? 0 : 1]
      input.current?.focus({ preventScroll: true })
    },
    onRelease: () => setDrawing(false),
  })
  const range = held?.range ?? fitting
  const { low, high } = range
  const flash = useBorderFlash(saliency, gain, hasRegimes)

  const fontPx = 0.6875 * rem
  const margin = { left: 2.25 * rem, right: 0.5 * rem, top: 0.5 * rem, bottom: 1.875 * rem }
  const sizePx = Math.max(40, width - margin.left - margin.right)
  const place = (value: number) => ((clampTo(value, range) - low) / (high - low)) * sizePx
  const placePair = ([a, b]: ReadonlyPair): ReadonlyPair => [place(a), sizePx - place(b)]

  const borders = flash.ids.length > 0 ? borderLines(gain, range) : null
  return (
    <>
      <div
        className="regime-map"
        ref={hostRef}
        style={{ minHeight: sizePx + margin.top + margin.bottom }}
        data-draws={isDrawing || undefined}
      >
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
              {path && (
                <RegimePath
                  line={[placePair(path.line[0]), placePair(path.line[1])]}
                  handles={[path.isRay ? null : placePair(path.ends[0]), placePair(path.ends[1])]}
                  fontPx={fontPx}
                  heldGrip={held?.grip ?? null}
                  focused={focusedEnd}
                />
              )}
              <g
                className="regime-dot"
                data-grip="dot"
                data-held={held?.grip === 'dot' || undefined}
                transform={`translate(${placePair(saliency).join(' ')})`}
              >
                <circle r={22} className="regime-dot-reach" />
                <circle r={12} className="regime-dot-focus" />
                <circle r={7} className="regime-dot-face" />
              </g>
            </g>
          </svg>
        )}
        <div
          className="visually-hidden regime-dot-sliders"
          role="group"
          aria-label={hasRegimes ? 'Map of the regimes' : 'Map of the input'}
        >
          <RegimeSliders
            place={saliency}
            limits={limits}
            step={step}
            labels={['Saliency of memory 1, on the map', 'Saliency of memory 2, on the map']}
            valueText={(axis) =>
              formatFixed(saliency[axis], 2) + (hasRegimes ? `, ${spokenRegime(saliency, gain)}` : '')
            }
            describedBy={helpId}
            firstRef={dotRef}
            onMove={(next) => moveDot(next, limits)}
          />
          <p id={helpId}>
            Left and right change memory 1, up and down memory 2; with Shift ten times as far.
            {hasRegimes && ` A memory exists above ${formatShort(1 / gain)}.`}
          </p>
        </div>
        {path && (
          <RegimePathSliders
            {...{ path, limits, step, endRefs }}
            describedBy={helpId}
            onMove={(grip, next) => path.move(grip, next, false, limits)}
            onFocus={setFocusedEnd}
          />
        )}
      </div>
      {path && (
        <RegimePathTools
          isRay={path.isRay}
          isCut={path.isCut}
          isDrawing={isDrawing}
          onDraw={() => setDrawing(!isDrawing)}
        />
      )}
    </>
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
