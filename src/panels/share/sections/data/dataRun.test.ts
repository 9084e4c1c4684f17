import { expect, test } from 'vitest'
import { analysisWish } from '../../../../engine/headless/run/analysisStage.ts'
import { runParts, type Results } from '../../../../engine/headless/run/results.ts'
import { usualParts } from '../../../../engine/headless/run/wish.ts'
import { runExperiment } from '../../../../engine/headless/run/runExperiment.ts'
import { headlessTools } from '../../../../engine/headless/headlessTools.ts'
import { systemOf } from '../../../../experiment/derive.ts'
import type { Experiment } from '../../../../experiment/experiment.ts'
import { presets } from '../../../../experiment/presets/presets.ts'
import { exportHeader } from '../../../../exports/header.ts'
import { shownParts, wishOf } from '../../../../store/analysis/analysisWish.ts'
import { dataFile, remarkWords } from './dataFile.ts'

const experiments = presets.map(({ experiment, phase }): Experiment => {
  return { ...experiment, view: { ...experiment.view, phase: { ...experiment.view.phase, ...phase } } }
})

function run(
  experiment: Experiment,
  parts: typeof runParts | readonly ['trajectories'] | readonly ['density'],
): Results {
  return runExperiment(
    experiment,
    { parts, duration: 0.2, samples: null },
    headlessTools(null, () => 0),
  )!
}

const never = () => null

test('a run without the page asks the analysis for what the page would ask', () => {
  const wanted = new Set(['basins', 'audit', 'density', 'escape', 'diagram'] as const)
  for (const experiment of experiments) {
    const system = systemOf(experiment)
    const needed = { extent: 3.5, floor: -1, ceiling: 1 }
    expect(analysisWish(experiment, { system, needed }, runParts)).toEqual(wishOf(experiment, wanted, system, 3.5))
    const shown = shownParts(experiment)
    expect(usualParts(experiment, 'landscape').includes('density')).toBe(shown.includes('density'))
    expect(usualParts(experiment, 'landscape').includes('basins')).toBe(shown.includes('basins'))
  }
})

test('one table is a CSV file, more are an archive, JSON is one file', async () => {
  const [experiment] = experiments
  const header = exportHeader(experiment, 'No memory')
  const balls = run(experiment, ['trajectories'])
  const csv = (await dataFile('no-memory', header, balls, 'csv', never))!
  expect(csv.name).toBe('no-memory-trajectories.csv')
  expect(await csv.data.text()).toMatch(/^# Memoryscape /)
  const pauses: number[] = []
  const breathe = () => Promise.resolve(void pauses.push(0))
  const zip = await dataFile('no-memory', header, run(experiment, runParts), 'csv', breathe)
  expect(zip!.name).toBe('no-memory.zip')
  expect(pauses.length).toBeGreaterThan(10)
  const json = (await dataFile('no-memory', header, balls, 'json', never))!
  expect(json.name).toBe('no-memory.json')
  expect(JSON.parse(await json.data.text())).toMatchObject({ memoryscape: 'results', header })
})

test('nothing to save is said, with the reason', async () => {
  const [experiment] = experiments
  const none = run(experiment, ['density'])
  expect(await dataFile('no-memory', exportHeader(experiment, ''), none, 'csv', never)).toBeNull()
  expect(remarkWords(none)).toBe('There is no density: this document has no noise.')
})
