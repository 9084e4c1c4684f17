import { levelStep } from '../model/contours.ts'
import type { ViewScale } from '../model/viewScale.ts'
import type { Trace } from '../store/trace.ts'
import type { StableLevel } from './stableLevels.ts'
import { highestOf } from './timeWindow.ts'

/** Room below the lowest level and above the highest point, as a share of the range. */
const roomShare = 0.06
/** Balls above the ceiling of the landscape may take up to half of the axis. */
const reachAboveCeiling = 1

/**
 * The energies on show: from below the deepest valley to above the highest energy that a ball still remembers, but not
 * far beyond the ceiling of the landscape, else one ball dropped on a cliff would flatten the descent of all others. Rounded
 * outwards to a fine step, so that the axis stands still while the numbers move a little.
 */
export function energyAxis(
  view: ViewScale,
  levels: readonly StableLevel[],
  traces: readonly Pick<Trace, 'length' | 'at' | 'energy'>[],
): { readonly low: number; readonly high: number } {
  const floor = Math.min(view.floor, ...levels.map(({ energy }) => energy))
  const top = Math.max(...traces.map((trace) => highestOf(trace, trace.energy)), ...levels.map(({ energy }) => energy))
  const ceiling = Math.max(view.ceiling, ...levels.map(({ energy }) => energy))
  const least = floor + 0.2 * (ceiling - floor)
  const most = ceiling + reachAboveCeiling * (ceiling - floor)
  const high = Math.min(most, Math.max(least, Number.isFinite(top) ? top : ceiling))
  const room = roomShare * (high - floor)
  const step = levelStep(floor, high, 20) || 1
  return { low: Math.floor((floor - room) / step) * step, high: Math.ceil((high + room) / step) * step }
}
