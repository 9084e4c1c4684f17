import { expect, test } from 'vitest'
import { defaultExperiment } from '../defaultExperiment.ts'
import { parseExperiment } from '../schema.ts'
import { defaultRecall } from './defaultRecall.ts'
import { recallPresets } from './recallPresets.ts'

test('every id and title is used once', () => {
  expect(new Set(recallPresets.map((preset) => preset.id)).size).toBe(recallPresets.length)
  expect(new Set(recallPresets.map((preset) => preset.title)).size).toBe(recallPresets.length)
})

test.each([
  { id: 'default', title: 'The first screen', caption: 'What a visitor sees first.', recall: defaultRecall },
  ...recallPresets,
])('$id: valid as it stands, with a title and one sentence', ({ title, caption, recall }) => {
  const experiment = { ...defaultExperiment, recall }
  expect(parseExperiment(experiment)).toEqual({ ok: true, experiment })
  expect(title).not.toBe('')
  expect(caption).toMatch(/^[A-Z][^.]*(\.\d[^.]*)*\.$/)
})
