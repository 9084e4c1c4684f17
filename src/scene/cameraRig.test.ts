import { describe, expect, it } from 'vitest'
import { createCameraRig, FLIGHT_MS, OPENING_MS, openingView } from './cameraRig.ts'

const rest = { azimuth: 0.5, elevation: 0.64, distance: 3 }

describe('camera rig', () => {
  it('is at rest until something is asked', () => {
    const rig = createCameraRig(rest)
    expect(rig.step(1000)).toBe(false)
    expect(rig.view()).toEqual(rest)
  })

  it('flies from the first frame that asks, and arrives exactly', () => {
    const rig = createCameraRig(openingView(rest))
    rig.flyTo(rest, OPENING_MS)
    expect(rig.destination()).toEqual(rest)
    expect(rig.step(5000)).toBe(true)
    expect(rig.view().elevation).toBeCloseTo(1.18, 6)
    let last = rig.view().elevation
    for (let now = 5100; now < 5000 + OPENING_MS; now += 100) {
      expect(rig.step(now)).toBe(true)
      expect(rig.view().elevation).toBeLessThanOrEqual(last)
      last = rig.view().elevation
    }
    expect(rig.step(5000 + OPENING_MS)).toBe(false)
    expect(rig.view()).toEqual(rest)
  })

  it('gives way to a gesture at once', () => {
    const rig = createCameraRig(rest)
    rig.flyTo({ ...rest, azimuth: 2 }, FLIGHT_MS)
    rig.step(0)
    rig.step(300)
    const { azimuth } = rig.view()
    rig.orbitBy(0.1, 0)
    expect(rig.view().azimuth).toBeCloseTo(azimuth + 0.1, 10)
    expect(rig.step(400)).toBe(false)
    rig.zoomBy(100)
    expect(rig.view().distance).toBe(8)
  })

  it('cuts when a flight takes no time', () => {
    const rig = createCameraRig(rest)
    rig.flyTo({ ...rest, elevation: 1 }, 0)
    expect(rig.view().elevation).toBe(1)
    expect(rig.step(0)).toBe(false)
  })
})
