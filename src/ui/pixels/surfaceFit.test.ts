import { describe, expect, it } from 'vitest'
import { fitCells } from './fitCells.ts'
import { fitSurface, isFlat } from './surfaceFit.ts'

describe('the surface to draw on', () => {
  it('fits what is not flat as any picture', () => {
    for (const size of [
      { columns: 32, rows: 32 },
      { columns: 4, rows: 128 },
      { columns: 128, rows: 16 },
    ]) {
      const box = { width: 250, height: (250 * size.rows) / size.columns }
      expect(isFlat(size)).toBe(false)
      expect(fitSurface(size, box, 1)).toEqual(fitCells(size.columns, size.rows, box, 1))
    }
  })

  it('is high enough for a flat picture, however wide that makes it', () => {
    const size = { columns: 128, rows: 4 }
    expect(isFlat(size)).toBe(true)
    expect(fitSurface(size, { width: 250, height: 50 }, 1)).toMatchObject({ cell: 10, width: 1280, height: 40 })
    expect(fitSurface(size, { width: 1536, height: 50 }, 1)).toMatchObject({ cell: 12, width: 1536 })
  })
})
