import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { math, sans, sup } from './mathText.ts'
import type { TextRun } from './mathText.ts'

/** One height at which balls can come to rest. */
export interface StableLevel {
  readonly energy: number
  readonly runs: readonly TextRun[]
  /** The memory whose colour the level has; null where several share it, or none. */
  readonly memory: 0 | 1 | null
}

/** Energies nearer than this share of their size are one level: twins, and memories of equal saliency. */
const sameEnergy = 1e-6

/** The energies of the stable equilibria, each with the names of those that lie there, from low to high. */
export function stableLevels(equilibria: readonly NamedEquilibrium[]): StableLevel[] {
  const stable = equilibria.filter(({ stability }) => stability === 'stable').toSorted((a, b) => a.energy - b.energy)
  const groups: NamedEquilibrium[][] = []
  for (const each of stable) {
    const group = groups.at(-1)
    const isSame = group && Math.abs(each.energy - group[0].energy) <= sameEnergy * Math.max(1, Math.abs(each.energy))
    if (isSame) group.push(each)
    else groups.push([each])
  }
  return groups.map((group) => ({ energy: group[0].energy, runs: groupRuns(group), memory: memoryOf(group) }))
}

function memoryOf(group: readonly NamedEquilibrium[]): 0 | 1 | null {
  const memories = new Set(group.map(({ name }) => (name.kind === 'memory' ? name.mu : null)))
  const [only] = memories
  return memories.size === 1 ? (only ?? null) : null
}

function groupRuns(group: readonly NamedEquilibrium[]): TextRun[] {
  const parts: TextRun[][] = []
  for (const mu of [0, 1] as const) {
    const signs = group.flatMap(({ name }) => (name.kind === 'memory' && name.mu === mu ? [name.sign] : []))
    if (signs.length === 0) continue
    const sign = signs.length > 1 ? '±' : signs[0] === -1 ? '−' : ''
    parts.push([...(sign ? [{ text: sign, face: 'roman' } as const] : []), math('ξ'), sup(String(mu + 1))])
  }
  if (group.some(({ name }) => name.kind === 'origin')) parts.push([sans('origin')])
  if (group.some(({ name }) => name.kind === 'mixed')) parts.push([sans('mixed')])
  return parts.flatMap((part, k) => (k === 0 ? part : [sans(', '), ...part]))
}
