import type { Lab } from '../../store/lab.ts'
import { createRecall } from '../../store/recall/createRecall.ts'
import { keepRecall, knownRecall } from '../../store/recall/knownRecalls.ts'
import type { Recall } from '../../store/recall/recall.ts'

/** The run of the Recall view of a lab: made when the view is first shown, and kept from then on. */
export function recallOf(lab: Lab): Recall {
  const recall = knownRecall(lab) ?? createRecall(lab)
  keepRecall(lab, recall)
  return recall
}
