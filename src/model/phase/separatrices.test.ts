import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { type NamedEquilibrium, nameEquilibria } from '../equilibriumNames.ts'
import { criticalSaliency } from '../memory.ts'
import { createRandom } from '../random.ts'
import { pairEnergy, type TwoNeuronSystem } from '../twoNeurons.ts'
import { neededView } from '../viewScale.ts'
import type { Separatrix } from './phaseCurves.ts'
import { traceSeparatrices } from './separatrices.ts'

interface Portrait {
  readonly system: TwoNeuronSystem
  readonly equilibria: readonly NamedEquilibrium[]
  readonly extent: number
  readonly curves: readonly Separatrix[]
}

function portrait(system: TwoNeuronSystem, wider = 1): Portrait {
  const equilibria = nameEquilibria(findEquilibria(system), system)
  const extent = wider * neededView(system, equilibria).extent
  return { system, equilibria, extent, curves: traceSeparatrices(system, equilibria, extent) }
}

const random = createRandom(431)

function randomSystem(k: number): TwoNeuronSystem {
  const size = k % 2 === 0 ? 0 : random.uniform()
  const first = 8 * random.uniform() - 3
  return {
    saliency: [first, k % 6 === 5 ? first : 8 * random.uniform() - 3],
    gain: 0.5 + 9.5 * random.uniform(),
    current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
  }
}

const portraits = Array.from({ length: 150 }, (_, k) => portrait(randomSystem(k)))

/** Half a unit of the last place of a single-precision coordinate inside the square. */
const rounding = (extent: number): number => 2 ** -24 * extent

function pointsOf({ points }: Separatrix): [number, number][] {
  return Array.from({ length: points.length / 2 }, (_, k) => [points[2 * k], points[2 * k + 1]])
}

/** Every half has its saddle at one end, and at the other what `end` says: an equilibrium of `kind`, or the border. */
function expectRightEnds({ equilibria, extent, curves }: Portrait): void {
  const saddles = equilibria.filter(({ stability }) => stability === 'saddle')
  expect(curves.map(({ saddle }) => saddle)).toEqual(saddles.flatMap(({ key }) => [key, key, key, key]))
  for (const curve of curves) {
    const points = pointsOf(curve)
    const saddle = equilibria.find(({ key }) => key === curve.saddle)!
    expect(points[0]).toEqual(saddle.state.map(Math.fround))
    const last = points[points.length - 1]
    const end = equilibria.find(({ key }) => key === curve.end)
    if (end) {
      expect(end.stability).toBe(curve.kind === 'stable' ? 'source' : 'stable')
      expect(last).toEqual(end.state.map(Math.fround))
    } else {
      expect([curve.kind, curve.end]).toEqual(['stable', 'border'])
      expect(Math.max(...last.map(Math.abs))).toBe(Math.fround(extent))
    }
    expect(curve.points.every((x) => Math.abs(x) <= Math.fround(extent))).toBe(true)
  }
}

describe('traceSeparatrices', () => {
  test('each saddle has four halves: stable ones end at a source or the border, unstable ones at stable points', () => {
    for (const each of portraits) expectRightEnds(each)
  })

  test('the energy rises all along stable manifolds, and falls along unstable ones', () => {
    for (const { system, curves, extent } of portraits) {
      for (const curve of curves) {
        const sign = curve.kind === 'stable' ? 1 : -1
        const energies = pointsOf(curve).map(([x1, x2]) => sign * pairEnergy(system, x1, x2))
        const rises = energies.slice(1).map((energy, k) => energy - energies[k])
        // |∇E| ≤ g|f|, seen through the rounding of the points.
        expect(Math.min(...rises)).toBeGreaterThanOrEqual(-50 * system.gain * rounding(extent))
      }
    }
  })

  test('unstable manifolds keep the sign of W₁₂ in dx₁dx₂, stable ones the other', () => {
    for (const { system, curves, extent } of portraits) {
      const cross = Math.sign(system.saliency[0] - system.saliency[1])
      for (const curve of curves) {
        const points = pointsOf(curve)
        const sense = cross * (curve.kind === 'unstable' ? 1 : -1)
        const wrong = points.slice(1).filter(([x1, x2], k) => {
          const [d1, d2] = [x1 - points[k][0], x2 - points[k][1]]
          const isVisible = Math.min(Math.abs(d1), Math.abs(d2)) > 4 * rounding(extent)
          return isVisible && Math.sign(d1 * d2) !== sense
        })
        expect(wrong).toEqual([])
      }
    }
  })

  test(
    'halves are within 1e-6 of small steps of another scheme, and their chords within 5e-4 of the extent',
    { timeout: 30_000 },
    () => {
      let compared = 0
      for (const each of portraits.slice(0, 24)) {
        for (const curve of each.curves.slice(0, 3)) {
          const track = referenceTrack(each, curve, curve.kind === 'stable' ? -1 : 1)
          expect(largestGap(track, curve)).toBeLessThan(1e-6)
          const points = pointsOf(curve)
          const inside = track.filter(({ x1, x2 }) => Math.max(Math.abs(x1), Math.abs(x2)) <= each.extent)
          const sample = inside.filter((_, k) => k % Math.ceil(inside.length / 200) === 0)
          const chordGaps = sample.map(({ x1, x2 }) => distanceToChords(points, x1, x2))
          expect(Math.max(...chordGaps)).toBeLessThan(5e-4 * each.extent)
          compared++
        }
      }
      expect(compared).toBeGreaterThan(25)
    },
  )

  test('without current each half has a mirror image', () => {
    for (const { system, equilibria, extent, curves } of portraits) {
      if (system.current[0] !== 0 || system.current[1] !== 0) continue
      const opposite = (key: string) => {
        const own = equilibria.find((point) => point.key === key)
        const mirrored = equilibria.find(
          ({ state }) => own && Math.hypot(state[0] + own.state[0], state[1] + own.state[1]) < 1e-9,
        )
        return mirrored?.key ?? key
      }
      for (const curve of curves) {
        const twins = curves.filter(
          ({ kind, saddle, end }) =>
            kind === curve.kind && saddle === opposite(curve.saddle) && end === opposite(curve.end),
        )
        const middle = pointsOf(curve)[curve.points.length >> 2]
        const gaps = twins.map((twin) => distanceToChords(pointsOf(twin), -middle[0], -middle[1]))
        expect(Math.min(...gaps)).toBeLessThan(1e-3 * extent)
      }
    }
  })

  test('a smaller or larger square changes where the curves stop, not what they are', () => {
    const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0.05, 0.02] }
    const near = portrait(system)
    const far = portrait(system, 4)
    expectRightEnds(far)
    expect(far.curves.map(({ end }) => end)).toEqual(near.curves.map(({ end }) => end))
    const close = portrait(system, 0.3)
    expect(close.curves).toEqual([])
  })
})

describe('at and beside bifurcations', () => {
  const shifts = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9, 1e-11, 1e-13, 0].flatMap((shift) => [shift, -shift])

  test.each([
    [
      'memory 1 turns stable',
      (shift: number): TwoNeuronSystem => ({ saliency: [criticalSaliency(2, 1) + shift, 2], gain: 1, current: [0, 0] }),
    ],
    ['memory 1 appears', (shift: number): TwoNeuronSystem => ({ saliency: [1 + shift, 2], gain: 1, current: [0, 0] })],
    [
      'memory 2 appears alone',
      (shift: number): TwoNeuronSystem => ({ saliency: [0.5, 1 + shift], gain: 1, current: [0, 0] }),
    ],
    [
      'both appear',
      (shift: number): TwoNeuronSystem => ({ saliency: [1 + shift, 1 + shift], gain: 1, current: [0, 0] }),
    ],
    [
      'the coupling vanishes',
      (shift: number): TwoNeuronSystem => ({ saliency: [2 + shift, 2], gain: 3, current: [0.1, -0.2] }),
    ],
    [
      'the coupling vanishes in rounding',
      (shift: number): TwoNeuronSystem => ({ saliency: [3.462 + shift, 3.462], gain: 1.35, current: [0.025, -0.0255] }),
    ],
  ])('%s: all ends are right, however near', (_, make) => {
    for (const shift of shifts) expectRightEnds(portrait(make(shift)))
  })

  test('folds in the current: every half there is has an end, and few points', () => {
    for (const saliency of [
      [1.5, 1.5],
      [1.5, 2],
      [3, 1],
    ] as const) {
      const make = (size: number): TwoNeuronSystem => ({ saliency, gain: 1, current: [size, 0.3 * size] })
      for (const fold of foldsAlong(make)) {
        for (const shift of shifts) {
          const { curves } = portrait(make(fold + shift))
          for (const { end, points } of curves) {
            // Nearer than this, the two equilibria of a fold are one to `findEquilibria`, and may count as a saddle.
            if (Math.abs(shift) > 1e-12) expect(end).not.toBe('undecided')
            expect(points.length).toBeLessThan(2000)
          }
        }
      }
    }
  })

  test('on a diagonal of symmetry they stay exactly on it', () => {
    const { curves } = portrait({ saliency: [0.2, 1.5], gain: 3, current: [0, 0] })
    expect(curves.length).toBe(4)
    for (const curve of curves) {
      const sign = curve.kind === 'stable' ? 1 : -1
      for (const [x1, x2] of pointsOf(curve)) expect(x2 + 0).toBe(sign * x1 + 0)
    }
  })
})

/** Sizes of the current at which the number of equilibria changes. */
function foldsAlong(make: (size: number) => TwoNeuronSystem): number[] {
  const count = (size: number) => findEquilibria(make(size)).length
  const folds: number[] = []
  for (let size = 0.02; size < 1.5; size += 0.02) {
    let [low, high] = [size - 0.01, size + 0.01]
    if (count(low) === count(high)) continue
    const before = count(low)
    for (let k = 0; k < 50; k++) {
      const middle = (low + high) / 2
      if (count(middle) === before) low = middle
      else high = middle
    }
    folds.push(low)
  }
  return folds
}

/** A point of the reference with its velocity. */
interface TrackPoint {
  readonly x1: number
  readonly x2: number
  readonly f1: number
  readonly f2: number
}

/**
 * A half of a manifold by RK4 in steps of at most 1e-3 of the extent, from 1e-6 beside the saddle in the direction of the curve under test.
 * That only chooses the half: in this direction of time what is wrong across the manifold dies out. Shares no code with the model.
 */
function referenceTrack({ system, equilibria, extent }: Portrait, curve: Separatrix, direction: 1 | -1): TrackPoint[] {
  const { saliency, gain, current } = system
  const a = (saliency[0] + saliency[1]) / 2
  const b = (saliency[0] - saliency[1]) / 2
  const field = (p: number, q: number): [number, number] => [
    direction * (current[0] - p + a * Math.tanh(gain * p) + b * Math.tanh(gain * q)),
    direction * (current[1] - q + b * Math.tanh(gain * p) + a * Math.tanh(gain * q)),
  ]
  const saddle = equilibria.find(({ key }) => key === curve.saddle)!
  const s1 = gain * (1 - Math.tanh(gain * saddle.state[0]) ** 2)
  const s2 = gain * (1 - Math.tanh(gain * saddle.state[1]) ** 2)
  const rate = saddle.eigenvalues[direction === 1 ? 1 : 0]
  // (J - λ) v = 0, from the row with the larger entries.
  const rows: [number, number][] = [
    [-b * s2, a * s1 - 1 - rate],
    [a * s2 - 1 - rate, -b * s1],
  ]
  const v = Math.hypot(...rows[0]) > Math.hypot(...rows[1]) ? rows[0] : rows[1]
  const size = Math.hypot(...v)
  const points = pointsOf(curve)
  const ahead = points[Math.min(points.length - 1, 4)]
  const side = Math.sign((ahead[0] - points[0][0]) * v[0] + (ahead[1] - points[0][1]) * v[1])
  let x1 = saddle.state[0] + (side * 1e-6 * v[0]) / size
  let x2 = saddle.state[1] + (side * 1e-6 * v[1]) / size
  const stiffness = 1 + gain * Math.max(...saliency.map(Math.abs))
  const end = equilibria.find(({ key }) => key === curve.end)
  const track: TrackPoint[] = [{ x1: saddle.state[0], x2: saddle.state[1], f1: side * v[0], f2: side * v[1] }]
  for (let k = 0; k < 200_000 && Math.max(Math.abs(x1), Math.abs(x2)) <= extent * 1.001; k++) {
    const [p1, q1] = field(x1, x2)
    track.push({ x1, x2, f1: p1, f2: q1 })
    if (end && Math.hypot(x1 - end.state[0], x2 - end.state[1]) < 1e-7) break
    const h = Math.min(0.03 / stiffness, (1e-3 * extent) / Math.hypot(p1, q1))
    const [p2, q2] = field(x1 + (h / 2) * p1, x2 + (h / 2) * q1)
    const [p3, q3] = field(x1 + (h / 2) * p2, x2 + (h / 2) * q2)
    const [p4, q4] = field(x1 + h * p3, x2 + h * q3)
    x1 += (h / 6) * (p1 + 2 * p2 + 2 * p3 + p4)
    x2 += (h / 6) * (q1 + 2 * q2 + 2 * q3 + q4)
  }
  return track
}

/**
 * The largest distance of the points of a curve from its track, which between two of its own is a parabola through both with the first one's
 * direction. Both run the same way.
 */
function largestGap(track: readonly TrackPoint[], curve: Separatrix): number {
  let nearest = 0
  let largest = 0
  for (const [x1, x2] of pointsOf(curve)) {
    const distance = (k: number) => Math.hypot(track[k].x1 - x1, track[k].x2 - x2)
    while (nearest + 1 < track.length && distance(nearest + 1) <= distance(nearest)) nearest++
    let least = distance(nearest)
    for (const k of [nearest - 1, nearest]) {
      if (k < 0 || k + 1 >= track.length) continue
      const [a, b] = [track[k], track[k + 1]]
      const length = Math.hypot(b.x1 - a.x1, b.x2 - a.x2)
      const [e1, e2] = [(b.x1 - a.x1) / length, (b.x2 - a.x2) / length]
      const along = (x1 - a.x1) * e1 + (x2 - a.x2) * e2
      if (along < 0 || along > length) continue
      const slope = (e1 * a.f2 - e2 * a.f1) / (e1 * a.f1 + e2 * a.f2)
      const bulge = slope * along * (1 - along / length)
      least = Math.min(least, Math.abs(e1 * (x2 - a.x2) - e2 * (x1 - a.x1) - bulge))
    }
    largest = Math.max(largest, least)
  }
  return largest
}

function distanceToChords(points: readonly (readonly [number, number])[], x1: number, x2: number): number {
  let least = Infinity
  for (let k = 1; k < points.length; k++) {
    const [a1, a2] = points[k - 1]
    const [d1, d2] = [points[k][0] - a1, points[k][1] - a2]
    const share = Math.min(1, Math.max(0, ((x1 - a1) * d1 + (x2 - a2) * d2) / (d1 * d1 + d2 * d2 || 1)))
    least = Math.min(least, Math.hypot(x1 - a1 - share * d1, x2 - a2 - share * d2))
  }
  return least
}
