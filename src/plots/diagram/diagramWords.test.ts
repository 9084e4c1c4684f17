import { expect, test } from 'vitest'
import type { DiagramPath } from '../../model/phase/diagram.ts'
import { traceDiagram } from '../../model/phase/diagramTrace.ts'
import { bifurcationWords, eventsOf, parameterColumns, parameterWords } from './diagramWords.ts'

const along = (from: readonly [number, number], to: readonly [number, number]): DiagramPath => ({
  kind: 'saliency', from, to, gain: 1, current: [0, 0],
}) // prettier-ignore
const currents = (from: readonly [number, number], to: readonly [number, number]): DiagramPath => ({
  kind: 'current', from, to, saliency: [1.5, 1.5], gain: 1,
}) // prettier-ignore
const words = (path: DiagramPath) =>
  eventsOf(traceDiagram(path).bifurcations).map(({ bifurcation }) => bifurcationWords(bifurcation))

test('pitchforks, in the direction of the path, a memory and its twin as one', () => {
  expect(words(along([0.5, 2], [2.5, 2]))).toEqual(['memory 1 appears', 'memory 1 turns stable'])
  expect(words(along([2.5, 2], [0.5, 2]))).toEqual(['memory 1 becomes a saddle', 'memory 1 vanishes'])
  expect(words(along([3.5, 2], [3.5, 0.5]))).toEqual(['memory 2 becomes a saddle', 'memory 2 vanishes'])
  const { bifurcations } = traceDiagram(along([0.5, 2], [2.5, 2]))
  expect(eventsOf(bifurcations).map(({ hasTwin }) => hasTwin)).toEqual([false, true])
})

test('folds name the memory that is lost', () => {
  expect(words(currents([0, 0], [1, 0.05]))).toEqual([
    'the twin of memory 2 meets a saddle and vanishes',
    'a saddle and a source meet and vanish',
    'the twin of memory 1 meets a saddle and vanishes',
  ])
  expect(words(currents([2, 0.1], [0, 0]))).toContain('the twin of memory 1 and a saddle appear')
})

test('degenerate places in honest words', () => {
  expect(words(along([0.5, 0.5], [2.5, 2.5]))).toEqual(['both memories appear at once'])
  expect(words(along([2.5, 2.5], [0.5, 0.5]))).toEqual(['both memories vanish at once'])
  expect(words(along([0.5, 1.5], [1.5, 0.5]))).toEqual(['one memory goes as the other comes'])
  expect(words(along([1, 0.5], [1, 0.9]))).toEqual(['the path runs along a border'])
  expect(words(currents([0, 0], [0.4, 0.4]))).toContain('two folds in one place')
})

test('parameters have their symbols', () => {
  expect(parameterWords(along([0.5, 2], [2.5, 2]), 0.25)).toBe('α₁ = 1.000')
  expect(parameterWords(along([1, 2], [1.2, 0]), 0.5)).toBe('α₂ = 1.000')
  expect(parameterColumns(currents([0, 0], [4, 2])).map(({ at }) => at(0.5))).toEqual([2, 1])
})
