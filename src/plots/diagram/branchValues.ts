import { isPointPath, systemAlong } from '../../model/phase/diagramPath.ts'
import type { Bifurcation, Branch, Diagram, DiagramPath } from '../../model/phase/diagram.ts'
import { pairEnergy, pairOverlaps, type TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import type { PictureAnalysis } from '../../store/pictureLab.ts'

/** What is drawn upwards. */
export type Shown = PictureAnalysis['settings']['diagram']['show']

/** What a diagram draws upwards, at point k of a branch. */
export function shownValue({ energies, overlaps }: Branch, show: Shown, k: number): number {
  switch (show) {
    case 'overlap-1':
      return overlaps[2 * k]
    case 'overlap-2':
      return overlaps[2 * k + 1]
    case 'energy':
      return energies[k]
    default:
      return show satisfies never
  }
}

/** The same of any state. */
function shownOf(system: TwoNeuronSystem, [x1, x2]: ReadonlyPair, show: Shown): number {
  return show === 'energy'
    ? pairEnergy(system, x1, x2)
    : pairOverlaps(x1, x2, system.gain)[show === 'overlap-1' ? 0 : 1]
}

export function shownAtBifurcation(path: DiagramPath, { s, state }: Bifurcation, show: Shown): number {
  return shownOf(systemAlong(path, s), state, show)
}

/** True where the branch exists at s. */
export function isAlive({ s }: Branch, at: number): boolean {
  return s[0] <= at && at <= s[s.length - 1]
}

/** Index of the last point at or before s, found by halving. */
function indexBefore(s: Float64Array, at: number): number {
  let low = 0
  let high = s.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (s[middle] <= at) low = middle
    else high = middle
  }
  return low
}

/** State and shown value of a branch at s, between its points by straight lines. */
export function readBranch(branch: Branch, show: Shown, at: number): { state: ReadonlyPair; value: number } {
  const { s, states } = branch
  if (s.length === 1) return { state: [states[0], states[1]], value: shownValue(branch, show, 0) }
  const k = indexBefore(s, at)
  const gap = s[k + 1] - s[k]
  const share = gap > 0 ? Math.min(1, Math.max(0, (at - s[k]) / gap)) : 0
  const mix = (a: number, b: number) => a + share * (b - a)
  return {
    state: [mix(states[2 * k], states[2 * k + 2]), mix(states[2 * k + 1], states[2 * k + 3])],
    value: mix(shownValue(branch, show, k), shownValue(branch, show, k + 1)),
  }
}

/** Lowest and highest value on show, with some room. Overlaps have the whole of their range. */
export function shownRange({ branches }: Diagram, show: Shown): { low: number; high: number } {
  if (show !== 'energy') return { low: -1.1, high: 1.1 }
  let low = 0
  let high = 0
  for (const { energies } of branches) {
    for (const energy of energies) {
      low = Math.min(low, energy)
      high = Math.max(high, energy)
    }
  }
  const room = Math.max(0.08 * (high - low), 1e-3)
  return { low: low - room, high: high + room }
}

/** How far from the path a network still counts as on it, in units of saliency or current: half of the finest step of the sliders. */
const onPath = 0.005

/** s of a network on a path; null where it lies off it. */
export function placeOnPath(path: DiagramPath, system: TwoNeuronSystem): number | null {
  if (isPointPath(path)) return null
  if (path.kind === 'gain') {
    const s = Math.log(system.gain / path.from) / Math.log(path.to / path.from)
    return s >= 0 && s <= 1 ? s : null
  }
  const place = path.kind === 'saliency' ? system.saliency : system.current
  const along = [path.to[0] - path.from[0], path.to[1] - path.from[1]] as const
  const from = [place[0] - path.from[0], place[1] - path.from[1]] as const
  const s = (from[0] * along[0] + from[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
  const nearest = Math.min(1, Math.max(0, s))
  const distance = Math.hypot(from[0] - nearest * along[0], from[1] - nearest * along[1])
  return distance <= onPath ? nearest : null
}
