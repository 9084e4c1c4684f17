import { expect, it } from 'vitest'
import { saliencyOrder } from './saliencyOrder.ts'

it('is the order of the bank for few memories, and has the leading ones first among many', () => {
  expect(saliencyOrder([0.1, 0.9, 0.5])).toEqual([0, 1, 2])
  const many = Array.from({ length: 20 }, (_, mu) => (mu === 17 ? 2 : mu === 4 ? 1 : -mu / 100))
  const order = saliencyOrder(many)
  expect(order.slice(0, 5)).toEqual([17, 4, 0, 1, 2])
  expect(order.slice(5, 7)).toEqual([3, 5])
  expect(order.toSorted((a, b) => a - b)).toEqual(many.map((_, mu) => mu))
})
