import { Matrix4, PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import {
  clampView,
  eyeInto,
  fieldOfView,
  fitBlock,
  freeAreaOf,
  isSameView,
  mixViews,
  projectInto,
  TARGET,
  upInto,
  wrapAngle,
} from './orbit.ts'
import { WORLD_BASE, WORLD_HEIGHT } from './worldFrame.ts'

const views = [
  { azimuth: 0, elevation: Math.PI / 2, distance: 3 },
  { azimuth: 0.5, elevation: 0.64, distance: 3 },
  { azimuth: -2, elevation: 0.05, distance: 3 },
]

const point = () => ({ x: 0, y: 0, z: 0 })

describe('places of the camera', () => {
  it('clamps elevation and distance and wraps the azimuth', () => {
    const view = clampView({ azimuth: 7, elevation: 2, distance: 0 })
    expect(view.azimuth).toBeCloseTo(7 - 2 * Math.PI, 12)
    expect(view.elevation).toBe(Math.PI / 2)
    expect(view.distance).toBe(1)
    expect(wrapAngle(-Math.PI * 2.5)).toBeCloseTo(-Math.PI / 2, 12)
  })

  it('goes the short way round', () => {
    const from = { azimuth: 3, elevation: 0.5, distance: 2 }
    const to = { azimuth: -3, elevation: 0.7, distance: 8 }
    const half = mixViews(from, to, 0.5)
    expect(Math.abs(half.azimuth)).toBeCloseTo(Math.PI, 6)
    expect(half.distance).toBeCloseTo(4, 12)
    expect(isSameView(mixViews(from, to, 1), to)).toBe(true)
  })

  it('has an upward direction at right angles to the line of sight, also at the zenith', () => {
    for (const view of views) {
      const eye = eyeInto(point(), view, 5)
      const up = upInto(point(), view)
      const dot = (eye.x - TARGET.x) * up.x + (eye.y - TARGET.y) * up.y + (eye.z - TARGET.z) * up.z
      expect(dot).toBeCloseTo(0, 10)
      expect(Math.hypot(up.x, up.y, up.z)).toBeCloseTo(1, 12)
    }
    expect(upInto(point(), { azimuth: 0, elevation: Math.PI / 2, distance: 3 }).z).toBeCloseTo(-1, 12)
  })
})

describe('fitting', () => {
  it('leaves at least a quarter of the canvas', () => {
    const free = freeAreaOf(1000, 800, { top: 48, right: 600, bottom: 100, left: 600 })
    expect(free.width).toBe(250)
    expect(free.left + free.width).toBeLessThanOrEqual(1000)
    expect(free.height).toBe(652)
  })

  it.each([
    [1440, 900, { top: 48, right: 340, bottom: 150, left: 320 }],
    [1024, 768, { top: 48, right: 0, bottom: 150, left: 0 }],
    [390, 450, { top: 0, right: 0, bottom: 0, left: 0 }],
    [1440, 900, { top: 0, right: 0, bottom: 0, left: 0 }],
    [1600, 500, { top: 48, right: 0, bottom: 0, left: 0 }],
  ])('keeps the block inside %d x %d at every azimuth', (width, height, insets) => {
    const free = freeAreaOf(width, height, insets)
    for (let azimuth = -3; azimuth <= 3; azimuth += 0.25) {
      for (const elevation of [0.2, 0.64, 1.1, Math.PI / 2]) {
        const view = { azimuth, elevation, distance: 3 }
        const { distance, raise } = fitBlock(free, height, view)
        const eye = eyeInto(point(), view, distance)
        const camera = new PerspectiveCamera((fieldOfView(elevation) * 180) / Math.PI, width / height, 0.1, 100)
        const up = upInto(point(), view)
        camera.position.set(eye.x, eye.y, eye.z)
        camera.up.set(up.x, up.y, up.z)
        camera.lookAt(TARGET.x, TARGET.y, TARGET.z)
        camera.updateMatrixWorld()
        const matrix = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
        const screen = { x: 0, y: 0 }
        for (const [x, z] of [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ] as const) {
          for (const y of [WORLD_BASE, WORLD_HEIGHT]) {
            expect(projectInto(screen, matrix.elements, { x, y, z }, { width, height })).toBe(true)
            expect(Math.abs(screen.x - width / 2)).toBeLessThan(free.width / 2)
            expect(Math.abs(screen.y - raise - height / 2)).toBeLessThan(free.height / 2)
          }
        }
      }
    }
  })

  it('projects as three does, and refuses what is behind the camera', () => {
    const camera = new PerspectiveCamera(30, 2, 0.1, 10)
    camera.position.set(0, 0, 3)
    camera.updateMatrixWorld()
    const matrix = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    const screen = { x: 0, y: 0 }
    const size = { width: 200, height: 100 }
    expect(projectInto(screen, matrix.elements, { x: 0.3, y: 0.2, z: 0 }, size)).toBe(true)
    const expected = new Vector3(0.3, 0.2, 0).project(camera)
    expect(screen.x).toBeCloseTo((expected.x + 1) * 100, 8)
    expect(screen.y).toBeCloseTo((1 - expected.y) * 50, 8)
    expect(projectInto(screen, matrix.elements, { x: 0, y: 0, z: 4 }, size)).toBe(false)
  })
})
