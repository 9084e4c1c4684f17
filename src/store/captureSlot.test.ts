import { expect, it, vi } from 'vitest'
import { createCaptureSlot } from './captureSlot.ts'
import type { PictureCapture } from './pictureLab.ts'

const capture = () => ({}) as PictureCapture

it('holds the newest capture until it ends, and tells', () => {
  const slot = createCaptureSlot()
  const listener = vi.fn<() => void>()
  const unsubscribe = slot.subscribe(listener)
  const [one, other] = [capture(), capture()]
  const endOne = slot.provide(one)
  const endOther = slot.provide(other)
  expect(slot.current).toBe(other)
  endOne()
  expect(slot.current).toBe(other)
  endOther()
  expect(slot.current).toBeNull()
  expect(listener).toHaveBeenCalledTimes(3)
  unsubscribe()
  slot.provide(one)
  expect(listener).toHaveBeenCalledTimes(3)
})
