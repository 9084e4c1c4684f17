import type { RecallNetworkSettings } from '../../experiment/recall/recallSettings.ts'
import { formatFixed } from '../../ui/formatNumber.ts'

/** Two memories and the overlap of their drawings, ξ^μ·ξ^ν/N. */
export interface PairOverlap {
  readonly names: readonly [string, string]
  readonly overlap: number
}

/** Rounding of P·Q/N: below this two drawings are orthogonal; so close to ±1 they are the same, or opposites. */
const rounding = 1e-9
/** Up to this overlap the thresholds of orthogonal memories are a good approximation. */
const nearlyOrthogonal = 0.1

/** Whether the memories are so far from orthogonal that something should be said and offered. */
export function isCorrelated(strongest: Pick<PairOverlap, 'overlap'> | null): boolean {
  return strongest !== null && Math.abs(strongest.overlap) >= nearlyOrthogonal
}

/**
 * How far the thresholds of orthogonal memories hold for the input-driven network: 'close' (the memories are orthogonal or nearly so), 'equal-only' (the
 * pseudo-inverse rule: exactly at equal saliencies, not where one memory leads), or 'not' (they are alike, and weights are sums over them).
 */
export type ThresholdTrust = 'close' | 'equal-only' | 'not'

/** `strongest`: the pair with the largest |overlap|; null for fewer than two memories. Storkey's rule leaves IDP with Hebb's weights. */
export function thresholdTrust(
  strongest: Pick<PairOverlap, 'overlap'> | null,
  rule: RecallNetworkSettings['rule'],
): ThresholdTrust {
  if (strongest === null || !isCorrelated(strongest)) return 'close'
  return rule === 'pseudo-inverse' && Math.abs(strongest.overlap) < 1 - rounding ? 'equal-only' : 'not'
}

export interface CorrelationWords {
  readonly isWarning: boolean
  readonly text: string
}

/** One plain sentence on how far the memories are from orthogonal. `strongest`: the pair with the largest |overlap|; null for fewer than two memories. */
export function correlationWords(strongest: PairOverlap | null, rule: RecallNetworkSettings['rule']): CorrelationWords {
  if (strongest === null) return { isWarning: false, text: 'With fewer than two memories there is nothing to overlap.' }
  const { names, overlap } = strongest
  const size = Math.abs(overlap)
  const [first, second] = names
  const number = formatFixed(overlap, 2)
  if (size <= rounding)
    return { isWarning: false, text: 'All memories are orthogonal: this is what the thresholds assume.' }
  const trust = thresholdTrust(strongest, rule)
  if (trust === 'close')
    return {
      isWarning: false,
      text: `Nearly orthogonal: thresholds hold closely. The largest overlap is ${number}, of ${first} and ${second}.`,
    }
  if (trust === 'equal-only')
    return {
      isWarning: false,
      text: `${first} and ${second} overlap by ${number}. The pseudo-inverse rule takes that out of the weights: at equal saliencies, and only there, the thresholds hold again.`,
    }
  return {
    isWarning: true,
    text: `Thresholds assume orthogonal memories; ${first} and ${second} overlap by ${number}.`,
  }
}

/** What equal, opposite and uniform drawings do; empty where there are none. `pairs` as `equalPairs` gives them. */
export function drawingNotes(
  pairs: readonly PairOverlap[],
  uniform: readonly UniformMemory[],
  rule: RecallNetworkSettings['rule'],
): readonly string[] {
  const same = pairs.find((pair) => pair.overlap > 0)
  const opposite = pairs.find((pair) => pair.overlap < 0)
  const isProjecting = rule === 'pseudo-inverse'
  const notes: string[] = []
  if (same)
    notes.push(
      `${same.names[0]} and ${same.names[1]} are the same drawing${more(pairs, 1)}: no input can tell them apart. ${
        isProjecting
          ? 'With the pseudo-inverse rule they share one saliency, and their valley in IDP is shallower; to the classic models they are one memory.'
          : 'With Hebb’s rule it counts twice: its valley is deeper.'
      }`,
    )
  if (opposite)
    notes.push(
      `${opposite.names[0]} and ${opposite.names[1]} are opposites${more(pairs, -1)}. In IDP their saliencies cancel, so that neither is recalled; to the classic models they are one memory${
        isProjecting ? '' : ' that counts twice'
      }.`,
    )
  if (uniform.length > 0) notes.push(uniformNote(uniform))
  return notes
}

function uniformNote(uniform: readonly UniformMemory[]): string {
  const [first, ...others] = uniform.map(({ name, value }) => `${name} is all ${value > 0 ? 'ink' : 'paper'}`)
  const rest = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'is' : 'are'} uniform)`
  return `${first}${rest}: it answers to how dark the input is, not to a shape.`
}

export interface UniformMemory {
  readonly name: string
  readonly value: number
}

function more(pairs: readonly PairOverlap[], sign: 1 | -1): string {
  const count = pairs.filter((pair) => Math.sign(pair.overlap) === sign).length - 1
  return count > 0 ? ` (and ${count} more ${count === 1 ? 'pair' : 'pairs'})` : ''
}

/** Pairs of memories with the same drawing or its negative. `gram`: P x P, row-major. */
export function equalPairs(gram: ArrayLike<number>, names: readonly string[]): readonly PairOverlap[] {
  const count = names.length
  const pairs: PairOverlap[] = []
  for (let mu = 0; mu < count; mu++) {
    for (let nu = mu + 1; nu < count; nu++) {
      const overlap = gram[mu * count + nu]
      if (Math.abs(overlap) > 1 - rounding) pairs.push({ names: [names[mu], names[nu]], overlap })
    }
  }
  return pairs
}

/** For each memory the other one that it overlaps most with: the picture as a table. Nothing for a single memory. */
export function closestOf(
  gram: ArrayLike<number>,
  count: number,
): readonly { readonly mu: number; readonly nu: number; readonly overlap: number }[] {
  if (count < 2) return []
  return Array.from({ length: count }, (_, mu) => {
    let nu = mu === 0 ? 1 : 0
    for (let k = 0; k < count; k++) {
      if (k !== mu && Math.abs(gram[mu * count + k]) > Math.abs(gram[mu * count + nu])) nu = k
    }
    return { mu, nu, overlap: gram[mu * count + nu] }
  })
}
