import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { modelChoice } from '../experiment/modelChoice.ts'
import { edited, isCommand, type EmbedEdit } from './edits.ts'

const cases: readonly (readonly [EmbedEdit, object])[] = [
  [{ kind: 'alpha', memory: 0, value: 3 }, { input: { saliency: [3, 2] } }],
  [{ kind: 'alpha', memory: 1, value: -1 }, { input: { saliency: [1.5, -1] } }],
  [{ kind: 'gain', value: 4 }, { model: { gain: 4, kind: 'idp' } }],
  [{ kind: 'noise', value: 0.5 }, { noise: { strength: 0.5, seed: 1982 } }],
  [{ kind: 'speed', value: 2 }, { playback: { speed: 2 } }],
  [{ kind: 'model', choice: 'start' }, { model: { kind: 'classic', inputAs: 'start' } }],
  [{ kind: 'picture', picture: 'map' }, { view: { picture: 'map', layers: { contours: true } } }],
  [{ kind: 'clear-balls' }, { balls: [] }],
]

test.each(cases)('%o changes its part of the document, and no other', (edit, expected) => {
  const next = edited(defaultExperiment, edit)
  expect(next).toMatchObject(expected)
  const changed = Object.keys(next).filter((part) => next[part as 'view'] !== defaultExperiment[part as 'view'])
  expect(changed).toEqual(Object.keys(expected))
  expect(isCommand(edit)).toBe(false)
})

test('the way of the classic model is kept while the input-driven one is looked at', () => {
  const classic = edited(defaultExperiment, { kind: 'model', choice: 'start' })
  const back = edited(classic, { kind: 'model', choice: 'idp' })
  expect(modelChoice(classic.model)).toBe('start')
  expect(modelChoice(back.model)).toBe('idp')
  expect(back.model.inputAs).toBe('start')
})
