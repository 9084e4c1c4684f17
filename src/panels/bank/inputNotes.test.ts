import { expect, it } from 'vitest'
import { defaultRecall } from '../../experiment/recall/defaultRecall.ts'
import { deleteMemory } from '../../experiment/recall/recallEdits.ts'
import { recallPresets } from '../../experiment/recall/recallPresets.ts'
import { deletedNote, replacedNote } from './inputNotes.ts'

const morph = recallPresets.find(({ id }) => id === 'morph')!.recall

it('says which inputs are drawings now', () => {
  const noteWithout = (recall: typeof morph, id: number) => deletedNote(recall, deleteMemory(recall, id))
  expect(noteWithout(morph, 1)).toBe('Keyframes 1, 2, 5 and 6 stay, as drawings of what they showed.')
  expect(
    noteWithout({ ...morph, timeline: { ...morph.timeline, keyframes: morph.timeline.keyframes.slice(1, 3) } }, 2),
  ).toBe('Keyframe 2 stays, as a drawing of what it showed.')
  expect(noteWithout(morph, 3)).toBe('')
  expect(noteWithout(defaultRecall, 1)).toBe('The input stays, as a drawing of what it showed.')
  expect(noteWithout(defaultRecall, 2)).toBe('')
})

it('says that the timeline shows the new memories', () => {
  expect(replacedNote(morph)).toMatch(/in the places of the old ones/)
  expect(replacedNote(defaultRecall)).toBe('')
})
