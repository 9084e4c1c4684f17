import { describe, expect, it } from 'vitest'
import { readField, roundToStep, stepsOfKey, stepValue } from './fieldValue.ts'

const range = { min: -3, max: 5, step: 0.01 }

describe('readField', () => {
  it('takes a number in range', () => expect(readField('1,5', range)).toEqual({ ok: true, value: 1.5 }))

  it.each([
    ['7', '7 is out of range: type a number from −3 to 5.'],
    ['abc', '“abc” is not a number: type a number from −3 to 5.'],
    ['', 'Nothing was typed: type a number from −3 to 5.'],
  ])('answers %j with the range', (text, sentence) => expect(readField(text, range)).toEqual({ ok: false, sentence }))

  it('asks the parent last', () => {
    const refuse = (value: number) => (value > 1 ? 'Too large a step: at most 1.' : null)
    expect(readField('2', { ...range, refuse })).toEqual({ ok: false, sentence: 'Too large a step: at most 1.' })
    expect(readField('1', { ...range, refuse })).toEqual({ ok: true, value: 1 })
  })
})

describe('stepping', () => {
  it('moves on the grid and stops at the ends', () => {
    expect(stepValue(1.29131, 1, range)).toBe(1.3)
    expect(stepValue(1.29131, -1, range)).toBe(1.29)
    expect(stepValue(1.3, 10, range)).toBe(1.4)
    expect(stepValue(4.99, 10, range)).toBe(5)
    expect(stepValue(0.1 + 0.2, -10, range)).toBe(0.2)
  })
  it('leaves no binary dust', () => expect(roundToStep(0.1 + 0.2, 0.01)).toBe(0.3))
  it('knows the keys', () => {
    expect(stepsOfKey('ArrowUp', false)).toBe(1)
    expect(stepsOfKey('ArrowLeft', true)).toBe(-10)
    expect(stepsOfKey('PageUp', false)).toBe(10)
    expect(stepsOfKey('a', false)).toBeNull()
  })
})
