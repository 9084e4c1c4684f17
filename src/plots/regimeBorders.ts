import { criticalSaliency, existenceSaliency } from '../model/memory.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import type { Range } from './regimeRange.ts'

/** `exists-1`: the line α₁ = 1/g. `stable-1`: the curve α₁ = α*(α₂). */
export type BorderId = 'exists-1' | 'exists-2' | 'stable-1' | 'stable-2'

export type Polyline = readonly ReadonlyPair[]

const curvePoints = 64

/** The points (α*(rival), rival) of the curve of memory 1, from its foot (1/g, 1/g) to the end of the map. */
function stabilityCurve(gain: number, high: number): ReadonlyPair[] {
  const foot = existenceSaliency(gain)
  return Array.from({ length: curvePoints + 1 }, (_, k) => {
    // Denser at the foot, where α* leaves 1/g like a parabola.
    const rival = foot + (high - foot) * (k / curvePoints) ** 2
    return [Math.min(high, criticalSaliency(rival, gain)), rival] as const
  })
}

const mirrored = (line: Polyline): ReadonlyPair[] => line.map(([a, b]) => [b, a] as const)

/** The four borders in the plane (α₁, α₂). */
export function borderLines(gain: number, { low, high }: Range): Record<BorderId, Polyline> {
  const e = existenceSaliency(gain)
  const curve = stabilityCurve(gain, high)
  return {
    'exists-1': [
      [e, low],
      [e, high],
    ],
    'exists-2': [
      [low, e],
      [high, e],
    ],
    'stable-1': curve,
    'stable-2': mirrored(curve),
  }
}

export type RegionId = 'none' | 'only-1' | 'only-2' | 'saddle-1' | 'saddle-2' | 'both'

/** The regions between the borders, as polygons. `saddle-1`: memory 1 exists and is a saddle, memory 2 is stable. */
export function regionPolygons(gain: number, { low, high }: Range): Record<RegionId, Polyline> {
  const e = existenceSaliency(gain)
  const curve = stabilityCurve(gain, high)
  const box = (left: number, right: number, bottom: number, top: number): Polyline => [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
  const wedge: Polyline = [...curve, [e, high]]
  return {
    none: box(low, e, low, e),
    'only-1': box(e, high, low, e),
    'only-2': box(low, e, e, high),
    'saddle-1': wedge,
    'saddle-2': mirrored(wedge),
    both: [...curve, [high, high], ...mirrored(curve).toReversed()],
  }
}

interface Standing {
  readonly exists: boolean
  readonly isStable: boolean
}

function standing(saliency: ReadonlyPair, gain: number, memory: 0 | 1): Standing {
  const own = saliency[memory]
  const rival = saliency[memory === 0 ? 1 : 0]
  return { exists: own > existenceSaliency(gain), isStable: own > criticalSaliency(rival, gain) }
}

/** The borders that a step from one point of the map to another has crossed. Existence comes before stability. */
export function crossedBorders(from: ReadonlyPair, to: ReadonlyPair, gain: number): BorderId[] {
  const crossed: BorderId[] = []
  for (const memory of [0, 1] as const) {
    const before = standing(from, gain, memory)
    const after = standing(to, gain, memory)
    if (before.exists !== after.exists) crossed.push(memory === 0 ? 'exists-1' : 'exists-2')
    else if (before.isStable !== after.isStable) crossed.push(memory === 0 ? 'stable-1' : 'stable-2')
  }
  return crossed
}
