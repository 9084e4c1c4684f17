import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brushCorner, brushOutline, largestBrushFor, roundBrush } from './brush.ts'
import { fillInto, invertInto, mirrorInto, shiftInto, strokeInto } from './raster.ts'
import type { PixelSize } from './raster.ts'

/** Draws pictures as text: `#` ink, `.` paper, `?` unknown. */
const show = (pixels: Int8Array, { columns, rows }: PixelSize) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(pixels.subarray(row * columns, (row + 1) * columns), (value) => '.?#'[value + 1]).join(''),
  )
const read = (lines: readonly string[]) => Int8Array.from(lines.join(''), (letter) => '.?#'.indexOf(letter) - 1)
const blank = ({ columns, rows }: PixelSize) => new Int8Array(columns * rows).fill(-1)

const picture = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 9 }) })
  .chain((size) =>
    fc
      .array(fc.integer({ min: -1, max: 1 }), {
        minLength: size.columns * size.rows,
        maxLength: size.columns * size.rows,
      })
      .map((values) => ({ size, pixels: Int8Array.from(values) })),
  )

describe('brushes', () => {
  it('grow from a pixel over a square and a plus to discs', () => {
    expect(roundBrush(1)).toHaveLength(1)
    expect(roundBrush(2)).toHaveLength(4)
    expect(roundBrush(3)).toHaveLength(5)
    expect(roundBrush(4)).toHaveLength(12)
    expect(roundBrush(9)).toHaveLength(61)
  })

  it('are the same upside down and turned', () => {
    for (let width = 1; width <= 9; width++) {
      const cells = new Set(roundBrush(width).map(String))
      for (const [right, down] of roundBrush(width)) {
        expect(cells.has(String([down, right]))).toBe(true)
        expect(cells.has(String([width - 1 - right, down]))).toBe(true)
      }
    }
  })

  it('have their middle under the pointer', () => {
    expect(brushCorner(2.5, 0.2, 1)).toEqual({ column: 2, row: 0 })
    expect(brushCorner(2.5, 7.9, 3)).toEqual({ column: 1, row: 6 })
    expect(brushCorner(2.9, 2.1, 2)).toEqual({ column: 2, row: 1 })
  })

  it('have an outline with a side for every neighbour that is missing', () => {
    expect(brushOutline(roundBrush(1)).match(/M/g)).toHaveLength(4)
    expect(brushOutline(roundBrush(2)).match(/M/g)).toHaveLength(8)
    expect(brushOutline(roundBrush(3)).match(/M/g)).toHaveLength(12)
  })

  it('are not wider than half the picture', () => {
    expect(largestBrushFor({ columns: 4, rows: 4 })).toBe(2)
    expect(largestBrushFor({ columns: 128, rows: 128 })).toBe(9)
    expect(largestBrushFor({ columns: 1, rows: 9 })).toBe(1)
  })
})

describe('strokeInto', () => {
  const size = { columns: 7, rows: 4 }
  const stroke = (from: readonly [number, number], to: readonly [number, number], width = 1) =>
    show(
      strokeInto(blank(size), size, {
        from: { column: from[0], row: from[1] },
        to: { column: to[0], row: to[1] },
        brush: roundBrush(width),
        value: 1,
      }),
      size,
    )

  it('draws straight and slanted lines', () => {
    expect(stroke([1, 2], [1, 2])).toEqual(['.......', '.......', '.#.....', '.......'])
    expect(stroke([0, 0], [6, 3])).toEqual(['##.....', '..##...', '....##.', '......#'])
    expect(stroke([3, 3], [3, 0])).toEqual(['...#...', '...#...', '...#...', '...#...'])
  })

  it('cuts off what lies outside', () => {
    expect(stroke([-2, -2], [10, 10])).toEqual(['#......', '.#.....', '..#....', '...#...'])
    expect(stroke([5, -1], [5, -1], 3)).toEqual(['.....##', '......#', '.......', '.......'])
  })

  it('leaves no gap, and touches both ends', () => {
    const end = fc.record({ column: fc.integer({ min: 0, max: 15 }), row: fc.integer({ min: 0, max: 15 }) })
    fc.assert(
      fc.property(end, end, (from, to) => {
        const square = { columns: 16, rows: 16 }
        const pixels = strokeInto(blank(square), square, { from, to, brush: roundBrush(1), value: 1 })
        const count = pixels.filter((value) => value === 1).length
        expect(count).toBe(1 + Math.max(Math.abs(to.column - from.column), Math.abs(to.row - from.row)))
        expect(pixels[from.row * 16 + from.column]).toBe(1)
        expect(pixels[to.row * 16 + to.column]).toBe(1)
      }),
    )
  })
})

describe('fillInto', () => {
  const size = { columns: 5, rows: 4 }
  const lines = ['..#..', '.#?#.', '.#?#.', '..#..']

  it('fills what is joined by sides, not by corners', () => {
    expect(show(fillInto(read(lines), size, { column: 2, row: 1 }, 1), size)).toEqual([
      '..#..',
      '.###.',
      '.###.',
      '..#..',
    ])
    expect(show(fillInto(read(lines), size, { column: 0, row: 3 }, 0), size)).toEqual([
      '??#..',
      '?#?#.',
      '?#?#.',
      '??#..',
    ])
  })

  it('does nothing where there is nothing to do', () => {
    expect(show(fillInto(read(lines), size, { column: 0, row: 0 }, -1), size)).toEqual(lines)
    expect(show(fillInto(read(lines), size, { column: 5, row: 0 }, 1), size)).toEqual(lines)
  })

  it('fills the largest picture', () => {
    const large = { columns: 128, rows: 128 }
    expect(fillInto(blank(large), large, { column: 64, row: 64 }, 1).every((value) => value === 1)).toBe(true)
  })
})

describe('whole pictures', () => {
  it('invert twice, mirror twice and shift around are nothing', () => {
    fc.assert(
      fc.property(picture, fc.integer(), fc.integer(), ({ size, pixels }, a, b) => {
        const fresh = () => new Int8Array(pixels.length)
        expect(invertInto(fresh(), invertInto(fresh(), pixels))).toEqual(pixels)
        for (const swaps of ['left-right', 'top-bottom'] as const)
          expect(mirrorInto(fresh(), mirrorInto(fresh(), pixels, size, swaps), size, swaps)).toEqual(pixels)
        const [right, down] = [a % 100, b % 100]
        const shifted = shiftInto(fresh(), pixels, size, { right, down })
        expect(shiftInto(fresh(), shifted, size, { right: -right, down: -down })).toEqual(pixels)
        expect(shiftInto(fresh(), pixels, size, { right: size.columns, down: -size.rows })).toEqual(pixels)
      }),
    )
  })

  const size = { columns: 3, rows: 2 }
  const lines = ['#?.', '..#']
  const fresh = () => new Int8Array(6)

  it('invert leaves unknown pixels alone', () => {
    expect(show(invertInto(fresh(), read(lines)), size)).toEqual(['.?#', '##.'])
    expect(Array.from(invertInto(fresh(), read(lines))).some((value) => Object.is(value, -0))).toBe(false)
  })

  it('shift wraps around', () => {
    expect(show(shiftInto(fresh(), read(lines), size, { right: 1, down: 0 }), size)).toEqual(['.#?', '#..'])
    expect(show(shiftInto(fresh(), read(lines), size, { right: 0, down: -1 }), size)).toEqual(['..#', '#?.'])
  })

  it('mirror swaps sides', () => {
    expect(show(mirrorInto(fresh(), read(lines), size, 'left-right'), size)).toEqual(['.?#', '#..'])
    expect(show(mirrorInto(fresh(), read(lines), size, 'top-bottom'), size)).toEqual(['..#', '#?.'])
  })
})
