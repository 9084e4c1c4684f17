import { expect, it } from 'vitest'
import { estimatedBytes, filmRefusal, videoBitrate, type FilmShape } from './filmFormat.ts'

const small: FilmShape = { format: 'webm', durationSeconds: 4, fps: 30, width: 640, height: 360 }

it('films within the limits are made', () => {
  expect(filmRefusal(small)).toBeNull()
  expect(filmRefusal({ ...small, durationSeconds: 60, fps: 60, width: 1920, height: 1080 })).toBeNull()
  expect(filmRefusal({ ...small, format: 'gif', width: 1280, height: 720, durationSeconds: 20 })).toBeNull()
})

it.each([
  [{ durationSeconds: 61 }, /60 seconds/],
  [{ durationSeconds: Number.NaN }, /60 seconds/],
  [{ fps: 61 }, /10 to 60 frames/],
  [{ fps: 9 }, /10 to 60 frames/],
  [{ width: 3840, height: 2160 }, /1920 × 1080 pixels; these are 3840 × 2160/],
  [{ format: 'gif' as const, fps: 60 }, /50 frames/],
  [{ format: 'gif' as const, width: 1920, height: 1080 }, /1280 × 720/],
  [{ format: 'gif' as const, width: 1280, height: 720, durationSeconds: 60 }, /600 frames/],
])('others are refused with the limit: %o', (change, words) => {
  expect(filmRefusal({ ...small, ...change })).toMatch(words)
})

it('sizes grow with the pixels and the frames', () => {
  expect(videoBitrate({ ...small, width: 1280, height: 720 })).toBe(4 * videoBitrate(small))
  expect(estimatedBytes({ ...small, fps: 60 }, false)).toBeGreaterThan(estimatedBytes(small, false))
  expect(estimatedBytes({ ...small, format: 'gif' }, true)).toBeGreaterThan(
    estimatedBytes({ ...small, format: 'gif' }, false),
  )
})
