import type { Lab } from '../lab.ts'
import type { Recall } from './recall.ts'

// Weakly: any number of labs, and nothing is kept alive.
const known = new WeakMap<Lab, Recall>()

/** The run of the Recall view of a lab; undefined before the view was first shown. */
export function knownRecall(lab: Lab): Recall | undefined {
  return known.get(lab)
}

export function keepRecall(lab: Lab, recall: Recall): void {
  known.set(lab, recall)
}
