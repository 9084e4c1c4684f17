import { expect, test } from 'vitest'
import { systemOf } from '../experiment/derive.ts'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { findEquilibria } from '../model/equilibria.ts'
import { nameEquilibria } from '../model/equilibriumNames.ts'
import { equilibriaInWords, landscapeSentence } from './describe.ts'

const system = systemOf(defaultExperiment)
const equilibria = nameEquilibria(findEquilibria(system), system)

test('a landscape is told in a sentence, its valleys by depth', () => {
  expect(landscapeSentence(equilibria)).toMatch(
    /^Energy landscape of two neurons with 4 valleys: .*memory 2.*memory 1.*; 9 equilibria in all\.$/,
  )
})

test('every equilibrium has a sentence, and the valleys come first', () => {
  const sentences = equilibriaInWords(equilibria)
  expect(sentences).toHaveLength(9)
  expect(sentences[0]).toMatch(/memory 2 at \(.*\): stable, the bottom of a valley, energy −\d/i)
  expect(sentences.at(-1)).toMatch(/^The origin at \(0\.00, 0\.00\): a hilltop, energy 0\.00\.$/)
})
