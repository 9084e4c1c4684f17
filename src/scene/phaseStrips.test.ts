import { describe, expect, it } from 'vitest'
import { nameEquilibria, findEquilibria } from '../model/index.ts'
import { pairEigenvectors } from '../model/phase/eigenvectors.ts'
import { tracePhaseCurves } from '../model/phase/phaseCurves.ts'
import { makeStrip, STRIP_STRIDE, type GroundStrip } from './groundStrip.ts'
import { lineStyles, styleIndex } from './lineStyles.ts'
import { curvesInto, directionsInto } from './phaseStrips.ts'

const system = { saliency: [1.5, 2], gain: 1, current: [0, 0] } as const
const extent = 2.8
const lay = { extent, step: 1 / 64 }
const looks = ({ data, count }: GroundStrip) => Array.from({ length: count }, (_, k) => data[k * STRIP_STRIDE + 3])

/** Heads as [foot, tip]. */
function heads({ data, count }: GroundStrip): [number, number][][] {
  const found: [number, number][][] = []
  for (let k = 0; k < count; k++) {
    const at = k * STRIP_STRIDE
    if (data[at + 3] % 1 === 0.5)
      found.push([
        [data[at], data[at + 1]],
        [data[at + 4], data[at + 5]],
      ])
  }
  return found
}

describe('curves of the phase portrait', () => {
  const equilibria = nameEquilibria(findEquilibria(system), system)
  const all = { flow: true, descent: true, nullclines: true, separatrices: true }
  const curves = tracePhaseCurves(system, equilibria, extent, all)

  it('find room, all of them, at both ends of the range of gains', () => {
    for (const gain of [1, 10]) {
      const steep = { ...system, gain }
      const strip = makeStrip(20_000)
      curvesInto(strip, tracePhaseCurves(steep, nameEquilibria(findEquilibria(steep), steep), extent, all), lay)
      expect(strip.count).toBeLessThan(20_000)
      expect(looks(strip).at(-1)).toBe(-1)
      for (let style = 0; style < lineStyles.length - 1; style++) expect(looks(strip)).toContain(style)
    }
  })

  it('show only layers that are on, and nothing without any', () => {
    const strip = makeStrip(20_000)
    curvesInto(strip, { ...curves, flow: null, descent: null, separatrices: null }, lay)
    const drawn = new Set(looks(strip))
    expect(drawn).toEqual(new Set([-1, styleIndex('nullcline1'), styleIndex('nullcline2')]))
    curvesInto(strip, null, lay)
    expect(strip.count).toBe(0)
  })

  it('point along stable manifolds to the saddle, and along unstable ones away from it', () => {
    for (const kind of ['stable', 'unstable'] as const) {
      const strip = makeStrip(20_000)
      const own = (curves.separatrices ?? []).filter((each) => each.kind === kind)
      expect(own.length).toBe(8)
      for (const each of own) {
        curvesInto(strip, { flow: null, descent: null, nullclines: null, separatrices: [each] }, lay)
        const [x1, x2] = [each.points[0], each.points[1]]
        for (const [foot, tip] of heads(strip)) {
          const closer = Math.hypot(tip[0] - x1, tip[1] - x2) < Math.hypot(foot[0] - x1, foot[1] - x2)
          expect(closer).toBe(kind === 'stable')
        }
      }
    }
  })

  it('draw directions of a saddle: in where states come, out where they leave', () => {
    const saddle = equilibria.find(({ stability }) => stability === 'saddle')
    if (!saddle) throw new Error('There is no saddle.')
    const strip = makeStrip(256)
    const eigen = pairEigenvectors(system, ...saddle.state)
    const directions = directionsInto(strip, saddle.state, eigen, lay)
    expect(directions.map(({ sense }) => sense)).toEqual([-1, 1])
    const away = ([x1, x2]: readonly [number, number]) => Math.hypot(x1 - saddle.state[0], x2 - saddle.state[1])
    expect(heads(strip).map(([foot, tip]) => Math.sign(away(tip) - away(foot)))).toEqual([-1, -1, 1, 1])
    for (const { ends } of directions) for (const end of ends) expect(away(end)).toBeCloseTo(0.25 * extent, 6)
  })

  it('draw no head where an eigenvalue is zero', () => {
    const strip = makeStrip(256)
    const vectors = [
      [1, 0],
      [0, 1],
    ] as const
    const [still] = directionsInto(strip, [0, 0], { values: [0, 0], vectors }, lay)
    expect(still.sense).toBe(0)
    expect(heads(strip)).toEqual([])
  })
})
