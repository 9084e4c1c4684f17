import { expect, it } from 'vitest'
import { math, sans, sub, sup } from '../mathText.ts'
import { brokenLines, typesetWords } from './typeset.ts'

it('sets symbols with their scripts as formulas do, and leaves words alone', () => {
  expect(typesetWords('Memory 1: α₁ = 1.2; 1/g, ξ¹ of Eve')).toEqual([
    [sans('Memory')],
    [sans('1:')],
    [math('α'), sub('1')],
    [sans('=')],
    [sans('1.2;')],
    [sans('1/'), math('g'), sans(',')],
    [math('ξ'), sup('1')],
    [sans('of')],
    [sans('Eve')],
  ])
})

it('keeps what hard spaces hold together', () => {
  expect(typesetWords('with g\u00a0=\u00a02')).toEqual([
    [sans('with')],
    [math('g'), sans('\u00a0'), sans('='), sans('\u00a0'), sans('2')],
  ])
})

it('breaks between words only', () => {
  const measure = (runs: readonly { readonly text: string }[]) => runs.reduce((sum, { text }) => sum + text.length, 0)
  const lines = brokenLines(typesetWords('one two three incomprehensible four'), 8, measure)
  expect(lines.map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
    'one two',
    'three',
    'incomprehensible',
    'four',
  ])
})
