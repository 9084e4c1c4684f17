import { memo, useId } from 'react'
import { plotTicks } from './plotTicks.ts'
import { borderLines, regionPolygons } from './regimeBorders.ts'
import type { BorderId, Polyline, RegionId } from './regimeBorders.ts'
import type { Range } from './regimeRange.ts'
import { regionLabels } from './regionLabels.ts'
import { SvgSymbol } from './SvgSymbol.tsx'

interface RegimePlaneProps {
  readonly gain: number
  readonly low: number
  readonly high: number
  /** Side of the square in pixels. */
  readonly sizePx: number
  readonly fontPx: number
  /** False: a plane of inputs, without regions and borders. */
  readonly hasRegimes: boolean
}

const borderIds: readonly BorderId[] = ['exists-1', 'exists-2', 'stable-1', 'stable-2']
const regionIds: readonly RegionId[] = ['none', 'only-1', 'only-2', 'saddle-1', 'saddle-2', 'both']
const tickCount = 5

/** SVG path of a line in the plane, with α₁ to the right and α₂ upwards. */
export function planePath(line: Polyline, { low, high }: Range, sizePx: number): string {
  const scale = sizePx / (high - low)
  return line
    .map(([a, b], k) => `${k === 0 ? 'M' : 'L'}${((a - low) * scale).toFixed(2)} ${((high - b) * scale).toFixed(2)}`)
    .join('')
}

/** Everything of the regime map that stays while the dot moves: tinted regions with their names, grid, axes, borders. */
export const RegimePlane = memo(function RegimePlane(props: RegimePlaneProps) {
  const { gain, low, high, sizePx, fontPx, hasRegimes } = props
  const range = { low, high }
  const stripesId = useId()
  const place = (value: number) => ((value - low) / (high - low)) * sizePx
  const ticks = plotTicks(low, high, tickCount)
  const path = (line: Polyline) => planePath(line, range, sizePx)
  const regions = hasRegimes ? regionPolygons(gain, range) : null
  const borders = hasRegimes ? borderLines(gain, range) : null

  return (
    <g>
      <defs>
        <pattern id={stripesId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" className="regime-region" data-memory="1" />
          <rect x="3" width="3" height="6" className="regime-region" data-memory="2" />
        </pattern>
      </defs>
      <rect width={sizePx} height={sizePx} className="regime-ground" />
      {regions &&
        regionIds.map((id) => (
          <path
            key={id}
            d={`${path(regions[id])}Z`}
            className="regime-region"
            data-region={id}
            fill={id === 'both' ? `url(#${stripesId})` : undefined}
          />
        ))}
      <g className="plot-grid">
        {ticks.map(({ value, text }) => (
          <g key={text}>
            <line x1={place(value)} x2={place(value)} y1={0} y2={sizePx} />
            <line y1={sizePx - place(value)} y2={sizePx - place(value)} x1={0} x2={sizePx} />
          </g>
        ))}
      </g>
      <g className="regime-zero">
        <line x1={place(0)} x2={place(0)} y1={0} y2={sizePx} />
        <line y1={sizePx - place(0)} y2={sizePx - place(0)} x1={0} x2={sizePx} />
      </g>
      {!hasRegimes && <InputDiagonals low={low} high={high} sizePx={sizePx} fontPx={fontPx} />}
      {borders &&
        borderIds.map((id) => <path key={id} d={path(borders[id])} className="regime-border" data-border={id} />)}
      <rect width={sizePx} height={sizePx} className="plot-frame" />
      {hasRegimes &&
        regionLabels(gain, range, sizePx, fontPx).map(({ id, text, at, isUpright }) => (
          <text
            key={id}
            className="plot-text regime-name"
            data-region={id}
            style={{ fontSize: fontPx }}
            textAnchor="middle"
            dominantBaseline="central"
            transform={`translate(${place(at[0])} ${sizePx - place(at[1])})${isUpright ? ' rotate(-90)' : ''}`}
          >
            {text}
          </text>
        ))}
      <g className="plot-text" style={{ fontSize: fontPx }}>
        {ticks.map(({ value, text }) => (
          <g key={text}>
            <text x={place(value)} y={sizePx + 1.3 * fontPx} textAnchor="middle">
              {text}
            </text>
            <text x={-0.5 * fontPx} y={sizePx - place(value)} textAnchor="end" dominantBaseline="central">
              {text}
            </text>
          </g>
        ))}
      </g>
      <text className="plot-text plot-axis" x={sizePx} y={sizePx + 2.5 * fontPx} textAnchor="end" data-memory="1">
        <SvgSymbol base="α" sub="1" />
      </text>
      <text className="plot-text plot-axis" x={-2.1 * fontPx} y={0.9 * fontPx} textAnchor="middle" data-memory="2">
        <SvgSymbol base="α" sub="2" />
      </text>
    </g>
  )
})

/** On the plane of inputs: where one neuron gets nothing. u₁ = α₁ + α₂, u₂ = α₁ − α₂. */
function InputDiagonals({ low, high, sizePx, fontPx }: Pick<RegimePlaneProps, 'low' | 'high' | 'sizePx' | 'fontPx'>) {
  const range = { low, high }
  const falling = Math.min(high, -low)
  const at = (sizePx * (falling - low)) / (high - low)
  return (
    <g className="regime-diagonals">
      <path
        d={planePath(
          [
            [low, low],
            [high, high],
          ],
          range,
          sizePx,
        )}
      />
      <path
        d={planePath(
          [
            [-falling, falling],
            [falling, -falling],
          ],
          range,
          sizePx,
        )}
      />
      <text className="plot-text" x={sizePx - fontPx} y={1.6 * fontPx} textAnchor="end" style={{ fontSize: fontPx }}>
        <SvgSymbol base="u" sub="2" />
        <tspan dy="-0.3em"> = 0</tspan>
      </text>
      <text className="plot-text" x={at} y={sizePx - 0.6 * fontPx} textAnchor="start" style={{ fontSize: fontPx }}>
        <SvgSymbol base="u" sub="1" />
        <tspan dy="-0.3em"> = 0</tspan>
      </text>
    </g>
  )
}
