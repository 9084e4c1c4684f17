import { expect, test } from 'vitest'
import { gramInto } from '../../../model/gram.ts'
import { defaultRecall, libraryMemories } from '../defaultRecall.ts'
import { patternsInForce } from '../deriveRecall.ts'
import { bitsLength, decodeBits } from '../pixelCode.ts'
import { library, libraryBits, libraryItem, libraryPart } from './library.ts'

const itemsOf = (group: string) => library.filter((item) => item.group === group)

/** Overlaps of every two memories. */
function overlapsOf(recall: Parameters<typeof patternsInForce>[0]) {
  const { patterns } = patternsInForce(recall)
  const p = patterns.patternCount
  const gram = gramInto(new Float64Array(p * p), patterns)
  return Array.from(gram).filter((_, k) => Math.floor(k / p) < k % p)
}

test('every group is there, every id once', () => {
  expect(new Set(library.map((item) => item.id)).size).toBe(library.length)
  expect(itemsOf('animals').length).toBeGreaterThanOrEqual(9)
  expect(
    itemsOf('letters')
      .map((item) => item.title)
      .join(''),
  ).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  expect(
    itemsOf('digits')
      .map((item) => item.title)
      .join(''),
  ).toBe('0123456789')
  expect(itemsOf('symbols').length).toBeGreaterThanOrEqual(10)
  expect(itemsOf('faces').length).toBeGreaterThanOrEqual(5)
})

test.each(library)('$id: whole rows, both ink and paper, parts inside the picture', (item) => {
  expect(item.bits).toHaveLength(bitsLength(item.columns * item.rows))
  const ink = decodeBits(item.bits, item.columns * item.rows).filter((value) => value > 0).length
  const share = ink / (item.columns * item.rows)
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.8)
  for (const { window } of item.parts) {
    expect(Math.min(window.left, window.top, window.width, window.height)).toBeGreaterThanOrEqual(0)
    expect(Math.max(window.left + window.width, window.top + window.height)).toBeLessThanOrEqual(1)
  }
})

test.each([
  { columns: 8, rows: 8 },
  { columns: 20, rows: 12 },
  { columns: 64, rows: 64 },
  { columns: 128, rows: 128 },
])('every picture comes in $columns x $rows with ink and paper', (size) => {
  for (const item of library) {
    const pixels = decodeBits(libraryBits(item, size), size.columns * size.rows)
    expect(pixels).toHaveLength(size.columns * size.rows)
    expect(new Set(pixels), item.id).toEqual(new Set([-1, 1]))
  }
})

test('letters and digits stay different at every size', () => {
  const faces = [...itemsOf('letters'), ...itemsOf('digits')]
  for (const side of [8, 10, 16, 50]) {
    const codes = faces.map((item) => libraryBits(item, { columns: side, rows: side }))
    expect(new Set(codes).size).toBe(faces.length)
  }
})

test('the animals of the first screen are little alike: no overlap above 0.32', () => {
  expect(Math.max(...overlapsOf(defaultRecall).map(Math.abs))).toBeLessThan(0.32)
})

test('of all animals no overlap is above 0.41', () => {
  const memories = libraryMemories(
    itemsOf('animals').map((item) => item.id),
    defaultRecall.size,
  )
  expect(Math.max(...overlapsOf({ size: defaultRecall.size, memories }).map(Math.abs))).toBeLessThan(0.41)
})

test('the cat’s tail is at most a quarter of the picture', () => {
  const { window } = libraryPart(libraryItem('cat'), 'tail')
  expect(window.width * window.height).toBeLessThanOrEqual(0.25)
})

test('what is not there is named', () => {
  expect(() => libraryItem('unicorn')).toThrow('The library has no picture “unicorn”.')
  expect(() => libraryPart(libraryItem('owl'), 'trunk')).toThrow('The picture “owl” has no part “trunk”.')
})
