import type { Experiment } from '../../../experiment/experiment.ts'
import { timelineDuration } from '../../../experiment/recall/deriveRecall.ts'
import { runParts, type RunPart } from './results.ts'

/** What is wanted of a run. */
export interface RunWish {
  readonly parts: readonly RunPart[]
  /** Model time; null for `usualDuration`. */
  readonly duration: number | null
  /** Samples of each run after its start, evenly spaced, as far as the engine has them; null for all. */
  readonly samples: number | null
}

/** A run of the longest duration has 50,000 samples of each ball. In model time. */
export const longestDuration = 1000
/** More than the longest run has: the smallest time step is a twentieth of the spacing of samples. */
export const mostSamples = 1_000_000

/** The balls of Figure 2 have come to rest before this, as far as single precision shows. In model time. */
const landscapeDuration = 40
/** After this the models of Figure 1 have been compared. In model time. */
const recallDuration = 10

/** How long the balls, and the race, go on where nobody says so; a race with a timeline goes once through it. */
export function usualDuration({ recall }: Experiment): { readonly landscape: number; readonly recall: number } {
  return { landscape: landscapeDuration, recall: timelineDuration(recall) || recallDuration }
}

/** The parts that a document asks for: of each view what moves, and of noise and basins what its layers show. */
export function usualParts({ view, noise }: Experiment, of: 'landscape' | 'recall' | null): RunPart[] {
  const { tint, ground, cloud } = view.phase
  const showsDensity = noise.strength > 0 && (tint === 'density' || ground === 'density' || cloud)
  return runParts.filter((part) => {
    if (of !== null && (part === 'recall') !== (of === 'recall')) return false
    switch (part) {
      case 'landscape':
      case 'trajectories':
      case 'recall':
        return true
      case 'basins':
        return tint === 'basins'
      case 'density':
        return showsDensity
      case 'diagram':
        return false
      default:
        return part satisfies never
    }
  })
}
