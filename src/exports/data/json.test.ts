import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportHeader } from '../header.ts'
import { resultsText } from './json.ts'

const header: ExportHeader = { title: 'Two memories', version: '1.2.3', seed: 7, link: null, date: null }

/** −0 is written as 0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('any plain value comes back as it was, behind the header', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        fc.jsonValue(),
      ),
      (results) => {
        const read: unknown = JSON.parse(resultsText(header, { results }))
        expect(read).toEqual(plain({ memoryscape: 'results', format: 1, header, results }))
      },
    ),
  )
})

test('typed arrays come back, of both precisions', () => {
  const finite = { noNaN: true, noDefaultInfinity: true } as const
  fc.assert(
    fc.property(fc.array(fc.float(finite)), fc.array(fc.double(finite)), (some, others) => {
      const results = {
        single: Float32Array.from(some),
        double: Float64Array.from(others),
        bytes: Uint8Array.of(0, 255),
      }
      const read = JSON.parse(resultsText(header, results)) as { single: number[]; double: number[]; bytes: number[] }
      expect(read.single.map(Math.fround)).toEqual(some.map((value) => value + 0))
      expect(read.double).toEqual(others.map((value) => value + 0))
      expect(read.bytes).toEqual([0, 255])
    }),
  )
})

test('is written for people: lists of numbers on a line, short digits, null for what JSON has no word for', () => {
  const text = resultsText(header, { times: Float32Array.of(0, 0.02), list: [{ a: Infinity }], none: undefined })
  expect(text).toBe(`{
  "memoryscape": "results",
  "format": 1,
  "header": {
    "title": "Two memories",
    "version": "1.2.3",
    "seed": 7,
    "link": null,
    "date": null
  },
  "times": [0, 0.02],
  "list": [
    {
      "a": null
    }
  ]
}
`)
})
