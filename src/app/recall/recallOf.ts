import type { Lab } from '../../store/lab.ts'
import { createRecall } from '../../store/recall/createRecall.ts'
import type { Recall } from '../../store/recall/recall.ts'

// Weakly: any number of labs, and nothing is kept alive.
const known = new WeakMap<Lab, Recall>()

/** The run of the Recall view of a lab: made when the view is first shown, and kept from then on. */
export function recallOf(lab: Lab): Recall {
  const recall = known.get(lab) ?? createRecall(lab)
  known.set(lab, recall)
  return recall
}
