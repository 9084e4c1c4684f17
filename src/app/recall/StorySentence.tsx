import { thresholdsOf } from '../../model/thresholds.ts'
import { useThresholdTrust } from '../../panels/bank/useThresholdTrust.ts'
import { useValleyOwner } from '../../panels/bank/useValleyOwner.ts'
import { memoryPhrase } from '../../panels/race/memoryWords.ts'
import { useLabState } from '../../store/useLab.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { cueWords, recallStory } from './recallStory.ts'
import { shownPart } from './shownPart.ts'

/** How many times a second the sentence may change: it must be read. */
const readingsPerSecond = 3

/** One sentence over the landscape: what the input did to it. */
export function StorySentence() {
  const recall = useLabState((state) => state.experiment.recall)
  const { input, timeline, memories, slice, network, size } = recall
  const trust = useThresholdTrust()
  const ownerOf = useValleyOwner()
  const cue = timeline.isOn ? 'The input of this moment' : cueWords(input, shownPart(recall, input))
  const sentence = useRecallCell((cell) => {
    if (trust === null || (cell.memoryIds.length === 0 && cell.frameVersion === 0)) return ''
    const salient = cell.memoryIds.map((id, mu) => ({
      name: memoryPhrase(memories.find((memory) => memory.id === id)?.name ?? ''),
      saliency: cell.saliency[mu],
    }))
    const thresholds = thresholdsOf({
      ...network,
      saliency: cell.saliency,
      neuronCount: size.columns * size.rows,
    })
    const owner = trust === 'close' ? null : ownerOf(cell.saliency, thresholds)
    return recallStory({ lane: slice.lane, thresholds, trust, owner, cue, memories: salient })
  }, readingsPerSecond)
  return <p className="recall-story">{sentence}</p>
}
