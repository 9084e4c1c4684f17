import { parseDocument } from '../../experiment/file/documentFile.ts'
import { formatShort } from '../../ui/formatNumber.ts'

/** As many memories are named. */
const namedMemories = 2
const longestName = 16

/** What tells one earlier work from another, from its text: 'cat, dog and 5 more, 32 × 32; α = 1.5, 2; 4 balls'. */
export function earlierWorkWords(text: string): string {
  const parsed = parseDocument(text)
  if (!parsed.ok) return parsed.newer ? 'From a newer Memoryscape' : 'Something that cannot be read here'
  const { recall, input, balls } = parsed.experiment
  const { memories, size } = recall
  const named = memories.slice(0, namedMemories).map(({ name }) => shortened(name))
  const more = memories.length - named.length
  const names = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ')
  const saliency = input.saliency.map((value) => formatShort(value)).join(', ')
  const count = `${balls.length} ${balls.length === 1 ? 'ball' : 'balls'}`
  return `${names}, ${size.columns} × ${size.rows}; α = ${saliency}; ${count}`
}

function shortened(name: string): string {
  const letters = Array.from(name)
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name
}
