import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { encodeLink } from '../experiment/link/link.ts'
import { presets } from '../experiment/presets/presets.ts'
import { defaultLink, presetLinks } from './presetLinks.ts'

test('every preset has its link, with the layers that its figure needs', () => {
  const expected = presets.map(({ id, title, experiment, phase }) => {
    const { view } = experiment
    return { id, title, link: encodeLink({ ...experiment, view: { ...view, phase: { ...view.phase, ...phase } } }) }
  })
  expect(presetLinks).toEqual(expected)
})

test('without a preset there is the first screen', () => {
  expect(defaultLink).toBe(encodeLink(defaultExperiment))
})
