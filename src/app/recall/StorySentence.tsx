import { useMemo } from 'react'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { thresholdsOf } from '../../model/thresholds.ts'
import { useThresholdTrust } from '../../panels/bank/useThresholdTrust.ts'
import { useValleyOwners } from '../../panels/bank/useValleyOwners.ts'
import { memoryNames, memoryPhrase } from '../../panels/race/memoryWords.ts'
import { useLabState } from '../../store/useLab.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { cueWords, recallStory } from './recallStory.ts'
import { shownPart } from './shownPart.ts'

/** How many times a second the sentence may change: it must be read. */
const readingsPerSecond = 3

/** One sentence over the landscape: what the input did to it. */
export function StorySentence() {
  const memories = useLabState((state) => state.experiment.recall.memories)
  const lane = useLabState((state) => state.experiment.recall.slice.lane)
  const network = useLabState((state) => state.experiment.recall.network)
  const { columns, rows } = useLabState((state) => state.experiment.recall.size)
  const cue = useLabState((state) => cueOf(state.experiment.recall))
  const names = useMemo(() => memoryNames(memories), [memories])
  const trust = useThresholdTrust()
  const ownersOf = useValleyOwners()
  const sentence = useRecallCell((cell) => {
    if (trust === null || (cell.memoryIds.length === 0 && cell.frameVersion === 0)) return ''
    const salient = cell.memoryIds.map((id, mu) => ({
      name: memoryPhrase(names.get(id) ?? ''),
      saliency: cell.saliency[mu],
    }))
    const thresholds = thresholdsOf({ ...network, saliency: cell.saliency, neuronCount: columns * rows })
    const owners = trust === 'close' ? null : ownersOf(cell.saliency, thresholds)
    return recallStory({ lane, thresholds, trust, owners, cue, memories: salient })
  }, readingsPerSecond)
  return <p className="recall-story">{sentence}</p>
}

function cueOf(recall: RecallSettings): string {
  const { input, timeline } = recall
  return timeline.isOn ? 'The input of this moment' : cueWords(input, shownPart(recall, input))
}
