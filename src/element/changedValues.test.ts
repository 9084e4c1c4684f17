import { expect, test } from 'vitest'
import { changedValues } from './changedValues.ts'

const source = 'embed.html'

test('what has changed is set, and where the document is another, everything', () => {
  const before = { source, values: { alpha1: 1, alpha: [1, 2], layers: { flow: true } } }
  const same = structuredClone(before)
  expect(changedValues({ source, values: {} }, before)).toEqual(before.values)
  expect(changedValues(before, same)).toEqual({})
  expect(changedValues(before, { source, values: { ...same.values, alpha: [1, 3] } })).toEqual({ alpha: [1, 3] })
  expect(changedValues(before, { ...same, source: 'embed.html#preset=fig2b' })).toEqual(before.values)
})
