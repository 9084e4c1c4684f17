import type { EquilibriumName } from '../../model/equilibriumNames.ts'
import type { Tokens } from '../../ui/readTokens.ts'

const memoryKey = /^memory-([12])([+-])$/

/** The name that a key of an equilibrium stands for (`NamedEquilibrium.key`). */
export function nameOfKey(key: string): EquilibriumName {
  const match = memoryKey.exec(key)
  if (match) return { kind: 'memory', mu: match[1] === '1' ? 0 : 1, sign: match[2] === '+' ? 1 : -1 }
  return { kind: key === 'origin' ? 'origin' : 'mixed' }
}

/** A twin shares the colour of its memory: it is paler and hatched wherever colour is all there is. */
export function isTwin(name: EquilibriumName): boolean {
  return name.kind === 'memory' && name.sign === -1
}

/** 'memory 2', 'the twin of memory 1', 'the origin', 'a mixed state'. */
export function nameInWords(name: EquilibriumName): string {
  switch (name.kind) {
    case 'memory':
      return name.sign === 1 ? `memory ${name.mu + 1}` : `the twin of memory ${name.mu + 1}`
    case 'origin':
      return 'the origin'
    case 'mixed':
      return 'a mixed state'
    default:
      return name satisfies never
  }
}

/** The same from the key. */
export function attractorInWords(key: string): string {
  return nameInWords(nameOfKey(key))
}

/** The colour of what belongs to an attractor. */
export function attractorColour(key: string, { memory1, memory2, inkSoft }: Tokens): string {
  const name = nameOfKey(key)
  if (name.kind !== 'memory') return inkSoft
  return name.mu === 0 ? memory1 : memory2
}

/** Where an attractor stands in lists and stacks: ξ¹, −ξ¹, ξ², −ξ², the origin, then mixed states. */
function rank(key: string): number {
  const name = nameOfKey(key)
  if (name.kind === 'memory') return 2 * name.mu + (name.sign === 1 ? 0 : 1)
  return name.kind === 'origin' ? 4 : 5
}

export function byRank(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)
}
