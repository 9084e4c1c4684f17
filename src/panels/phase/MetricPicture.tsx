import { useCell } from '../../store/useCell.ts'
import { useLabState } from '../../store/useLab.ts'
import { selectSystem } from '../../store/selectors.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { angleBetween, firstMetricState, metricArrows } from './metricArrows.ts'
import './MetricPicture.css'

/** Half the side of the drawing, and the length of its longer arrow. */
const half = 60
const longest = 50
const headLength = 7
const headWidth = 3.2

type Pair = readonly [number, number]

/** An arrow from the middle, with its head; x₂ is up. */
function Arrow({ to, name }: { readonly to: Pair; readonly name: string }) {
  const length = Math.hypot(...to)
  if (length < 1) return null
  const [a, b] = [to[0] / length, to[1] / length]
  const at = (along: number, across: number) => `${along * a - across * b} ${-(along * b + across * a)}`
  const back = Math.max(0, length - headLength)
  return (
    <g className="metric-arrow" data-arrow={name}>
      <path d={`M0 0L${at(back, 0)}`} />
      <path d={`M${at(length, 0)}L${at(back, headWidth)}L${at(back, -headWidth)}Z`} />
    </g>
  )
}

/** f and −∇E at one state, drawn to the same scale, with what each neuron's ψ′ adds to get from one to the other. */
export function MetricPicture() {
  const system = useLabState(selectSystem)
  const { x1, x2 } = useCell(({ cursor }) => ({
    x1: cursor?.[0] ?? firstMetricState[0],
    x2: cursor?.[1] ?? firstMetricState[1],
  }))
  const { field, downhill, slopes } = metricArrows({ system, state: [x1, x2] })
  const angle = angleBetween(field, downhill)
  const scale = longest / Math.max(Math.hypot(...field), Math.hypot(...downhill), Number.MIN_VALUE)
  const scaled = ([a, b]: Pair): Pair => [a * scale, b * scale]
  const [tip, foot] = [scaled(field), scaled(downhill)]
  const size = Math.hypot(...foot)
  const level: Pair = size === 0 ? [0, 0] : [(-foot[1] / size) * half, (foot[0] / size) * half]
  return (
    <figure className="metric-picture">
      <svg viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} aria-hidden="true" focusable="false">
        <path className="metric-level" d={`M${level[0]} ${-level[1]}L${-level[0]} ${level[1]}`} />
        <path className="metric-steps" d={`M${foot[0]} ${-foot[1]}H${tip[0]}V${-tip[1]}`} />
        <Arrow to={foot} name="downhill" />
        <Arrow to={tip} name="flow" />
        <circle r="2.200" />
      </svg>
      <figcaption>
        At <Symbol base="x" /> = ({formatFixed(x1, 2)}, {formatFixed(x2, 2)}) the solid arrow is{' '}
        <Symbol base="f" label="the flow f" />, the dotted one straight downhill, across the level line. Neuron 1
        divides its part by {formatFixed(slopes[0], 2)}, neuron 2 by {formatFixed(slopes[1], 2)}
        {angle === null ? '.' : `: the two directions are ${formatFixed(angle, 0)}° apart.`}
      </figcaption>
    </figure>
  )
}
