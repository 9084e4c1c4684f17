import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { presets } from '../experiment/presets/presets.ts'
import { recallPresets } from '../experiment/recall/recallPresets.ts'
import { readCsv } from '../exports/data/csv.laws.ts'
import { csvText } from '../exports/data/csv.ts'
import { resultsText } from '../exports/data/json.ts'
import { exportHeader } from '../exports/header.ts'
import { headlessTools } from '../engine/headless/headlessTools.ts'
import { runParts } from '../engine/headless/run/results.ts'
import { runExperiment } from '../engine/headless/run/runExperiment.ts'
import { resultTables, tableNames, type TableName } from '../engine/headless/run/tables.ts'

const noisy = presets.find(({ id }) => id === 'fig4b')!.experiment
const letters = recallPresets.find(({ id }) => id === 'letters')!.recall
const experiment = { ...noisy, recall: letters }
const header = exportHeader(experiment, 'Noise, and letters')
const results = runExperiment(
  experiment,
  { parts: runParts, duration: 1, samples: 20 },
  headlessTools(null, () => 0),
)!
const tables = resultTables(results)

function read(name: TableName) {
  const table = tables.find((candidate) => candidate.name === name)!
  const { comments, columns, rows } = readCsv(csvText(header, table))
  expect(columns).toEqual(table.columns)
  expect(rows.every((row) => row.length === columns.length)).toBe(true)
  const column = (title: string) => rows.map((row) => row[columns.indexOf(title)])
  return { comments, rows, column, numbers: (title: string) => column(title).map(Number) }
}

test('every part has its tables, in order, each a rectangle that says where it is from', () => {
  expect(tables.map(({ name }) => name)).toEqual(tableNames)
  for (const name of tableNames) {
    const { comments, rows } = read(name)
    expect(comments[0]).toContain(`: ${name} of "Noise, and letters"`)
    expect(comments.at(-2)).toMatch(/^seed: (\d+|none, nothing in this table is by chance)$/)
    expect(comments.at(-1)).toMatch(/^link: #\/landscape\?x=[\w-]+$/)
    expect(rows.length).toBeGreaterThan(0)
  }
})

test('trajectories and equilibria come back to the last digit, with the seed', () => {
  const { comments, numbers } = read('trajectories')
  const { times, balls } = results.trajectories!
  expect(comments).toContain(`seed: ${noisy.noise.seed}`)
  expect(Float32Array.from(numbers('time'))).toEqual(times)
  expect(Float32Array.from(numbers('x2'))).toEqual(balls[0].x2)
  expect(Float32Array.from(numbers('energy'))).toEqual(balls[0].energy)
  const { equilibria } = results.landscape!
  expect(read('equilibria').numbers('eigenvalue2')).toEqual(equilibria.map(({ eigenvalues }) => eigenvalues[1]))
  expect(read('equilibria').column('key')).toEqual(equilibria.map(({ key }) => key))
})

test('densities, basins, diagram and race come back to the last digit', () => {
  const { values, extent, columns, escape } = results.density!
  const density = read('density')
  expect(Float32Array.from(density.numbers('density'))).toEqual(values)
  const area = ((2 * extent) / columns) ** 2
  expect(density.numbers('density').reduce((sum, value) => sum + value * area, 0)).toBeCloseTo(1, 5)
  expect(density.numbers('x1')[1] - density.numbers('x1')[0]).toBeCloseTo((2 * extent) / columns, 12)
  expect(density.numbers('x2')[columns] - density.numbers('x2')[0]).toBeCloseTo((2 * extent) / columns, 12)
  expect(read('escape').numbers('time')).toEqual(escape.map(({ time }) => time))
  const { attractors, labels } = results.basins!
  expect(read('basins').column('attractor')).toEqual([...labels].map((label) => attractors[label - 1] ?? ''))
  const { branches } = results.diagram!
  expect(read('diagram').numbers('overlap2')).toEqual(
    branches.flatMap(({ overlaps }) => [...overlaps].filter((_, k) => k % 2 === 1)),
  )
  const { models, memories } = results.recall!
  const second = memories[1].id
  expect(Float32Array.from(read('overlaps').numbers(`overlap${second}`))).toEqual(
    Float32Array.from(models.flatMap(({ overlaps }) => [...overlaps].filter((_, k) => k % memories.length === 1))),
  )
  expect(read('states').numbers('activity_byte')).toEqual(models.flatMap(({ finalPixels }) => [...finalPixels]))
})

test('the JSON has everything, and comes back', () => {
  const text = resultsText(header, results)
  const back = JSON.parse(text) as typeof results & { header: unknown }
  expect(back.header).toEqual(header)
  expect(back.landscape).toEqual(results.landscape)
  expect(Float32Array.from(back.trajectories!.balls[0].x1)).toEqual(results.trajectories!.balls[0].x1)
  expect(Float32Array.from(back.density!.values)).toEqual(results.density!.values)
  expect(Float64Array.from(back.diagram!.branches[0].states)).toEqual(results.diagram!.branches[0].states)
  expect(back.recall!.models.map(({ verdict }) => verdict)).toEqual(
    results.recall!.models.map(({ verdict }) => verdict),
  )
})

test('where nothing was computed there are no tables', () => {
  const empty = runExperiment(
    defaultExperiment,
    { parts: [], duration: null, samples: null },
    headlessTools(null, () => 0),
  )!
  expect(resultTables(empty)).toEqual([])
})
