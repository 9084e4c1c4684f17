import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { presets } from '../../../experiment/presets/presets.ts'
import { recallPresets } from '../../../experiment/recall/recallPresets.ts'
import equilibria from '../../../model/fixtures/equilibria.json'
import stationary from '../../../model/fixtures/stationary.json'
import { analysisTools } from '../../analysis/analysisTools.ts'
import { createAnalysisSession } from '../../analysis/session/analysisSession.ts'
import { createBinaryKernel } from '../../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../../kernel/wasm/createKernel.ts'
import { createRecallSession } from '../../recall/session/recallSession.ts'
import { createSession } from '../../session/session.ts'
import { headlessTools } from '../headlessTools.ts'
import { analysisWish } from './analysisStage.ts'
import type { RunProgress } from './headlessRun.ts'
import { runParts, type Results, type RunPart } from './results.ts'
import { runExperiment } from './runExperiment.ts'
import type { RunWish } from './wish.ts'

const frameMs = 17

function preset(id: string): Experiment {
  const found = presets.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(id)
  return found.experiment
}

function recallPreset(id: string): Experiment {
  const found = recallPresets.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(id)
  return { ...defaultExperiment, recall: found.recall }
}

function run(experiment: Experiment, parts: readonly RunPart[], wish: Partial<RunWish> = {}): Results {
  const results = runExperiment(
    experiment,
    { parts, duration: null, samples: null, ...wish },
    headlessTools(null, () => 0),
  )
  if (results === null) throw new Error('stopped')
  return results
}

/** A document with balls, noise, a cloud and another speed: what must not change a path, and what must. */
const noisy: Experiment = {
  ...preset('noise'),
  playback: { speed: 0.7 },
  view: { ...defaultExperiment.view, phase: { ...defaultExperiment.view.phase, cloud: true } },
}

describe('the numbers are those of the lab', () => {
  test.each([
    ['without noise', preset('fig2d')],
    ['with noise, a cloud and another speed', noisy],
    [
      'a classic network whose input is a start',
      {
        ...preset('classic'),
        model: { ...preset('classic').model, inputAs: 'start' as const },
      },
    ],
  ])('trajectories: %s', (_, experiment) => {
    const { trajectories } = run(experiment, ['trajectories'], { duration: 3 })
    const session = createSession()
    const shown = new Map<string, number[]>()
    let events = session.handle({ kind: 'load', experiment })
    for (let nowMs = 0; nowMs < 5000; nowMs += frameMs) {
      for (const event of events) {
        if (event.kind !== 'frame') continue
        const count = event.sampleTimes.length
        event.ballIds.forEach((id, ball) => {
          for (let k = 0; k < count - Number(event.endsBetweenSamples); k++) {
            const at = (ball * count + k) * 5
            shown.set(`${id} ${event.sampleTimes[k]}`, [...event.samples.subarray(at, at + 5)])
          }
        })
      }
      events = session.handle({ kind: 'tick', nowMs })
    }
    const { times, balls } = trajectories!
    expect(times.length).toBeGreaterThan(100)
    for (const { id, x1, x2, energy, overlap1, overlap2 } of balls) {
      times.forEach((time, k) => {
        expect(shown.get(`${id} ${time}`)).toEqual([x1[k], x2[k], energy[k], overlap1[k], overlap2[k]])
      })
    }
    expect(balls.map(({ id }) => id)).toEqual([...new Set([...shown.keys()].map((key) => Number(key.split(' ')[0])))])
  })

  test('landscape, basins, density and diagram', () => {
    const session = createSession()
    session.handle({ kind: 'load', experiment: noisy })
    const sample = {
      kind: 'sample',
      request: 1,
      extent: null,
      columns: 129,
      contourLevels: null,
      buffers: null,
    } as const
    const [landscape] = session.handle(sample)
    if (landscape?.kind !== 'landscape') throw new Error('no landscape')
    // That this is what the lab asks for is held in src/panels/share/sections/data.
    const wish = analysisWish(noisy, landscape, runParts)
    const results = run(noisy, ['landscape', 'basins', 'density', 'diagram'])
    expect(results.landscape!.equilibria).toMatchObject(
      landscape.equilibria.map(({ key, state, energy, eigenvalues, stability }) => {
        return { key, state, energy, eigenvalues, stability }
      }),
    )
    const analysis = createAnalysisSession(analysisTools(() => 0))
    const events = [...analysis.handle({ kind: 'study', request: 1, wish })]
    while (analysis.hasWork) events.push(...analysis.advance())
    const last = (kind: (typeof events)[number]['kind']) => events.findLast((event) => event.kind === kind)
    expect(last('basins')).toMatchObject({
      basins: { labels: results.basins!.labels, fractions: results.basins!.fractions },
    })
    expect(last('audit')).toMatchObject({ audit: results.basins!.audit })
    expect(last('density')).toMatchObject({
      density: { values: results.density!.values, masses: results.density!.masses },
    })
    expect(last('escape')).toMatchObject({
      times: results.density!.escape.map((time) => ({ ...time, from: time.from - 1 })),
    })
    expect(last('diagram')).toMatchObject({ diagram: { branches: results.diagram!.branches } })
  })

  test.each(['letters', 'noise', 'morph'])('the race: %s', (id) => {
    const experiment = recallPreset(id)
    const { recall } = run(experiment, ['recall'], { duration: 3 })
    const session = createRecallSession({ createKernel, createBinaryKernel, now: () => 0 })
    const shown = new Map<string, number[]>()
    let events = session.handle({ kind: 'load', recall: experiment.recall })
    for (let nowMs = 0; nowMs < 4000; nowMs += frameMs) {
      for (const event of events) {
        if (event.kind !== 'frame') continue
        for (const { kind, sampleTimes, energies, overlaps, endsBetweenSamples } of event.lanes) {
          const p = overlaps.length / sampleTimes.length
          for (let k = 0; k < sampleTimes.length - Number(endsBetweenSamples); k++) {
            shown.set(`${kind} ${sampleTimes[k]}`, [energies[k], ...overlaps.subarray(k * p, (k + 1) * p)])
          }
        }
      }
      events = session.handle({ kind: 'tick', nowMs })
    }
    const p = recall!.memories.length
    expect(recall!.models.map(({ kind }) => kind)).toEqual(experiment.recall.lanes)
    for (const { kind, times, energies, overlaps } of recall!.models) {
      expect(times.length).toBeGreaterThan(100)
      times.forEach((time, k) => {
        expect(shown.get(`${kind} ${time}`)).toEqual([energies[k], ...overlaps.subarray(k * p, (k + 1) * p)])
      })
    }
  })
})

describe('known values', () => {
  test('Figure 2(d): both memories are stable, at the depth of theory, and the balls go to them', () => {
    const { landscape, trajectories } = run(preset('fig2d'), ['landscape', 'trajectories'])
    expect(landscape!.regime).toEqual({ kind: 'two', existing: [1, 2], stable: [1, 2] })
    expect(landscape!.thresholds.existence).toBe(1)
    expect(landscape!.audit).toEqual({
      indexSum: 1,
      largestResidual: expect.closeTo(0, 12) as number,
      energyRose: false,
    })
    const reference = equilibria.cases.find(({ alpha, gain }) => alpha.join() === '1.5,2' && gain === 1)!
    expect(landscape!.equilibria).toHaveLength(reference.points.length)
    for (const { x, energy, kind, eigenvalues } of reference.points) {
      const near = landscape!.equilibria.find(({ state }) => Math.hypot(state[0] - x[0], state[1] - x[1]) < 1e-10)!
      expect(near).toMatchObject({ stability: kind, energy: expect.closeTo(energy, 10) as number })
      expect(near.eigenvalues).toEqual(eigenvalues.map((value) => expect.closeTo(value, 9) as number))
    }
    expect(trajectories!.isSettled).toBe(true)
    for (const { x1, x2 } of trajectories!.balls) {
      const end = [x1.at(-1), x2.at(-1)]
      const stable = landscape!.equilibria.filter(({ stability }) => stability === 'stable')
      const distances = stable.map(({ state }) => Math.hypot(state[0] - end[0], state[1] - end[1]))
      expect(Math.min(...distances)).toBeLessThan(1e-4)
    }
  })

  test('Figure 4(b): the deeper memory holds nearly all of the probability', () => {
    const { density } = run(preset('fig4b'), ['density'])
    const reference = stationary.cases.find(({ alpha, sigma }) => alpha.join() === '1.5,2.25' && sigma === 0.6)!
    expect(density!.masses[1]).toBeCloseTo(reference.mass_memory_2, 3)
    expect(density!.escape[0].time / reference.escape_time_memory_1!).toBeCloseTo(1, 1)
    expect(density!.escape.map(({ from, to }) => `${from} ${to}`)).toEqual(['1 other', '1 twin', '2 other', '2 twin'])
  })

  test('Figure 1: only the input-driven network recalls the cat', () => {
    const { recall } = run(recallPreset('tail'), ['recall'], { samples: 10 })
    const [idp, classic] = recall!.models
    expect(recall!.memories[0].name).toBe('Cat')
    expect(idp.verdict).toMatchObject({ kind: 'memory', memories: [1], overlaps: [expect.closeTo(0.99, 2)] })
    expect(classic.verdict.kind).toBe('mixture')
    expect([...idp.times].map((time) => time.toFixed(2))).toEqual(Array.from({ length: 11 }, (_, k) => k.toFixed(2)))
    expect(idp.finalPixels).toHaveLength(1024)
    expect([...recall!.timeline.saliency.subarray(0, 2)]).toEqual([expect.closeTo(2.96, 2), expect.closeTo(-0.71, 2)])
  })
})

describe('how it runs', () => {
  test('the same document gives the same results, whatever the clock says', () => {
    let nowMs = 0
    const experiment = { ...noisy, recall: recallPreset('overload').recall }
    const wish = { parts: runParts, duration: 1, samples: null }
    const once = runExperiment(
      experiment,
      wish,
      headlessTools(null, () => 0),
    )
    const again = runExperiment(
      experiment,
      wish,
      headlessTools(null, () => (nowMs += 3)),
    )
    expect(again).toEqual(once)
  })

  test('another seed gives another path', () => {
    const ends = [1, 2].map((seed) => {
      const seeded = { ...noisy, noise: { ...noisy.noise, seed } }
      return run(seeded, ['trajectories'], { duration: 1 }).trajectories!.balls[0].x1.at(-1)
    })
    expect(ends[0]).not.toBe(ends[1])
  })

  test('samples are as many as asked for, and the last is at the end', () => {
    const { trajectories } = run(noisy, ['trajectories'], { duration: 2, samples: 10 })
    expect([...trajectories!.times].map((time) => time.toFixed(2))).toEqual(
      Array.from({ length: 11 }, (_, k) => (k / 5).toFixed(2)),
    )
  })

  test('a document without balls has times and nothing else; without noise there is no density', () => {
    const { trajectories, density, remarks } = run({ ...defaultExperiment, balls: [] }, ['trajectories', 'density'])
    expect(trajectories).toMatchObject({ isSettled: true, balls: [] })
    expect(density).toBeNull()
    expect(remarks).toEqual([
      { part: 'density', kind: 'skipped', sentence: 'There is no density: this document has no noise.' },
    ])
  })

  test('what is not wished for is null', () => {
    expect(run(defaultExperiment, [])).toEqual({
      landscape: null,
      trajectories: null,
      basins: null,
      density: null,
      diagram: null,
      recall: null,
      remarks: [],
    })
  })

  test('tells how far it is, never backwards, and stops when told to', () => {
    const told: RunProgress[] = []
    const experiment = { ...noisy, recall: recallPreset('letters').recall }
    const wish = { parts: runParts, duration: 3, samples: null }
    runExperiment(
      experiment,
      wish,
      headlessTools(null, () => 0),
      (progress) => told.push(progress) > 0,
    )
    expect(new Set(told.map(({ part }) => part))).toEqual(new Set(['trajectories', 'basins', 'recall']))
    expect(told.every(({ share }, k) => share >= (told[k - 1]?.share ?? 0) && share <= 1)).toBe(true)
    let pieces = 0
    expect(
      runExperiment(
        experiment,
        wish,
        headlessTools(null, () => 0),
        () => ++pieces < 3,
      ),
    ).toBeNull()
    expect(pieces).toBe(3)
  })
})
