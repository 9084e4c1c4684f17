import { expect, test } from 'vitest'
import { countFractions } from './basinsFractions.ts'
import { cellCentre, firstCell } from './basinsWalk.ts'

test('cells without a label count for their neighbours, in equal parts', () => {
  // A column of separatrix between two basins, then a diagonal one.
  expect(countFractions(Uint8Array.of(1, 0, 2, 1, 0, 2, 1, 0, 2), 3, 2)).toEqual([0.5, 0.5])
  expect(countFractions(Uint8Array.of(0, 2, 2, 1, 0, 2, 1, 1, 0), 3, 2)).toEqual([
    expect.closeTo(0.5),
    expect.closeTo(0.5),
  ])
})

test('not across the border, and where nothing is known around for none', () => {
  expect(countFractions(Uint8Array.of(1, 1, 2, 2, 1, 1, 2, 0, 1, 1, 2, 2, 1, 1, 2, 2), 4, 2)).toEqual([0.5, 0.5])
  expect(countFractions(new Uint8Array(9), 3, 2)).toEqual([0, 0])
})

test('centres of mirrored cells are exactly opposite, and cells are found from centres', () => {
  for (const columns of [3, 64, 257]) {
    for (let k = 0; k < columns; k++) {
      const x = cellCentre(k, columns, 3.3)
      expect(cellCentre(columns - 1 - k, columns, 3.3)).toBe(k * 2 + 1 === columns ? 0 : -x)
      expect(firstCell(x - 1e-9, columns, 3.3) + 0).toBe(k)
      expect(firstCell(x + 1e-9, columns, 3.3)).toBe(k + 1)
    }
  }
})
