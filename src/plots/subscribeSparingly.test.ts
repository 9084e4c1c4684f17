import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { subscribeSparingly } from './subscribeSparingly.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('urgent changes are drawn at once, others together within 100 ms, and none after the end', () => {
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
  for (let k = 0; k < 5; k++) tell()
  expect(redraw).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(100)
  expect(redraw).toHaveBeenCalledTimes(1)
  time = 1
  tell()
  expect(redraw).toHaveBeenCalledTimes(2)
  tell()
  end()
  vi.advanceTimersByTime(1000)
  expect(redraw).toHaveBeenCalledTimes(2)
})
