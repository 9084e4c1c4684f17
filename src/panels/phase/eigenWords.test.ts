import { expect, test } from 'vitest'
import { directionWords } from './eigenWords.ts'

const half = Math.SQRT1_2

test('a direction comes in, leaves or stays, with its time constant', () => {
  expect(directionWords(-0.5, [half, half])).toEqual({
    direction: '(0.71, 0.71)',
    eigenvalue: '−0.500',
    timeConstant: '2.000',
    motion: 'comes in',
  })
  expect(directionWords(0.25, [half, -half])).toMatchObject({ timeConstant: '4.000', motion: 'leaves' })
  expect(directionWords(1e-9, [1, 0])).toMatchObject({ eigenvalue: '0.000', timeConstant: '∞', motion: 'stays' })
})

test('a direction and its opposite read the same', () => {
  expect(directionWords(-1, [-half, half]).direction).toBe(directionWords(-1, [half, -half]).direction)
  expect(directionWords(-1, [0, -1]).direction).toBe('(0.00, 1.00)')
})
