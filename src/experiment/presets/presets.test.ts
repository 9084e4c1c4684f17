import { expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { createStepper } from '../../model/integrators.ts'
import { criticalSaliency } from '../../model/memory.ts'
import { regime } from '../../model/regime.ts'
import { pairFieldInto } from '../../model/twoNeurons.ts'
import { defaultExperiment } from '../defaultExperiment.ts'
import { effectiveScheme, effectiveTimeStep, startingBalls, systemOf } from '../derive.ts'
import type { Experiment } from '../experiment.ts'
import { parseExperiment } from '../schema.ts'
import { presets } from './presets.ts'

const restTime = 20
/** Distance from an equilibrium at which a ball looks at rest: a pixel or two. */
const nearby = 0.02

function distanceToRest(experiment: Experiment, start: readonly [number, number]): number {
  const system = systemOf(experiment)
  const step = createStepper(effectiveScheme(experiment), 2)
  const timeStep = effectiveTimeStep(experiment)
  const state = Float64Array.from(start)
  for (let time = 0; time < restTime; time += timeStep) {
    step(state, (out, x) => pairFieldInto(out, system, x[0], x[1]), timeStep, 0, null)
  }
  const stable = findEquilibria(system).filter((point) => point.stability === 'stable')
  return Math.min(...stable.map((point) => Math.hypot(state[0] - point.state[0], state[1] - point.state[1])))
}

test('every id and title is used once', () => {
  expect(new Set(presets.map((preset) => preset.id)).size).toBe(presets.length)
  expect(new Set(presets.map((preset) => preset.title)).size).toBe(presets.length)
})

for (const { id, title, caption, experiment } of [
  { id: 'default', title: 'The first screen', caption: 'What a visitor sees first.', experiment: defaultExperiment },
  ...presets,
]) {
  test(`${id}: the document is valid as it stands`, () => {
    expect(parseExperiment(experiment)).toEqual({ ok: true, experiment })
  })

  test(`${id}: it has a title and one sentence`, () => {
    expect(title).not.toBe('')
    expect(caption).toMatch(/^[A-Z].*\.$/)
  })

  test(`${id}: it has one to six balls`, () => {
    expect(startingBalls(experiment).length).toBeGreaterThanOrEqual(1)
    expect(startingBalls(experiment).length).toBeLessThanOrEqual(6)
  })

  if (experiment.noise.strength > 0) continue
  for (const { id: ball, start } of startingBalls(experiment)) {
    test(`${id}: ball ${ball} comes to rest in a stable equilibrium within ${restTime} time units`, () => {
      expect(distanceToRest(experiment, start)).toBeLessThan(nearby)
    })
  }
}

const experimentOf = (id: string) => {
  const preset = presets.find((candidate) => candidate.id === id)
  if (preset === undefined) throw new Error(`no preset ${id}`)
  return preset.experiment
}

test.each([
  ['fig2a', { kind: 'none' }],
  ['fig2b', { kind: 'one', memory: 1 }],
  ['fig2c', { kind: 'one-stable', stable: 1, unstable: 0, needed: criticalSaliency(2, 1) }],
  ['fig2d', { kind: 'two' }],
  ['equal', { kind: 'two' }],
  ['threshold', { kind: 'one-stable', stable: 1, unstable: 0, needed: criticalSaliency(2, 1) }],
])('%s is in the regime that it is named for', (id, expected) => {
  const { model, input } = experimentOf(id)
  expect(regime(input.saliency, model.gain)).toEqual(expected)
})

test('at the threshold, memory 1 has exactly the saliency that it needs', () => {
  expect(experimentOf('threshold').input.saliency).toEqual([criticalSaliency(2, 1), 2])
})

test('the first ball of the first screen hesitates, and is in its well after four to six seconds', () => {
  const system = systemOf(defaultExperiment)
  const step = createStepper('rk4', 2)
  const state = Float64Array.from(defaultExperiment.balls[0].start)
  const well = findEquilibria(system).find((point) => point.state[0] > 1.9)?.state ?? [Number.NaN, Number.NaN]
  let time = 0
  while (Math.hypot(state[0] - well[0], state[1] - well[1]) > 0.3 && time < restTime) {
    step(state, (out, x) => pairFieldInto(out, system, x[0], x[1]), 0.01, 0, null)
    time += 0.01
  }
  expect(time / defaultExperiment.playback.speed).toBeGreaterThan(4)
  expect(time / defaultExperiment.playback.speed).toBeLessThan(6)
})
