import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regime } from '../model/regime.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { borderLines, crossedBorders, regionPolygons } from './regimeBorders.ts'
import type { Polyline, RegionId } from './regimeBorders.ts'

const range = { low: -1, high: 4 }

function isInside([x, y]: ReadonlyPair, polygon: Polyline): boolean {
  let inside = false
  polygon.forEach(([ax, ay], k) => {
    const [bx, by] = polygon[(k + 1) % polygon.length]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  })
  return inside
}

function regionOf(saliency: ReadonlyPair): RegionId {
  const found = regime(saliency, 1)
  switch (found.kind) {
    case 'none':
      return 'none'
    case 'one':
      return found.memory === 0 ? 'only-1' : 'only-2'
    case 'one-stable':
      return found.unstable === 0 ? 'saddle-1' : 'saddle-2'
    case 'two':
      return 'both'
    default:
      return found satisfies never
  }
}

describe('the regions', () => {
  it('agree with the model everywhere but on the borders', () => {
    const polygons = regionPolygons(1, range)
    const borders = Object.values(borderLines(1, range)).flat()
    const saliency = fc.double({ min: -0.99, max: 3.99, noNaN: true })
    fc.assert(
      fc.property(saliency, saliency, (a, b) => {
        fc.pre(Math.abs(a - 1) > 1e-3 && Math.abs(b - 1) > 1e-3)
        fc.pre(borders.every(([x, y]) => Math.hypot(x - a, y - b) > 0.02))
        const inside = (Object.keys(polygons) as RegionId[]).filter((id) => isInside([a, b], polygons[id]))
        expect(inside).toEqual([regionOf([a, b])])
      }),
    )
  })
})

describe('crossedBorders', () => {
  it('names the line of memory 1 and the curve of memory 2', () => {
    expect(crossedBorders([0.9, 0.5], [1.1, 0.5], 1)).toEqual(['exists-1'])
    expect(crossedBorders([2, 1.2], [2, 1.3], 1)).toEqual(['stable-2'])
    expect(crossedBorders([2, 1.3], [2, 1.2], 1)).toEqual(['stable-2'])
    expect(crossedBorders([1.2, 0.9], [1.2, 3], 1)).toEqual(['stable-1', 'exists-2'])
    expect(crossedBorders([2, 2], [2.1, 2.1], 1)).toEqual([])
  })
})
