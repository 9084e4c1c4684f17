import { expect, it } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { presets } from '../experiment/presets/presets.ts'
import { regimeName } from './regimeName.ts'

const named = (first: number, second: number) =>
  regimeName({ ...defaultExperiment, input: { saliency: [first, second] } }, [])

it('changes with the regime and not with the numbers', () => {
  expect(named(1.5, 2)).toBe(named(1.6, 2.1))
  expect(named(1.1, 2)).not.toBe(named(1.5, 2))
  expect(named(1.1, 2)).not.toBe(named(2, 1.1))
  expect(named(0.5, 2)).not.toBe(named(2, 0.5))
})

it('tells the models apart', () => {
  const classic = presets.find((preset) => preset.experiment.model.kind === 'classic')?.experiment ?? defaultExperiment
  const start = { ...classic, model: { ...classic.model, inputAs: 'start' as const } }
  expect(new Set([classic, start, defaultExperiment].map((experiment) => regimeName(experiment, []))).size).toBe(3)
})
