import { expect, test } from 'vitest'
import { createCellReader, isShallowEqual } from './cellReader.ts'
import { createFrameCell, type FrameCell } from './frameCell.ts'

function setUp() {
  let nowMs = 0
  let task: (() => void) | null = null
  let dueMs = 0
  const timers = {
    now: () => nowMs,
    after(delayMs: number, next: () => void) {
      task = next
      dueMs = nowMs + delayMs
      return () => void (task = null)
    },
  }
  const cell = createFrameCell()
  const point = (x: number) => {
    cell.cursor = [x, 0]
    cell.touch()
  }
  const pass = (ms: number) => {
    nowMs += ms
    if (task === null || nowMs < dueMs) return
    const due = task
    task = null
    due()
  }
  const reader = (source: FrameCell) => source.cursor?.[0] ?? null
  const cellReader = createCellReader({ cell, reader, intervalMs: 100, isEqual: isShallowEqual, timers })
  const heard: (number | null)[] = []
  const unsubscribe = cellReader.subscribe(() => heard.push(cellReader.current()))
  return { cell, cellReader, point, pass, heard, unsubscribe, isWaiting: () => task !== null }
}

test('it tells at most once in an interval, and never loses the last change', () => {
  const { point, pass, heard } = setUp()
  pass(1000)
  for (let k = 1; k <= 20; k++) {
    point(k)
    pass(16)
  }
  pass(100)
  expect(heard.length).toBeLessThanOrEqual(5)
  expect(heard[0]).toBe(1)
  expect(heard.at(-1)).toBe(20)
})

test('what reads the same is not told', () => {
  const { cell, point, pass, heard } = setUp()
  pass(1000)
  point(1)
  pass(1000)
  cell.touch()
  pass(1000)
  expect(heard).toEqual([1])
})

test('another reader counts at once; after unsubscribing nothing waits', () => {
  const { cellReader, point, pass, unsubscribe, isWaiting, heard } = setUp()
  pass(1000)
  point(3)
  cellReader.setReader((cell) => (cell.cursor?.[0] ?? 0) * 10)
  expect(cellReader.current()).toBe(30)
  point(4)
  expect(isWaiting()).toBe(true)
  unsubscribe()
  expect(isWaiting()).toBe(false)
  expect(heard).toEqual([3])
})

test('lists and objects are equal when their parts are the same', () => {
  expect(isShallowEqual([1, 2], [1, 2])).toBe(true)
  expect(isShallowEqual({ a: Number.NaN }, { a: Number.NaN })).toBe(true)
  expect(isShallowEqual({ a: 1 }, { b: 1 })).toBe(false)
  expect(isShallowEqual([1], [1, 2])).toBe(false)
  expect(isShallowEqual(null, {})).toBe(false)
})
