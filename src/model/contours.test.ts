import { expect, test } from 'vitest'
import { contourSegments, isMajorLevel, levelStep, niceLevels } from './contours.ts'
import { makeLandscape, sampleLandscapeInto } from './landscape.ts'
import { pairEnergy, type TwoNeuronSystem } from './twoNeurons.ts'

const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }

test('every point of a contour lies on its level, to the error of the grid', () => {
  const landscape = sampleLandscapeInto(makeLandscape(129, 129), system, 3)
  const levels = niceLevels(-0.65, 0, 12)
  const lines = contourSegments(landscape, levels)
  expect(lines.map(({ level }) => level)).toEqual(levels)
  for (const { level, segments } of lines) {
    expect(segments.length % 4).toBe(0)
    expect(segments.length).toBeGreaterThan(0)
    for (let k = 0; k < segments.length; k += 2) {
      expect(Math.abs(pairEnergy(system, segments[k], segments[k + 1]) - level)).toBeLessThan(3e-4)
    }
  }
})

test('contours are closed or end on the border: inside, every end is shared by two segments', () => {
  const landscape = sampleLandscapeInto(makeLandscape(65, 65), system, 3)
  for (const { segments } of contourSegments(landscape, [-0.5, -0.25, -0.1])) {
    const ends = new Map<string, number>()
    for (let k = 0; k < segments.length; k += 2) {
      if (Math.max(Math.abs(segments[k]), Math.abs(segments[k + 1])) > 2.9999) continue
      const key = `${segments[k].toFixed(5)} ${segments[k + 1].toFixed(5)}`
      ends.set(key, (ends.get(key) ?? 0) + 1)
    }
    for (const count of ends.values()) expect(count % 2).toBe(0)
  }
})

test('all sixteen cells: each corner above the level is cut off from each below', () => {
  for (let corners = 0; corners < 16; corners++) {
    const heights = Float32Array.of(corners & 1, (corners >> 1) & 1, (corners >> 2) & 1, (corners >> 3) & 1)
    const cell = { ...makeLandscape(2, 2, heights), extent: 1 }
    const [{ segments }] = contourSegments(cell, [0.5])
    // Edges of the cell whose two corners differ are crossed once each, at their middles.
    const crossed = [
      heights[0] !== heights[1] && '0,-1',
      heights[1] !== heights[3] && '1,0',
      heights[2] !== heights[3] && '0,1',
      heights[0] !== heights[2] && '-1,0',
    ].filter((edge) => edge !== false)
    const found: string[] = []
    for (let k = 0; k < segments.length; k += 2) found.push(`${segments[k]},${segments[k + 1]}`)
    expect(found.toSorted()).toEqual(crossed.toSorted())
  }
})

test('a level that is not reached has no segments', () => {
  const landscape = sampleLandscapeInto(makeLandscape(9, 9), system, 3)
  expect(contourSegments(landscape, [-5, 7]).map(({ segments }) => segments.length)).toEqual([0, 0])
})

test('levels are round and inside the range, about as many as asked', () => {
  expect(niceLevels(-0.65, 0.1, 7)).toEqual([-6, -5, -4, -3, -2, -1, 0].map((k) => k * 0.1))
  expect(levelStep(0, 100, 10)).toBe(10)
  expect(levelStep(0, 1, 8)).toBe(0.1)
  expect(levelStep(-3.6, 1.9, 12)).toBe(0.5)
  expect(niceLevels(1, 1, 10)).toEqual([])
  expect(niceLevels(2, 1, 10)).toEqual([])
  for (const [low, high] of [
    [-3.614, 1.807],
    [-1e-4, 2e-4],
    [0, 0.0312],
    [-12, 55],
  ] as const) {
    const levels = niceLevels(low, high, 14)
    expect(levels.length).toBeGreaterThan(8)
    expect(levels.length).toBeLessThan(22)
    expect(Math.min(...levels)).toBeGreaterThan(low)
    expect(Math.max(...levels)).toBeLessThan(high)
    const step = levelStep(low, high, 14)
    const major = levels.filter((level) => isMajorLevel(level, step))
    expect(major.length).toBeLessThanOrEqual(Math.ceil(levels.length / 5))
    for (const level of major) expect(Math.abs(level / step / 5 - Math.round(level / step / 5))).toBeLessThan(1e-9)
  }
})
