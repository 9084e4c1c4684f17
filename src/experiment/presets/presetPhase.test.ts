import { expect, test } from 'vitest'
import { defaultPhase } from '../defaultPhase.ts'
import { phaseAfterLoading } from './presetPhase.ts'

const figure = { phase: { tint: 'density', cloud: true } } as const
const brought = { ...defaultPhase, ...figure.phase }

test('a preset with layers brings them, over the default', () => {
  const own = { ...defaultPhase, flow: true, nullclines: true }
  expect(phaseAfterLoading(figure, undefined, own)).toEqual(brought)
})

test('a preset without layers leaves them as the person has set them', () => {
  const own = { ...defaultPhase, flow: true }
  expect(phaseAfterLoading({}, undefined, own)).toBe(own)
  expect(phaseAfterLoading({}, {}, own)).toBe(own)
})

test('layers that a preset brought go with it, unless somebody has changed them', () => {
  // As the schema hands them on: equal, but another object.
  expect(phaseAfterLoading({}, figure, structuredClone(brought))).toEqual(defaultPhase)
  const changed = { ...brought, flow: true }
  expect(phaseAfterLoading({}, figure, changed)).toBe(changed)
})
