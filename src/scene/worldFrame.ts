import type { ReadonlyPair } from '../model/index.ts'

/** World height of the top of the energy range; the landscape itself is [-1, 1] x [-1, 1] wide. */
export const WORLD_HEIGHT = 0.62
/** World height of the underside of the relief block. */
export const WORLD_BASE = -0.13
/** How far, in fractions of the energy range, the surface may rise above its top before it is flat: a rounded rim. */
export const SHOULDER = 0.05

/** The part of state space and of the energy axis that is on show. */
export interface ShownRange {
  readonly extent: number
  readonly floor: number
  readonly ceiling: number
}

export interface WorldPoint {
  x: number
  y: number
  z: number
}

/**
 * The fraction of the full height at which an energy is drawn: linear inside the range, with a smooth shoulder
 * that flattens beyond it (slope one at the border, so no crease shows). The shader has the same formula.
 */
export function shownFraction(energy: number, shown: ShownRange): number {
  const t = (energy - shown.floor) / (shown.ceiling - shown.floor)
  if (t > 1) return 1 + SHOULDER * (1 - Math.exp((1 - t) / SHOULDER))
  if (t < 0) return -SHOULDER * (1 - Math.exp(t / SHOULDER))
  return t
}

export function worldHeight(energy: number, shown: ShownRange): number {
  return WORLD_HEIGHT * shownFraction(energy, shown)
}

/** State (x1, x2) at an energy to world: x1 to the right, x2 away from the viewer, energy upwards. */
export function stateToWorldInto(
  out: WorldPoint,
  x1: number,
  x2: number,
  energy: number,
  shown: ShownRange,
): WorldPoint {
  out.x = x1 / shown.extent
  out.y = worldHeight(energy, shown)
  out.z = -x2 / shown.extent
  return out
}

export function worldToState(worldX: number, worldZ: number, extent: number): ReadonlyPair {
  return [worldX * extent, -worldZ * extent]
}
