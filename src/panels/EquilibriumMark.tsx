import type { Stability } from '../model/equilibria.ts'

interface EquilibriumMarkProps {
  readonly stability: Stability
  readonly isMarginal?: boolean | undefined
}

/** Five points, radius 7 and 2.9 about (8, 8.6). */
const star =
  'M8 1.600 9.700 6.260 14.660 6.440 10.760 9.500 12.110 14.260 8 11.500 3.890 14.260 5.240 9.500 1.340 6.440 6.300 6.260Z'

/** The mark of an equilibrium as it stands in the picture: a star, a dot with a cross, a hollow dot; dashed on a border. */
export function EquilibriumMark({ stability, isMarginal = false }: EquilibriumMarkProps) {
  const colour = stability === 'stable' ? 'var(--stable)' : 'var(--unstable)'
  const dashes = isMarginal ? '2.5 1.5' : undefined
  return (
    <svg className="equilibrium-mark" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      {stability === 'stable' && (
        <path d={star} fill={isMarginal ? 'none' : colour} stroke={colour} strokeDasharray={dashes} />
      )}
      {stability === 'saddle' && (
        <>
          <circle cx="8" cy="8" r="5.5" fill={isMarginal ? 'none' : colour} stroke={colour} strokeDasharray={dashes} />
          <path
            d="M4.500 4.500l7 7M11.500 4.500l-7 7"
            stroke={isMarginal ? colour : 'var(--panel)'}
            strokeWidth="1.400"
          />
        </>
      )}
      {stability === 'source' && (
        <circle cx="8" cy="8" r="4.800" fill="none" stroke={colour} strokeWidth="2.200" strokeDasharray={dashes} />
      )}
    </svg>
  )
}
