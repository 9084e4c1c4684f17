import { systemOf } from '../../../experiment/derive.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { nameEquilibria } from '../../../model/equilibriumNames.ts'
import { findEquilibria, type Stability } from '../../../model/equilibria.ts'
import { joinWords } from '../../equilibriumWords.ts'
import { regimeSentence } from '../../regimeSentence.ts'

const kindWords: readonly (readonly [Stability, string, string])[] = [
  ['stable', 'stable point', 'stable points'],
  ['saddle', 'saddle', 'saddles'],
  ['source', 'source', 'sources'],
]

/** What is to be seen in the Landscape view, for those who cannot see it: the regime, and the equilibria by kind. */
export function altText(experiment: Experiment): string {
  const system = systemOf(experiment)
  const equilibria = findEquilibria(system)
  const sentence = regimeSentence(experiment, nameEquilibria(equilibria, system))
  const counts = kindWords.flatMap(([kind, one, several]) => {
    const count = equilibria.filter((point) => point.stability === kind).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  })
  return `Energy landscape of two neurons with two memories. ${firstClaim(sentence)} It has ${joinWords(counts)}.`
}

/** A reader of another page cannot follow the advice that comes after the colon. */
function firstClaim(sentence: string): string {
  return sentence.replace(/: raise [^.]*(?:\.\d[^.]*)*\./, '.')
}
