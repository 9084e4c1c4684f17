import { expect, it } from 'vitest'
import { amountsOf, faderFill } from './faderFill.ts'

it('fills from zero up or down', () => {
  expect(faderFill(1, -2, 2)).toEqual({ from: 0.5, to: 0.75 })
  expect(faderFill(-1, -2, 2)).toEqual({ from: 0.25, to: 0.5 })
  expect(faderFill(5, -2, 2)).toEqual({ from: 0.5, to: 1 })
})

it('finds an amount by its memory', () => {
  expect(amountsOf([{ memory: 3, amount: 0.5 }]).get(3)).toBe(0.5)
  expect(amountsOf([]).get(3)).toBeUndefined()
})
