import type { Equilibrium } from './equilibria.ts'
import { pairEnergy, type TwoNeuronSystem } from './twoNeurons.ts'

/** How much of the state space, [-extent, extent]², and of the energy axis, [floor, ceiling], is worth showing. */
export interface ViewScale {
  readonly extent: number
  readonly floor: number
  readonly ceiling: number
  /** Of a view in motion: the extent it is on its way to. Absent: the extent itself. */
  readonly aim?: number
}

/** The half-width over the largest |x_i| of an equilibrium: the outermost wells sit at two thirds of the way out. No unit. */
const EXTENT_PER_REACH = 1.5
/** The least half-width, in units of 1/g: there ψ = 0.96, the bowl around a lone origin has bent over. No unit. */
const LEAST_EXTENT = 2
/** Wells and ridges take two thirds of the height, walls above the highest equilibrium at most one. Share of the depth. No unit. */
const WALL_SHARE = 0.5
/** A lone bowl shows its walls up to this share of their height. No unit. */
const BOWL_SHARE = 0.85
/** How fast the walls give way to the wells as these deepen: at D/T = 2/3 the walls get half of what a lone bowl gets. No unit. */
const WALL_YIELD = 1.5
/** Air above the highest point shown, so that a marker there is not on the edge of the picture. Share of the height. No unit. */
const HEADROOM = 0.05
/** The extent shown stays while the needed one is within these shares of it: axes stand still during small drags. No unit. */
const KEEP_FROM = 0.62
const KEEP_TO = 1.12
/** Time constant of the approach to a new view. Milliseconds. */
const TIME_CONSTANT_MS = 150
/** A view this near to its aim is there. Share of the extent or of the height. No unit. */
const SNAP = 0.001

/**
 * The view that a system needs: every equilibrium well inside, wells and the ridges between them taking most of the height.
 *
 * - extent = max(1.5 max |x_i|, 2/g): continuous in all parameters that keep the outermost equilibrium.
 * - floor = the lowest energy. It is the global minimum, since E rises outwards beyond all equilibria.
 * - ceiling: with depth D = highest - lowest energy of an equilibrium and T = height of the highest wall in the square above the highest
 *   equilibrium, that equilibrium plus the larger of D/2 and 0.85 T/(1 + 1.5 D/T), but not above everything there is. So a lone bowl (D = 0)
 *   shows nearly all of its walls, and wells that deepen take over, without a jump. With α = (-3, 5) the two high plateaus (+4.4) are cut at
 *   1.8, with the wells at -3.6 and the origin at 0; with two memories nothing is cut.
 *
 * `equilibria`: all of the system, at least one. In units of the state and of E. Derived by looking at Fig. 2 (a)-(d) of Betteti et al. 2025,
 * negative saliency, gain 10, and the classic model with currents.
 */
export function neededView(system: TwoNeuronSystem, equilibria: readonly Equilibrium[]): ViewScale {
  return viewOfEnergy((x1, x2) => pairEnergy(system, x1, x2), system.gain, equilibria)
}

/** The same rules for any energy of two coordinates whose critical points are given. */
export function viewOfEnergy(
  energyAt: (x1: number, x2: number) => number,
  gain: number,
  equilibria: readonly Pick<Equilibrium, 'state' | 'energy'>[],
): ViewScale {
  let reach = 0
  let floor = Infinity
  let highest = -Infinity
  for (const { state, energy } of equilibria) {
    reach = Math.max(reach, Math.abs(state[0]), Math.abs(state[1]))
    floor = Math.min(floor, energy)
    highest = Math.max(highest, energy)
  }
  const extent = Math.max(EXTENT_PER_REACH * reach, LEAST_EXTENT / gain)
  let top = highest
  for (const x1 of [-extent, 0, extent]) {
    for (const x2 of [-extent, 0, extent]) top = Math.max(top, energyAt(x1, x2))
  }
  const depth = highest - floor
  const walls = top - highest
  const bowl = walls > 0 ? (BOWL_SHARE * walls) / (1 + (WALL_YIELD * depth) / walls) : 0
  const ceiling = Math.min(highest + Math.max(WALL_SHARE * depth, bowl), top)
  return { extent, floor, ceiling: ceiling + HEADROOM * (ceiling - floor) }
}

/**
 * The view to show `elapsedMs` after `shown`, on the way to `needed`: exponential, time constant 150 ms.
 *
 * The extent has hysteresis: it keeps its aim while the needed one is within [0.62, 1.12] of that, and then aims at the needed one.
 * Floor and ceiling always follow. Returns `shown` itself when nothing changes: then the picture is at rest. Pure.
 */
export function nextView(shown: ViewScale, needed: ViewScale, elapsedMs: number): ViewScale {
  return approach(shown, needed, 1 - Math.exp(-Math.max(elapsedMs, 0) / TIME_CONSTANT_MS))
}

/** The same without motion, for people who prefer that: the aim of `nextView` at once. */
export function snapView(shown: ViewScale, needed: ViewScale): ViewScale {
  return approach(shown, needed, 1)
}

function approach(shown: ViewScale, needed: ViewScale, share: number): ViewScale {
  const lastAim = shown.aim ?? shown.extent
  const isKept = needed.extent >= KEEP_FROM * lastAim && needed.extent <= KEEP_TO * lastAim
  const aim = isKept ? lastAim : needed.extent
  const height = SNAP * (needed.ceiling - needed.floor)
  const extent = ease(shown.extent, aim, share, SNAP * aim)
  const floor = ease(shown.floor, needed.floor, share, height)
  const ceiling = ease(shown.ceiling, needed.ceiling, share, height)
  if (extent === shown.extent && floor === shown.floor && ceiling === shown.ceiling && aim === lastAim) return shown
  return extent === aim ? { extent, floor, ceiling } : { extent, floor, ceiling, aim }
}

function ease(from: number, to: number, share: number, near: number): number {
  const next = from + share * (to - from)
  return Math.abs(to - next) <= near ? to : next
}
