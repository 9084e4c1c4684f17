import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { joinWords } from '../equilibriumWords.ts'

/** What else is another after memories were deleted: inputs of nothing but them stay as drawings. A sentence, or ''. */
export function deletedNote(before: RecallSettings, next: RecallSettings): string {
  if (!next.timeline.isOn) {
    const isDrawn = next.input.kind === 'drawing' && before.input.kind !== 'drawing'
    return isDrawn ? 'The input stays, as a drawing of what it showed.' : ''
  }
  const numbers = next.timeline.keyframes.flatMap(({ input }, k) =>
    input.kind === 'drawing' && before.timeline.keyframes[k].input.kind !== 'drawing' ? [`${k + 1}`] : [],
  )
  if (numbers.length === 0) return ''
  return numbers.length === 1
    ? `Keyframe ${numbers[0]} stays, as a drawing of what it showed.`
    : `Keyframes ${joinWords(numbers)} stay, as drawings of what they showed.`
}

/** What a timeline of the old memories shows after all were replaced. A sentence, or ''. */
export function replacedNote({ timeline }: RecallSettings): string {
  return timeline.isOn && timeline.keyframes.some(({ input }) => input.kind !== 'drawing')
    ? 'The timeline shows them in the places of the old ones.'
    : ''
}
