import type { ReadonlyPair } from '../model/vector.ts'
import './RegimePath.css'

interface RegimePathProps {
  /** Ends of the line in pixels. */
  readonly line: readonly [ReadonlyPair, ReadonlyPair]
  /** Where the handles are; null for an end that cannot be dragged. */
  readonly handles: readonly [ReadonlyPair | null, ReadonlyPair]
  readonly fontPx: number
  readonly heldGrip: string | null
  /** The end whose slider has the focus. */
  readonly focused: 0 | 1 | null
}

/** A shorter path has no room for an arrow between its handles. */
const arrowRoomPx = 40
/** How far a name stands from the middle of its handle, in letter heights. */
const nameDistance = 1.35

/** The path of the bifurcation diagram on the plane: a line with an arrow, from handle A to handle B. */
export function RegimePath({ line: [from, to], handles, fontPx, heldGrip, focused }: RegimePathProps) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const direction: ReadonlyPair = length > 0 ? [(to[0] - from[0]) / length, (to[1] - from[1]) / length] : [1, 0]
  const angle = (Math.atan2(direction[1], direction[0]) * 180) / Math.PI
  return (
    <g className="regime-path">
      <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} className="regime-path-halo" />
      <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} className="regime-path-line" />
      {length > arrowRoomPx && (
        <path
          className="regime-path-arrow"
          d="M-5 -4.5L4 0L-5 4.5"
          transform={`translate(${(from[0] + to[0]) / 2} ${(from[1] + to[1]) / 2}) rotate(${angle})`}
        />
      )}
      {([0, 1] as const).map((end) => {
        const handle = handles[end]
        if (handle === null) return null
        const away = (end === 0 ? -1 : 1) * nameDistance * fontPx
        return (
          <g
            key={end}
            className="regime-handle"
            data-grip={`path-${end}`}
            data-held={heldGrip === `path-${end}` || undefined}
            data-focused={focused === end || undefined}
            transform={`translate(${handle[0]} ${handle[1]})`}
          >
            <circle r={20} className="regime-handle-reach" />
            <circle r={10} className="regime-handle-focus" />
            <rect x={-5} y={-5} width={10} height={10} rx={1.5} className="regime-handle-face" />
            <text
              className="plot-text regime-handle-name"
              style={{ fontSize: fontPx }}
              x={away * direction[0]}
              y={away * direction[1]}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {end === 0 ? 'A' : 'B'}
            </text>
          </g>
        )
      })}
    </g>
  )
}
