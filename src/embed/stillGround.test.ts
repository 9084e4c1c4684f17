import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { createSession } from '../engine/session/session.ts'
import { createStillGround } from './stillGround.ts'

test('the first paint shows the landscape of the engine, and its balls at their starts', () => {
  const ground = createStillGround()
  ground.show(defaultExperiment)
  const { cell } = ground
  const session = createSession()
  session.handle({ kind: 'load', experiment: defaultExperiment })
  const answers = session.handle({
    kind: 'sample',
    request: 1,
    extent: null,
    columns: 129,
    contourLevels: null,
    buffers: null,
  })
  const event = answers.find((answer) => answer.kind === 'landscape')
  expect(cell.landscape?.extent).toBe(event?.landscape.extent)
  expect(cell.landscape?.heights).toEqual(event?.landscape.heights)
  expect(cell.equilibria).toEqual(event?.equilibria)
  expect(cell.view).toEqual(event?.needed)
  expect(cell.contours?.length).toBeGreaterThan(10)
  const starts = [...cell.traces.values()].map((trace) => [trace.x1[trace.at(0)], trace.x2[trace.at(0)]])
  expect(starts).toEqual(defaultExperiment.balls.map(({ start }) => start.map(Math.fround)))
})

test('the axes stay while a saliency moves a little', () => {
  const ground = createStillGround()
  ground.show(defaultExperiment)
  const before = ground.cell.view.extent
  ground.show({ ...defaultExperiment, input: { saliency: [1.55, 2] } })
  expect(ground.cell.view.extent).toBe(before)
  expect(ground.cell.landscapeVersion).toBe(2)
})
