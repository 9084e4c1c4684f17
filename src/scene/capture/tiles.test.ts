import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tilesOf } from './tiles.ts'

const sizes = fc.integer({ min: 1, max: 9000 })

it('tiles cover every pixel once, and each is seen where it is', () => {
  fc.assert(
    fc.property(sizes, sizes, fc.integer({ min: 1, max: 4 }), (columns, rows, scale) => {
      const area = { left: 31, top: 7, width: columns / scale, height: rows / scale }
      const tiles = tilesOf(area, scale, columns, rows)
      expect(tiles.reduce((sum, tile) => sum + tile.columns * tile.rows, 0)).toBe(columns * rows)
      expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length)
      for (const { column, row, columns: width, rows: height, margin, seen } of tiles) {
        expect(column + width).toBeLessThanOrEqual(columns)
        expect(row + height).toBeLessThanOrEqual(rows)
        expect((seen.left - area.left) * scale + margin).toBeCloseTo(column, 6)
        expect((seen.top - area.top) * scale + margin).toBeCloseTo(row, 6)
        expect(seen.width * scale).toBeCloseTo(width + 2 * margin, 6)
        expect(seen.height * scale).toBeCloseTo(height + 2 * margin, 6)
      }
    }),
    { numRuns: 200 },
  )
})

it('a picture of one tile has no margin', () => {
  expect(tilesOf({ left: 0, top: 0, width: 800, height: 600 }, 2, 1600, 1200)).toEqual([
    { column: 0, row: 0, columns: 1600, rows: 1200, margin: 0, seen: { left: 0, top: 0, width: 800, height: 600 } },
  ])
})
