import type { Experiment } from '../../../experiment/experiment.ts'
import type { Lab } from '../../../store/lab.ts'
import { knownRecall } from '../../../store/recall/knownRecalls.ts'
import type { FigureOffer } from './figure.ts'
import { landscapeOffers } from './landscapeOffers.ts'
import { mapOffer } from './mapOffer.ts'
import { recallOffers } from './recallOffers.ts'

export const isRecallHash = (viewHash: string) => viewHash.startsWith('#/recall')

/** Everything of a view that can be saved as a figure, the map first: nothing has to be open for it. */
export function figureOffers(lab: Lab, viewHash: string, experiment: Experiment): readonly FigureOffer[] {
  if (!isRecallHash(viewHash)) return [mapOffer(lab.picture, undefined), ...landscapeOffers(lab, experiment)]
  const recall = knownRecall(lab)
  return recall ? [mapOffer(recall.picture, recall), ...recallOffers(recall, experiment.recall)] : []
}
