import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import type { EditAbout } from '../history.ts'
import type { LabStore } from '../labState.ts'

/** An edit of the document's part for the Recall view. A patch that returns the same object changes nothing. */
export function editRecall(
  store: Pick<LabStore, 'getState'>,
  patch: (recall: RecallSettings) => RecallSettings,
  about?: EditAbout,
): void {
  store.getState().edit((experiment) => {
    const recall = patch(experiment.recall)
    return recall === experiment.recall ? experiment : { ...experiment, recall }
  }, about)
}
