import { expect, it } from 'vitest'
import { ranges } from '../experiment/ranges.ts'
import { modelChoice, modelParts } from '../experiment/modelChoice.ts'
import { nextSeed, seedRefusal, timeStepRefusal } from './numerics.ts'
import { modelExplained } from './modelExplained.ts'

it('refuses a time step at or above the limit, and says the limit', () => {
  expect(timeStepRefusal(0.1, 0.2)).toBeNull()
  expect(timeStepRefusal(0.3, 0.1724)).toBe('A time step of 0.3 would be unstable here: stay below 0.172.')
  expect(timeStepRefusal(0.2, 0.2)).not.toBeNull()
})

it('takes whole seeds, and goes round at the end', () => {
  expect(seedRefusal(7)).toBeNull()
  expect(seedRefusal(7.5)).toBe('A seed is a whole number.')
  expect(nextSeed(1982)).toBe(1983)
  expect(nextSeed(ranges.seed.high)).toBe(0)
})

it('maps the one switch of the model to the document and back', () => {
  for (const choice of ['idp', 'current', 'start'] as const) {
    expect(modelChoice({ kind: 'classic', inputAs: 'current', ...modelParts(choice) })).toBe(choice)
    expect(modelExplained(choice)).toMatch(/\.$/)
  }
})
