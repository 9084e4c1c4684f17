import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import { effectiveScheme, effectiveTimeStep, inputBallId, startingBalls, systemOf, timeStepLimit } from './derive.ts'
import type { Experiment } from './experiment.ts'

const classic: Experiment = {
  ...defaultExperiment,
  model: { ...defaultExperiment.model, kind: 'classic', strength: 1.2 },
}
const classicStart: Experiment = { ...classic, model: { ...classic.model, inputAs: 'start' } }

test('IDP: the saliencies weight the memories, and nothing pushes', () => {
  expect(systemOf(defaultExperiment)).toEqual({ saliency: [1.5, 2], gain: 1, current: [0, 0] })
})

test('classic with the input as current: equal memories, pushed by u', () => {
  expect(systemOf(classic)).toEqual({ saliency: [1.2, 1.2], gain: 1, current: [3.5, -0.5] })
})

test('classic with the input as initial state: a ball of its own starts at u', () => {
  expect(systemOf(classicStart).current).toEqual([0, 0])
  expect(startingBalls(classicStart)).toEqual([{ id: inputBallId, start: [3.5, -0.5] }, ...classic.balls])
  expect(startingBalls(classic)).toEqual(classic.balls)
})

test('noise chooses the stochastic integrator', () => {
  expect(effectiveScheme(defaultExperiment)).toBe('rk4')
  expect(effectiveScheme({ ...defaultExperiment, noise: { strength: 0.1, seed: 1, particles: 100 } })).toBe(
    'euler-maruyama',
  )
})

test('the time step of the run stays under the limit 2.785/(1 + g α)', () => {
  const steep: Experiment = {
    ...defaultExperiment,
    model: { ...defaultExperiment.model, gain: 10 },
    input: { saliency: [5, 1] },
    integration: { ...defaultExperiment.integration, timeStep: 0.5 },
  }
  expect(timeStepLimit(steep)).toBeCloseTo(2.785 / 51, 12)
  expect(effectiveTimeStep(steep)).toBeCloseTo((0.9 * 2.785) / 51, 12)
  expect(effectiveTimeStep(defaultExperiment)).toBe(defaultExperiment.integration.timeStep)
})
