import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import { formatFixed, formatShort } from '../../ui/formatNumber.ts'

/** What a model is called above its lane. */
export const laneTitles: Readonly<Record<LaneKind, string>> = {
  idp: 'Input-driven (IDP)',
  'classic-held': 'Classic 1984, input held',
  'classic-pulse': 'Classic 1984, input as a pulse',
  'classic-start': 'Classic 1984, input as the start',
  'binary-async': 'Binary 1982, one by one',
  'binary-sync': 'Binary 1982, all at once',
}

/** What the input is to a model, in a line. */
export function laneMeaning(kind: LaneKind, pulseDuration: number): string {
  switch (kind) {
    case 'idp':
      return 'The input sets the weights, and so the landscape.'
    case 'classic-held':
      return 'Fixed weights; the input pushes all the time.'
    case 'classic-pulse':
      return `Fixed weights; the input pushes for ${formatShort(pulseDuration, 3)}, then it is gone.`
    case 'classic-start':
      return 'Fixed weights; the state begins at the input.'
    case 'binary-async':
      return 'Begins at the sign of the input; unknown pixels by chance, from the seed. One neuron at a time.'
    case 'binary-sync':
      return 'Begins at the sign of the input; unknown pixels by chance, from the seed. All neurons together.'
    default:
      return kind satisfies never
  }
}

/** Why this model may recall −ξ, the negative of a memory. */
export function twinExplained(kind: LaneKind): string {
  switch (kind) {
    case 'idp':
      return 'The input only sets the weights, and to them −ξ is as good a memory as ξ: half of all random starts end in the negative.'
    case 'classic-held':
    case 'classic-pulse':
      return 'Without an input that pushes, −ξ is as good a memory as ξ. Here the start lay on its side.'
    case 'classic-start':
    case 'binary-async':
    case 'binary-sync':
      return 'Nothing in the weights tells ξ from −ξ: half of all random starts end in the negative.'
    default:
      return kind satisfies never
  }
}

/** How far a network is that still learns its weights: the others go on meanwhile. `share`: 0 to 1. */
export function learningSentence(share: number): string {
  return `Learning the memories, ${formatFixed(Math.floor(100 * share), 0)}\u202f%.`
}

/**
 * What the check of the energy found; null where nothing forbids a rise: all neurons at once, and continuous neurons with noise or under
 * a timeline. `isFree`: without either. (The binary networks know no noise, and the input only starts them.)
 */
export function energyAudit(kind: LaneKind, energyRose: boolean, isFree: boolean): string | null {
  if (kind === 'binary-sync' || (kind !== 'binary-async' && !isFree)) return null
  return energyRose ? 'energy rose: do not trust the numbers' : 'energy never rose ✓'
}
