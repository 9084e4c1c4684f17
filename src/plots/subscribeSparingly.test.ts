import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { subscribeSparingly } from './subscribeSparingly.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('running changes are drawn within 50 ms, others within 100 ms, together, and none after the end', () => {
  let time = 0
  let tell = () => {}
  const cell = {
    subscribe(listener: () => void) {
      tell = listener
      return () => {
        tell = () => {}
      }
    },
  }
  const redraw = vi.fn<() => void>()
  const end = subscribeSparingly(cell, redraw, () => time)
  tell()
  expect(redraw).toHaveBeenCalledTimes(1)
  for (let k = 0; k < 5; k++) tell()
  expect(redraw).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(100)
  expect(redraw).toHaveBeenCalledTimes(2)
  tell()
  time = 1
  tell()
  expect(redraw).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(50)
  expect(redraw).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(200)
  expect(redraw).toHaveBeenCalledTimes(3)
  tell()
  expect(redraw).toHaveBeenCalledTimes(4)
  tell()
  end()
  vi.advanceTimersByTime(1000)
  expect(redraw).toHaveBeenCalledTimes(4)
})
