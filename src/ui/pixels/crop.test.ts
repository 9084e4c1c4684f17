import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dragCorner, largestCrop, moveCrop, scaleCrop } from './crop.ts'
import type { Crop } from './crop.ts'
import { fitCells } from './fitCells.ts'

const image = { width: 300, height: 200 }

describe('crops', () => {
  it('start as large as they can, in the middle', () => {
    expect(largestCrop(image, 1)).toEqual({ left: 50, top: 0, width: 200, height: 200 })
    expect(largestCrop(image, 3)).toEqual({ left: 0, top: 50, width: 300, height: 100 })
  })

  it('follow the corner that is dragged', () => {
    const crop = { left: 50, top: 50, width: 100, height: 100 }
    expect(dragCorner(crop, image, { right: 1, down: 1 }, { x: 170, y: 170 })).toEqual({
      ...crop,
      width: 120,
      height: 120,
    })
    expect(dragCorner(crop, image, { right: -1, down: -1 }, { x: 70, y: 70 })).toEqual({
      left: 70,
      top: 70,
      width: 80,
      height: 80,
    })
    expect(dragCorner(crop, image, { right: 1, down: 1 }, { x: 10, y: 10 }).width).toBe(8)
  })

  it('stay inside the image and keep their aspect, whatever is done to them', () => {
    const sign = fc.constantFrom(-1 as const, 1 as const)
    const number = fc.integer({ min: -500, max: 500 })
    const action = fc.oneof(
      fc.tuple(number, number).map(
        ([x, y]) =>
          (crop: Crop) =>
            moveCrop(crop, image, x, y),
      ),
      fc.tuple(sign, sign, number, number).map(
        ([right, down, x, y]) =>
          (crop: Crop) =>
            dragCorner(crop, image, { right, down }, { x, y }),
      ),
      fc.double({ min: 0.1, max: 5, noNaN: true }).map((factor) => (crop: Crop) => scaleCrop(crop, image, factor)),
    )
    fc.assert(
      fc.property(fc.constantFrom(0.25, 1, 1.6), fc.array(action, { maxLength: 12 }), (aspect, actions) => {
        const crop = actions.reduce((now, act) => act(now), largestCrop(image, aspect))
        const slack = 1e-6
        expect(crop.left).toBeGreaterThanOrEqual(-slack)
        expect(crop.top).toBeGreaterThanOrEqual(-slack)
        expect(crop.left + crop.width).toBeLessThanOrEqual(image.width + slack)
        expect(crop.top + crop.height).toBeLessThanOrEqual(image.height + slack)
        expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(8 - slack)
        expect(crop.width / crop.height).toBeCloseTo(aspect, 6)
      }),
    )
  })
})

describe('fitCells', () => {
  it('gives cells whole device pixels where that costs little', () => {
    expect(fitCells(32, 32, { width: 300, height: 300 }, 1)).toEqual({
      cell: 9,
      width: 288,
      height: 288,
      isExact: true,
    })
    expect(fitCells(32, 32, { width: 300, height: 300 }, 2)).toMatchObject({ cell: 9, isExact: true })
    expect(fitCells(16, 8, { width: 100, height: 100 }, 1)).toMatchObject({ cell: 6, width: 96, height: 48 })
  })

  it('fills the place where whole ones would be much smaller', () => {
    const fit = fitCells(32, 32, { width: 56, height: 56 }, 1)
    expect(fit.isExact).toBe(false)
    expect(fit.width).toBeCloseTo(56, 1)
    expect(fitCells(128, 128, { width: 48, height: 48 }, 1).width).toBeCloseTo(48, 1)
    expect(fitCells(128, 128, { width: 0, height: 0 }, 1).width).toBeLessThan(0.02)
  })
})
