import { describe, expect, test } from 'vitest'
import { columnsOf, createSliceDetail, firstDetail, nextDetail, type Detail } from './sliceDetail.ts'

const afterFrames = (intervalMs: number, count: number, from: Detail = firstDetail) =>
  Array.from({ length: count }, () => intervalMs).reduce(nextDetail, from)

describe('how fine a slice is', () => {
  test('fine at rest, whatever the machine', () => {
    expect(columnsOf(firstDetail, false)).toBe(129)
    expect(columnsOf(afterFrames(90, 30), false)).toBe(129)
  })

  test('coarse in motion after ten slow frames, and not before', () => {
    expect(columnsOf(afterFrames(57, 9), true)).toBe(129)
    expect(columnsOf(afterFrames(57, 10), true)).toBe(65)
    expect(columnsOf(afterFrames(33, 500), true)).toBe(129)
  })

  test('single long frames do not count', () => {
    const mixed = Array.from({ length: 200 }, (_, k) => (k % 4 === 0 ? 400 : 16)).reduce(nextDetail, firstDetail)
    expect(mixed.isSlow).toBe(false)
  })

  test('a machine that got faster by it stays coarse; one that is fast after all becomes fine again', () => {
    const slow = afterFrames(57, 10)
    expect(afterFrames(30, 1000, slow).isSlow).toBe(true)
    expect(afterFrames(16.7, 59, slow).isSlow).toBe(true)
    expect(afterFrames(16.7, 60, slow).isSlow).toBe(false)
  })
})

test('the columns follow the frames, and a rest of 0.3 s makes the slice fine', () => {
  let nowMs = 0
  let due: { atMs: number; task: () => void } | null = null
  const asked: number[] = []
  const detail = createSliceDetail(
    {
      now: () => nowMs,
      after(delayMs, task) {
        due = { atMs: nowMs + delayMs, task }
        return () => void (due = null)
      },
    },
    (columns) => {
      if (columns !== asked.at(-1)) asked.push(columns)
    },
  )
  const frames = (count: number, intervalMs: number) => {
    for (let k = 0; k < count; k++) {
      nowMs += intervalMs
      detail.moved()
    }
  }
  const rest = () => {
    nowMs += 300
    const task = due?.task
    due = null
    task?.()
  }
  frames(11, 60)
  expect(asked).toEqual([129, 65])
  rest()
  expect(asked).toEqual([129, 65, 129])
  // Known as slow, it is coarse from the first frame of the next motion.
  frames(1, 5000)
  expect(asked.at(-1)).toBe(65)
  detail.dispose()
  expect(due).toBeNull()
})
