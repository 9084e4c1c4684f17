import type { Bifurcation, DiagramPath } from '../../model/phase/diagram.ts'
import { pathParameter, systemAlong } from '../../model/phase/diagramPath.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { attractorInWords, nameOfKey } from '../phase/attractors.ts'

/** 'α₁', 'g', 'u₂'. */
export function parameterSymbol(path: DiagramPath): string {
  const { symbol, index } = pathParameter(path, 0)
  return symbol + (index === null ? '' : index === 1 ? '₁' : '₂')
}

/** 'α₁ = 1.247'. */
export function parameterWords(path: DiagramPath, s: number): string {
  return `${parameterSymbol(path)} = ${formatNumber(pathParameter(path, s).value)}`
}

/** What happens at a bifurcation when one goes along the path: 'memory 1 appears', 'memory 2 becomes a saddle'. */
export function bifurcationWords(bifurcation: Bifurcation): string {
  switch (bifurcation.kind) {
    case 'pitchfork':
      return pitchforkWords(bifurcation)
    case 'fold':
      return foldWords(bifurcation)
    case 'degenerate':
      return degenerateWords(bifurcation)
    default:
      return bifurcation.kind satisfies never
  }
}

function pitchforkWords({ event, memory, change }: Bifurcation): string {
  if (event === null || memory === null) return change > 0 ? 'one state becomes three' : 'three states become one'
  const name = `memory ${memory + 1}`
  if (event === 'appears') return change > 0 ? `${name} appears` : `${name} vanishes`
  return change > 0 ? `${name} turns stable` : `${name} becomes a saddle`
}

function foldWords({ keys, memory, change }: Bifurcation): string {
  const own = keys.find((key) => key.startsWith(`memory-${(memory ?? -1) + 1}`))
  if (own === undefined) return change > 0 ? 'a saddle and a source appear' : 'a saddle and a source meet and vanish'
  return change > 0
    ? `${attractorInWords(own)} and a saddle appear`
    : `${attractorInWords(own)} meets a saddle and vanishes`
}

function degenerateWords({ keys, span, change }: Bifurcation): string {
  if (span !== null) return 'the path runs along a border'
  const memories = new Set(keys.map(nameOfKey).flatMap((name) => (name.kind === 'memory' ? [name.mu] : [])))
  if (keys.length >= 9 && memories.size === 2) {
    return change > 0 ? 'both memories appear at once' : 'both memories vanish at once'
  }
  if (Math.abs(change) === 4 && keys.length === 4) return 'two folds in one place'
  if (change !== 0) return 'several borders crossed in one place'
  return keys.length === 1 ? 'the path touches a border' : 'one memory goes as the other comes'
}

/** Bifurcations that are one event to a reader: a twin's is that of its memory. In the order of the path. */
export interface BifurcationEvent {
  readonly bifurcation: Bifurcation
  /** Also of the twin. */
  readonly hasTwin: boolean
}

/** Nearer in s than this, two twins turn at the same place. */
const samePlace = 1e-9

export function eventsOf(bifurcations: readonly Bifurcation[]): BifurcationEvent[] {
  const events: BifurcationEvent[] = []
  // The twin with the positive state first: it stands for both.
  const ordered = bifurcations.toSorted((a, b) =>
    Math.abs(a.s - b.s) > samePlace ? a.s - b.s : b.state[0] - a.state[0] || b.state[1] - a.state[1],
  )
  for (const bifurcation of ordered) {
    const k = events.findIndex(({ bifurcation: other }) => areTwins(other, bifurcation))
    if (k < 0) events.push({ bifurcation, hasTwin: false })
    else events[k] = { ...events[k], hasTwin: true }
  }
  return events
}

function areTwins(a: Bifurcation, b: Bifurcation): boolean {
  const isOpposite = Math.hypot(a.state[0] + b.state[0], a.state[1] + b.state[1]) < 1e-6
  return (
    isOpposite &&
    Math.abs(a.s - b.s) < samePlace &&
    a.kind === b.kind &&
    a.event === b.event &&
    a.memory === b.memory &&
    a.change === b.change
  )
}

/** 'Memory 1 turns stable'. */
export function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The parameters that a path changes, for the columns of a table. */
export interface ParameterColumn {
  readonly symbol: 'α' | 'g' | 'u'
  readonly sub: 1 | 2 | undefined
  readonly at: (s: number) => number
}

export function parameterColumns(path: DiagramPath): ParameterColumn[] {
  switch (path.kind) {
    case 'saliency':
      return ([1, 2] as const).map((sub) => ({ symbol: 'α', sub, at: (s) => systemAlong(path, s).saliency[sub - 1] }))
    case 'current':
      return ([1, 2] as const).map((sub) => ({ symbol: 'u', sub, at: (s) => systemAlong(path, s).current[sub - 1] }))
    case 'gain':
      return [{ symbol: 'g', sub: undefined, at: (s) => systemAlong(path, s).gain }]
    default:
      return path satisfies never
  }
}
