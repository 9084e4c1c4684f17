import type { RecallInput } from '../../experiment/recall/recallSettings.ts'
import { joinWords } from '../equilibriumWords.ts'
import { memoryPhrase } from '../race/memoryWords.ts'

/** Memories of a mixture that are named; more are counted. */
const mostNamed = 2

/** What an input is, in the middle of a sentence: 'a drawing', 'a mixture of cat and dog', 'the cat, corrupted'. */
export function inputWords(input: RecallInput, names: ReadonlyMap<number, string>): string {
  const phrase = (id: number) => memoryPhrase(names.get(id) ?? 'a memory')
  switch (input.kind) {
    case 'drawing':
      return 'a drawing'
    case 'mix': {
      const mixed = input.faders.filter(({ amount }) => amount !== 0)
      if (mixed.length === 0) return 'an empty mixture'
      if (mixed.length === 1) return phrase(mixed[0].memory)
      const bare = mixed.map(({ memory }) => phrase(memory).replace(/^the /, ''))
      return `a mixture of ${mixed.length > mostNamed ? `${mixed.length} memories` : joinWords(bare)}`
    }
    case 'corrupted': {
      const isWhole = input.flips === 0 && input.noise === 0 && input.occlusion.kind === 'none'
      return isWhole ? phrase(input.memory) : `${phrase(input.memory)}, corrupted`
    }
    default:
      return input satisfies never
  }
}
