import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { criticalSaliency } from '../model/memory.ts'
import { selectDerived, selectTimeStepSentence } from './selectors.ts'

test('what follows from the document is the same object until model or input change', () => {
  const first = selectDerived({ experiment: defaultExperiment })
  expect(first.critical).toEqual([criticalSaliency(2, 1), criticalSaliency(1.5, 1)])
  expect(first.regime).toEqual({ kind: 'two' })
  expect(selectDerived({ experiment: { ...defaultExperiment, playback: { speed: 3 } } })).toBe(first)
  const changed = { ...defaultExperiment, input: { saliency: [0.5, 2] as const } }
  expect(selectDerived({ experiment: changed }).regime).toEqual({ kind: 'one', memory: 1 })
})

test('a time step that had to be made smaller is told', () => {
  expect(selectTimeStepSentence({ experiment: defaultExperiment })).toBeNull()
  const steep = {
    ...defaultExperiment,
    model: { ...defaultExperiment.model, gain: 10 },
    integration: { ...defaultExperiment.integration, timeStep: 0.4 },
  }
  expect(selectTimeStepSentence({ experiment: steep })).toBe(
    'This network allows a time step of at most 0.133: the run uses 0.119.',
  )
})
