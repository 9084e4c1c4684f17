import { expect, it } from 'vitest'
import { offeredUnits, stepUnits, unitInHand } from './stepUnits.ts'

it('offers one neuron only with a model that asks neurons one by one, and that runs', () => {
  expect(offeredUnits(['idp', 'binary-async'], false)).toEqual(Object.keys(stepUnits))
  expect(offeredUnits(['idp', 'binary-async'], true)).toEqual(['step', 'unit'])
  expect(offeredUnits(['idp', 'classic-held', 'binary-sync'], false)).toEqual(['step', 'unit'])
})

it('keeps what was chosen while it is offered', () => {
  expect(unitInHand(['step', 'unit'], null)).toBe('unit')
  expect(unitInHand(['neuron', 'step', 'unit'], null)).toBe('neuron')
  expect(unitInHand(['neuron', 'step', 'unit'], 'step')).toBe('step')
  expect(unitInHand(['step', 'unit'], 'step')).toBe('step')
  expect(unitInHand(['step', 'unit'], 'neuron')).toBe('unit')
})
