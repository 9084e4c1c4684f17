import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportHeader } from '../header.ts'
import { csvText, type CsvTable } from './csv.ts'
import { readCsv } from './csv.laws.ts'

const header: ExportHeader = { title: 'Two memories', version: '1.2.3', seed: 7, link: '#/landscape?x=A39', date: null }

function table(parts: Partial<CsvTable>): CsvTable {
  const usual = { name: 'things', about: 'A row is a thing.', seed: 9, columns: ['a', 'b'], single: new Set<string>() }
  return { ...usual, rows: () => [], ...parts }
}

test('says where it is from, and ends every line as the standard has it', () => {
  expect(csvText(header, table({ rows: () => [[1, 'x']] }))).toBe(
    '# Memoryscape 1.2.3: things of "Two memories"\r\n# A row is a thing.\r\n# seed: 9\r\n# link: #/landscape?x=A39\r\na,b\r\n1,x\r\n',
  )
})

test('no title, no seed, no link: said in words, and no line of a comment is broken', () => {
  const text = csvText({ ...header, title: 'a\r\nb', link: null }, table({ seed: null }))
  const { comments } = readCsv(text)
  expect(comments).toEqual([
    'Memoryscape 1.2.3: things of "a b"',
    'A row is a thing.',
    'seed: none, nothing in this table is by chance',
    'link: none, no link can hold the document',
  ])
})

test('all numbers come back, of both precisions', () => {
  const doubles = fc.double({ noNaN: true, noDefaultInfinity: true })
  const singles = fc.float({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(doubles, singles)), (rows) => {
      const { rows: read } = readCsv(csvText(header, table({ single: new Set(['b']), rows: () => rows })))
      const numbers = read.map(([a, b]) => [Number(a), Math.fround(Number(b))])
      // JSON and CSV write −0 as 0.
      expect(numbers).toEqual(rows.map(([a, b]) => [a + 0, b + 0]))
    }),
  )
})

test('single precision takes no more digits than it needs', () => {
  const row = [Math.fround(0.1), Math.fround(1 / 3)]
  const { rows } = readCsv(csvText(header, table({ single: new Set(['a', 'b']), rows: () => [row] })))
  expect(rows).toEqual([['0.1', '0.33333334']])
})

test('any text comes back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary', maxLength: 9 })), { minLength: 1, maxLength: 9 }),
      (rows) => {
        expect(readCsv(csvText(header, table({ rows: () => rows }))).rows).toEqual(rows)
      },
    ),
  )
})

test('nothing is an empty field, and a field never reads as a comment', () => {
  const text = csvText(
    header,
    table({
      rows: () => [
        [null, true],
        ['# no', Infinity],
      ],
    }),
  )
  expect(text).toMatch(/\r\n,true\r\n"# no",Infinity\r\n$/)
})
