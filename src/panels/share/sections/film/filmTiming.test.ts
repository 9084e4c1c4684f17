import { expect, it } from 'vitest'
import { filmRefusal } from '../../../../exports/video/filmFormat.ts'
import { framePlan } from '../../../../exports/video/framePlan.ts'
import { byteText } from './byteText.ts'
import { filmRanges, firstChoice, missingFormats, shapeOf } from './filmChoice.ts'
import { cameraOf, spreadOver } from './makeFilm.ts'
import { filmSizes } from './pictureSizes.ts'

const camera = { azimuth: 0.5, elevation: 0.6, distance: 3 }
const plan = framePlan({ durationSeconds: 2, fps: 12, speed: 1 })

it('the camera turns evenly: by the whole angle at the last frame, and after whole turns the first follows the last', () => {
  expect(cameraOf(camera, 90, plan[0], 24)).toEqual(camera)
  expect(cameraOf(camera, 90, plan[23], 24).azimuth).toBeCloseTo(0.5 + Math.PI / 2, 12)
  expect(cameraOf(camera, -360, plan[23], 24).azimuth).toBeCloseTo(0.5 - (2 * Math.PI * 23) / 24, 12)
})

it('the frames that are looked at first are spread over the film, each once', () => {
  expect(spreadOver(plan, 6).map(({ index }) => index)).toEqual([0, 5, 9, 14, 18, 23])
  expect(spreadOver(plan.slice(0, 2), 6).map(({ index }) => index)).toEqual([0, 1])
  expect(spreadOver(plan, 0)).toEqual([])
})

it('every size can be filmed, with even sides, laid out in whole CSS pixels', () => {
  for (const { value, width, height, scale } of filmSizes) {
    expect(filmRefusal(shapeOf({ ...firstChoice, size: value }).shape)).toBeNull()
    expect([width % 2, height % 2, (width / scale) % 1, (height / scale) % 1]).toEqual([0, 0, 0, 0])
  }
  expect(filmRanges.fps.refuse(12.5)).toMatch(/whole/)
})

it('says which kinds are missing', () => {
  expect(missingFormats(['webm', 'mp4', 'gif'])).toBeNull()
  expect(missingFormats(['webm', 'gif'])).toBe('This browser cannot make MP4.')
  expect(missingFormats(['gif'])).toBe('This browser cannot make WebM and MP4: here is GIF.')
})

it.each([
  [0, '1 kB'],
  [812_300, '812 kB'],
  [999_600, '1.0 MB'],
  [2_400_000, '2.4 MB'],
  [31_000_000, '31 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(byteText(bytes)).toBe(words)
})
