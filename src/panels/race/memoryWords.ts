import { library } from '../../experiment/recall/library/library.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'

/** Things that a sentence has an article for. Letters and digits go by their names, and so does what a person named. */
const things: ReadonlySet<string> = new Set(
  library
    .filter(({ group }) => group === 'animals' || group === 'symbols' || group === 'faces')
    .map(({ title }) => title.toLowerCase()),
)

/** A memory in the middle of a sentence: `the cat`, `A`, `Grandma`. */
export function memoryPhrase(name: string): string {
  const lower = name.toLowerCase()
  return things.has(lower) ? `the ${lower}` : name
}

/** The same words with a capital at the beginning. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Names of all memories by id. */
export function memoryNames(memories: RecallSettings['memories']): ReadonlyMap<number, string> {
  return new Map(memories.map(({ id, name }) => [id, name]))
}
