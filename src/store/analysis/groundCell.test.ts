import { expect, test, vi } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { makeLandscape } from '../../model/landscape.ts'
import type { Density } from '../../model/phase/density.ts'
import { createFrameCell } from '../frameCell.ts'
import { createAnalysisCell } from './analysisCell.ts'
import { createGroundCell } from './groundCell.ts'

const density = (peak: number): Density => ({
  values: new Float32Array(25).fill(peak),
  columns: 5,
  extent: 3,
  masses: [0.5, 0.5],
  quarters: [0.25, 0.25, 0.25, 0.25],
  peak,
})

const asked = (ground: 'energy' | 'density', strength: number): Experiment => ({
  ...defaultExperiment,
  noise: { ...defaultExperiment.noise, strength },
  view: { ...defaultExperiment.view, phase: { ...defaultExperiment.view.phase, ground } },
})

function setUp() {
  const frameCell = createFrameCell()
  const analysis = createAnalysisCell()
  let experiment = asked('density', 0.5)
  const ground = createGroundCell(frameCell, analysis, () => experiment)
  const showEnergy = (extent = 3, hasContours = false) =>
    frameCell.takeLandscape(
      {
        landscape: { ...makeLandscape(9, 9), extent },
        equilibria: [],
        contours: hasContours ? [] : null,
        system: { saliency: [1.5, 2], gain: 1, current: [0, 0] },
      },
      { extent, floor: -2, ceiling: 1 },
    )
  return { frameCell, analysis, ...ground, showEnergy, set: (next: Experiment) => void (experiment = next) }
}

test('the energy stays until the density has come, and without noise', () => {
  const { cell, frameCell, analysis, quantity, showEnergy, set } = setUp()
  expect(cell.landscape).toBeNull()
  showEnergy()
  expect([quantity(), cell.landscape, cell.view]).toEqual(['energy', frameCell.landscape, frameCell.view])
  expect(cell.landscapeVersion).toBe(1)
  analysis.take({ density: density(0.2) })
  expect(quantity()).toBe('density')
  expect(cell.landscape?.heights.every((height) => Math.abs(height - 0.2) < 1e-6)).toBe(true)
  expect(cell.view).toEqual({ extent: 3, floor: 0, ceiling: 0.2 * 1.02 })
  expect(frameCell.landscape?.heights[0]).toBe(0)
  set(asked('density', 0))
  expect([quantity(), cell.landscape, cell.view]).toEqual(['energy', frameCell.landscape, frameCell.view])
  set(asked('energy', 0.5))
  expect(quantity()).toBe('energy')
})

test('every change of the ground is a new version, and nothing else is', () => {
  const { cell, analysis, showEnergy, set, frameCell } = setUp()
  const versions: number[] = []
  const note = () => versions.push(cell.landscapeVersion)
  showEnergy()
  note()
  analysis.take({ density: density(0.2) })
  note()
  note()
  analysis.take({ audit: { starts: 1, agreed: 1, skipped: 0 } })
  frameCell.touch()
  note()
  analysis.take({ density: density(0.3) })
  note()
  showEnergy(3.5)
  note()
  set(asked('energy', 0.5))
  note()
  note()
  set(asked('density', 0.5))
  note()
  const steps = versions.slice(1).map((version, k) => Math.sign(version - versions[k]))
  expect(steps).toEqual([1, 0, 0, 1, 1, 1, 0, 1])
  expect(cell.landscape?.extent).toBe(3.5)
})

test('contours of the density come while somebody wants contours', () => {
  const { cell, analysis, showEnergy } = setUp()
  showEnergy(6)
  analysis.take({ density: density(0.2) })
  expect(cell.contours).toBeNull()
  showEnergy(6, true)
  expect(cell.contours?.length).toBeGreaterThan(5)
  expect(cell.contours?.every(({ level }) => level > 0 && level < 0.2)).toBe(true)
})

test('subscribers hear of the frames, and of a density that is the ground', () => {
  const { cell, analysis, showEnergy, set } = setUp()
  showEnergy()
  const listener = vi.fn<() => void>()
  const release = cell.subscribe(listener)
  showEnergy()
  expect(listener).toHaveBeenCalledTimes(1)
  analysis.take({ density: density(0.2) })
  expect(listener).toHaveBeenCalledTimes(2)
  analysis.take({ failures: [] })
  set(asked('energy', 0.5))
  analysis.take({ density: density(0.3) })
  expect(listener).toHaveBeenCalledTimes(2)
  release()
  showEnergy()
  expect(listener).toHaveBeenCalledTimes(2)
})

test('all else is that of the lab: the cursor goes both ways', () => {
  const { cell, frameCell, showEnergy } = setUp()
  showEnergy()
  cell.cursor = [1, 2]
  expect(frameCell.cursor).toEqual([1, 2])
  for (const key of Object.keys(frameCell) as (keyof typeof cell)[]) {
    if (key in cell && key !== 'subscribe') expect(cell[key]).toBe(frameCell[key])
  }
})
