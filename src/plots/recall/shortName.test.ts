import { expect, it } from 'vitest'
import { shortName } from './shortName.ts'

const measure = (text: string) => 10 * text.length

it('leaves a short name alone and cuts a long one', () => {
  expect(shortName('Cat', 50, measure)).toBe('Cat')
  expect(shortName('Hedgehog', 50, measure)).toBe('Hedg…')
  expect(shortName('A hedgehog', 30, measure)).toBe('A…')
  expect(shortName('Hedgehog', 5, measure)).toBe('H…')
})
