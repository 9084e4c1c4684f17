import { describe, expect, test } from 'vitest'
import { createAnalysisLocalPort } from '../../engine/analysis/analysisLocalPort.ts'
import { createAnalysisSession } from '../../engine/analysis/session/analysisSession.ts'
import type { AnalysisTools, Work } from '../../engine/analysis/session/work.ts'
import { systemOf } from '../../experiment/derive.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { makeLandscape } from '../../model/landscape.ts'
import { createFrameCell } from '../frameCell.ts'
import type { AnalysisPart } from './analysis.ts'
import { createAnalysis } from './createAnalysis.ts'
import { isSameSystem } from './isSameSystem.ts'

const noisy: Experiment = { ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.5 } }

const atOnce = <T>(result: () => T): Work<T> => ({ advance: () => true, result })

/** Made-up tools; `asked` notes what they were asked. */
function makeTools(asked: string[]): AnalysisTools {
  return {
    createBasins: () => ({
      begin(system, _, extent, columns) {
        asked.push(`basins ${system.saliency.join()} ${extent} ${columns}`)
        const labels = new Uint8Array(columns * columns).fill(1)
        return atOnce(() => ({ labels, columns, extent, attractors: ['memory-1+'], fractions: [1] }))
      },
    }),
    createDensity: () => ({
      begin(_, noise, columns) {
        asked.push(`density ${noise} ${columns}`)
        const values = new Float32Array(columns * columns).fill(1 / 36)
        return atOnce(() => ({
          values,
          columns,
          extent: 3,
          masses: [0.5, 0.5],
          quarters: [0.25, 0.25, 0.25, 0.25],
          peak: 1 / 36,
        }))
      },
      beginEscape: () => atOnce(() => [{ from: 0, to: 'other', time: 9 }]),
    }),
    beginDiagram(path) {
      asked.push(`diagram ${path.kind}`)
      if (path.kind === 'gain') throw new Error('no.')
      return atOnce(() => ({ path, branches: [], bifurcations: [], checked: { steps: 1, complete: 1 } }))
    },
    endOf: () => 'memory-1+',
    now: () => 0,
  }
}

/** An analysis over a made-up lab. Pieces are done when told to. */
function setUp(experiment: Experiment = defaultExperiment) {
  const asked: string[] = []
  let idle: (() => void)[] = []
  let ports = 0
  const createPort = () => {
    ports++
    return createAnalysisLocalPort((task) => idle.push(task), createAnalysisSession(makeTools(asked)))
  }
  const frameCell = createFrameCell()
  const listeners = new Set<() => void>()
  let document = experiment
  let extent = 3
  const analysis = createAnalysis({
    ports: { createPort, createFallbackPort: createPort },
    timers: { now: () => 0, after: () => () => {} },
    frameCell,
    experiment: () => document,
    subscribeExperiment(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    aimedExtent: () => extent,
    onRestarted: () => {},
  })
  const showLandscape = () =>
    frameCell.takeLandscape(
      { landscape: makeLandscape(9, 9), equilibria: [], contours: null, system: systemOf(document) },
      { extent, floor: 0, ceiling: 1 },
    )
  showLandscape()
  return {
    analysis,
    cell: analysis.cell,
    asked,
    ports: () => ports,
    frameCell,
    /** Until nothing is left to do. */
    async finish() {
      for (let k = 0; k < 100; k++) {
        await Promise.resolve()
        const due = idle
        idle = []
        for (const task of due) task()
      }
    },
    edit(patch: (experiment: Experiment) => Experiment, hasLandscape = false) {
      document = patch(document)
      for (const listener of listeners) listener()
      if (hasLandscape) showLandscape()
    },
    zoom(next: number) {
      extent = next
      showLandscape()
    },
  }
}

const withSaliency =
  (first: number) =>
  (experiment: Experiment): Experiment => ({ ...experiment, input: { saliency: [first, 2] } })
const withPhase =
  (phase: Partial<Experiment['view']['phase']>) =>
  (experiment: Experiment): Experiment => ({
    ...experiment,
    view: { ...experiment.view, phase: { ...experiment.view.phase, ...phase } },
  })

describe('what is wanted', () => {
  test('nothing is fetched or computed while nobody wants anything', async () => {
    const { ports, edit, finish, zoom, analysis } = setUp()
    edit(withSaliency(1.2), true)
    zoom(4)
    analysis.setOnScreen(false)
    analysis.setOnScreen(true)
    await finish()
    expect(ports()).toBe(0)
  })

  test('a reader brings it, coarse first, and the last of several readers ends it', async () => {
    const { analysis, cell, asked, finish, edit } = setUp()
    const first = analysis.want('basins')
    const second = analysis.want('basins')
    expect([...cell.underWay]).toEqual(['basins'])
    await finish()
    expect(asked).toEqual(['basins 1.5,2 3 65', 'basins 1.5,2 3 257'])
    expect(cell.basins?.columns).toBe(257)
    expect(isSameSystem(cell.basinsSystem, systemOf(defaultExperiment))).toBe(true)
    expect(cell.basinsVersion).toBe(2)
    expect(cell.underWay.size).toBe(0)
    first()
    first()
    edit(withSaliency(1.6), true)
    await finish()
    expect(asked).toHaveLength(4)
    second()
    edit(withSaliency(1.7), true)
    await finish()
    expect(asked).toHaveLength(4)
  })

  test.each([
    [{ tint: 'basins' }, ['basins 1.5,2 3 65', 'basins 1.5,2 3 257']],
    [{ tint: 'density' }, ['density 0.5 65', 'density 0.5 129']],
    [{ ground: 'density' }, ['density 0.5 65', 'density 0.5 129']],
    [{ cloud: true }, ['density 0.5 65', 'density 0.5 129']],
  ] as const)('the layer %j counts as a reader', async (phase, expected) => {
    const { asked, finish, edit } = setUp(noisy)
    edit(withPhase(phase))
    await finish()
    expect(asked).toEqual(expected)
  })

  test('a layer that comes back shows what it had, and is computed again', async () => {
    const { cell, asked, finish, edit } = setUp(noisy)
    edit(withPhase({ tint: 'density' }))
    await finish()
    edit(withPhase({ tint: 'height' }))
    edit(withPhase({ tint: 'density' }))
    expect(cell.density?.columns).toBe(129)
    await finish()
    expect(asked).toHaveLength(4)
    expect(cell.underWay.size).toBe(0)
  })

  test('a density goes with the noise, and comes back with it', async () => {
    const { analysis, cell, finish, edit } = setUp(noisy)
    analysis.want('density')
    analysis.want('escape')
    await finish()
    expect(cell.escape).toHaveLength(1)
    edit((experiment) => ({ ...experiment, noise: defaultExperiment.noise }))
    expect([cell.density, cell.densitySystem, cell.densityNoise, cell.escape]).toEqual([null, null, 0, null])
    edit((experiment) => ({ ...experiment, noise: noisy.noise }))
    await finish()
    expect(cell.density?.columns).toBe(129)
    expect(cell.escape).toHaveLength(1)
  })

  test('without noise there is no density, and nothing escapes', async () => {
    const { analysis, asked, ports, finish } = setUp()
    analysis.want('density')
    analysis.want('escape')
    analysis.want('escape-curves')
    await finish()
    expect(asked).toEqual([])
    expect(ports()).toBe(0)
  })

  test('the check of the basins brings the basins', async () => {
    const { analysis, cell, finish } = setUp()
    analysis.want('audit')
    await finish()
    expect(cell.basins?.columns).toBe(257)
    expect(cell.audit).toEqual({ starts: 300, agreed: 300, skipped: 0 })
  })

  test('every part arrives', async () => {
    const { analysis, cell, finish } = setUp(noisy)
    const parts: AnalysisPart[] = ['basins', 'density', 'escape', 'escape-curves', 'diagram', 'audit']
    for (const part of parts) analysis.want(part)
    expect([...cell.underWay].toSorted()).toEqual(parts.toSorted())
    await finish()
    expect(cell.underWay.size).toBe(0)
    expect(cell.escape).toHaveLength(1)
    expect(cell.escapeCurves.map(({ along }) => along)).toEqual(['noise', 'saliency-1', 'saliency-2'])
    expect(cell.diagram?.path.kind).toBe('saliency')
    expect(cell.failures).toEqual([])
  })
})

describe('when it is asked again', () => {
  test('with the network that is shown, not at every frame of a view that eases', async () => {
    const { analysis, asked, finish, edit, zoom, frameCell } = setUp()
    analysis.want('basins')
    await finish()
    asked.length = 0
    // The document is ahead of the picture by a landscape.
    edit(withSaliency(1.3))
    await finish()
    expect(asked).toEqual([])
    edit((experiment) => experiment, true)
    await finish()
    expect(asked).toEqual(['basins 1.3,2 3 65', 'basins 1.3,2 3 257'])
    asked.length = 0
    for (let k = 0; k < 5; k++) zoom(3)
    frameCell.touch()
    await finish()
    expect(asked).toEqual([])
    zoom(4)
    await finish()
    expect(asked).toEqual(['basins 1.3,2 4 65', 'basins 1.3,2 4 257'])
  })

  test('out of sight nothing is computed; back again, what changed is', async () => {
    const { analysis, asked, finish, edit } = setUp()
    analysis.want('basins')
    await finish()
    analysis.setOnScreen(false)
    edit(withSaliency(1.3), true)
    await finish()
    expect(asked).toHaveLength(2)
    analysis.setOnScreen(true)
    await finish()
    expect(asked).toHaveLength(4)
  })
})

describe('what is kept', () => {
  test('the history of the fractions grows as saliencies move, and a finer result replaces a coarse one', async () => {
    const { analysis, cell, finish, edit, zoom } = setUp()
    analysis.want('basins')
    await finish()
    expect(cell.fractionHistory).toHaveLength(1)
    zoom(4)
    await finish()
    expect(cell.fractionHistory).toHaveLength(1)
    for (let k = 0; k < 450; k++) {
      edit(withSaliency(1 + k / 1000), true)
      if (k % 50 === 0) await finish()
    }
    await finish()
    expect(cell.fractionHistory.at(-1)).toEqual({
      saliency: [1.449, 2],
      attractors: ['memory-1+'],
      fractions: [1],
    })
    expect(cell.fractionHistory.length).toBeGreaterThan(8)
    expect(cell.fractionHistory.length).toBeLessThanOrEqual(400)
  })

  test('a part that fails is told until the next wish; the others arrive', async () => {
    const { analysis, cell, finish, edit } = setUp()
    edit(withPhase({ diagram: { ...defaultExperiment.view.phase.diagram, along: 'gain' } }))
    analysis.want('diagram')
    analysis.want('basins')
    await finish()
    expect(cell.failures).toEqual([{ part: 'diagram', sentence: 'The bifurcation diagram could not be computed: no.' }])
    expect(cell.basins?.columns).toBe(257)
    edit(withPhase({ diagram: defaultExperiment.view.phase.diagram }))
    await finish()
    expect(cell.failures).toEqual([])
    expect(cell.diagram).not.toBeNull()
  })

  test('what is disposed of says nothing more', async () => {
    const { analysis, cell, finish } = setUp()
    analysis.want('basins')
    analysis.dispose()
    await finish()
    expect(cell.basins).toBeNull()
  })
})
