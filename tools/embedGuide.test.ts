import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parameterNames } from '../src/embed/host/parameters.ts'
import { eventNames, requestTypes, valueNames } from '../src/embed/host/parseRequest.ts'
import { presetLinks } from '../src/embed/presetLinks.ts'
import { parameterNames as propertyNames } from '../src/element/element.ts'
import { embedControls, embedKeys, embedThemes } from '../src/experiment/embed/embedOptions.ts'
import { embedLayers } from '../src/experiment/embed/layers.ts'
import { ranges, type Range } from '../src/experiment/ranges.ts'
import { root } from './install.mjs'

// docs/embedding.md against the code: its tables name all there is, and nothing else. e2e/embedGuide.test.ts runs its examples.

const guide = readFileSync(join(root, 'docs', 'embedding.md'), 'utf8')

/** The rows of the table whose first heading this is, as cells. */
function rowsOf(heading: string): string[][] {
  const [, table = ''] = new RegExp(`^\\| ${heading} +\\|.*\\n\\|[- |]+\\n((?:\\|.*\\n)+)`, 'm').exec(guide) ?? []
  return table.split('\n').flatMap((row) => (row ? [row.split('|').map((cell) => cell.trim())] : []))
}
const quoted = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
const firstCells = (heading: string) => rowsOf(heading).flatMap(([, cell]) => quoted(cell))

test.each([
  ['word', ['src', ...embedKeys, 'height', 'loading']],
  ['name', valueNames],
  ['to the embed', requestTypes],
  ['event', eventNames],
])('the table of each %s', (heading, names) => {
  expect(firstCells(heading).toSorted()).toEqual([...names].toSorted())
})

test.each([
  ['controls', embedControls],
  ['theme', embedThemes],
  ['layers', embedLayers],
])('the values of %s', (word, values) => {
  const cell = rowsOf('word').find(([, name]) => name === `\`${word}\``)?.[2]
  const words = quoted(cell).flatMap((text) => text.split(' '))
  expect(words.filter((each) => each !== 'none')).toEqual(values)
})

test('the presets that it names are there', () => {
  const cell = rowsOf('word').find(([, name]) => name === '`preset`')?.[2]
  const named = quoted(cell).filter((name) => name !== 'x')
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !presetLinks.some(({ id }) => id === name))).toEqual([])
})

test('the ranges of numbers are those of the document', () => {
  const told = (from: Range) => `${from.low} to ${from.high}`.replace('-', '−')
  const cells = rowsOf('name').map(([, name = '', what = '']) => ({ names: quoted(name), what }))
  const { saliency, gain, strength, noise, speed, timeStep } = ranges
  for (const [name, range] of Object.entries({ alpha: saliency, gain, strength, noise, speed, timeStep })) {
    expect(cells.find(({ names }) => names.includes(name))?.what).toContain(told(range))
  }
})

test('the element has every parameter as a property', () => {
  expect(propertyNames.toSorted()).toEqual(parameterNames.toSorted())
})
