import { expect, it } from 'vitest'
import { TARGET } from './orbit.ts'
import { createViewpoint } from './viewpoint.ts'

const first = { azimuth: 0.5, elevation: 0.64, distance: 3 }

function seenFrom(...views: (typeof first)[]) {
  const viewpoint = createViewpoint(first)
  viewpoint.setSize(800, 600)
  for (const view of views) {
    viewpoint.rig.cutTo(view)
    viewpoint.apply()
  }
  return viewpoint
}

it('looks at the block from the first frame on', () => {
  const screen = { x: 0, y: 0 }
  expect(seenFrom(first).projectInto(screen, TARGET)).toBe(true)
  expect(screen.x).toBeCloseTo(400, 6)
  expect(Math.abs(screen.y - 300)).toBeLessThan(60)
})

it('sees the same however it came there', () => {
  const straight = { x: 0, y: 0 }
  const around = { x: 0, y: 0 }
  const corner = { x: 1, y: 0.3, z: -1 }
  const other = { azimuth: -2, elevation: 1.2, distance: 5 }
  seenFrom(first).projectInto(straight, corner)
  seenFrom(other, first).projectInto(around, corner)
  expect(around).toEqual(straight)
})

it('a part of the canvas is seen as it is in the whole', () => {
  const viewpoint = seenFrom(first)
  const whole = { x: 0, y: 0 }
  viewpoint.projectInto(whole, { x: 0.4, y: 0.2, z: 0.3 })
  viewpoint.look({ left: 300, top: 200, width: 250, height: 125 })
  const { projectionMatrix, matrixWorldInverse } = viewpoint.camera
  const m = projectionMatrix.clone().multiply(matrixWorldInverse).elements
  const part = [0, 1, 3].map((row) => m[row] * 0.4 + m[row + 4] * 0.2 + m[row + 8] * 0.3 + m[row + 12])
  expect(300 + (part[0] / part[2] + 1) * 125).toBeCloseTo(whole.x, 6)
  expect(200 + (1 - part[1] / part[2]) * 62.5).toBeCloseTo(whole.y, 6)
})
