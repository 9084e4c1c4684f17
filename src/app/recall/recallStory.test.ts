import { describe, expect, it } from 'vitest'
import type { CorruptedInput } from '../../experiment/recall/recallSettings.ts'
import { cueWords, recallStory } from './recallStory.ts'

const memories = (cat: number, dog: number, fish = 0) => [
  { name: 'the cat', saliency: cat },
  { name: 'the dog', saliency: dog },
  { name: 'the fish', saliency: fish },
]
const idp = { lane: 'idp', gain: 1, cue: 'The tail' } as const

describe('how you got to that spot', () => {
  it('names the deepest valley where several are stable', () => {
    expect(recallStory({ ...idp, memories: memories(2.4, 2) })).toBe(
      'The tail makes the cat’s valley the deepest: the ground moved before the ball did.',
    )
  })

  it('names the only valley where all others are too weak to be stable', () => {
    expect(recallStory({ ...idp, memories: memories(0.4, 2) })).toBe(
      'The tail leaves one valley, the dog’s: the ground moved before the ball did.',
    )
  })

  it('lets the start decide where two, or more, are equally deep', () => {
    expect(recallStory({ ...idp, memories: memories(2, 2) })).toContain('the cat and the dog equally deep')
    expect(recallStory({ ...idp, memories: memories(2, 2, 2) })).toContain('several valleys equally deep')
  })

  it('says when no saliency reaches 1/g, and when the gain makes it enough', () => {
    expect(recallStory({ ...idp, memories: memories(0.8, 0.3) })).toContain('too weak to hold any memory')
    expect(recallStory({ ...idp, gain: 2, memories: memories(0.8, 0.3) })).toContain('one valley, the cat’s')
  })

  it('credits the classic models with what they do, and no more', () => {
    expect(recallStory({ ...idp, lane: 'classic-start', memories: memories(2, 1) })).toContain('never changes')
    expect(recallStory({ ...idp, lane: 'classic-pulse', memories: memories(2, 1) })).toContain('a push')
    expect(recallStory({ ...idp, lane: 'classic-held', memories: memories(2, 1) })).toBe(
      'The tail tilts the classic ground towards the cat; all its valleys stay.',
    )
    expect(recallStory({ ...idp, lane: 'classic-held', memories: memories(-2, -1, -1) })).not.toContain('towards')
  })

  it('asks for a memory where there is none', () => {
    expect(recallStory({ ...idp, memories: [] })).toContain('Switch a memory on')
  })
})

describe('words', () => {
  it('says what is shown', () => {
    const corrupted: CorruptedInput = {
      kind: 'corrupted',
      memory: 1,
      flips: 0,
      noise: 0,
      seed: 1,
      occlusion: { kind: 'none' },
    }
    const window = { left: 0, top: 0, width: 0.5, height: 0.5 }
    expect(cueWords(corrupted, null)).toBe('The whole picture')
    expect(cueWords({ ...corrupted, flips: 3 }, null)).toBe('The damaged picture')
    expect(cueWords({ ...corrupted, occlusion: { kind: 'half', hides: 'left' } }, null)).toBe('Half of the picture')
    expect(cueWords({ ...corrupted, occlusion: { kind: 'window', shows: 'inside', window } }, null)).toBe(
      'A piece of the picture',
    )
    expect(cueWords(corrupted, 'the tail')).toBe('The tail')
    expect(cueWords({ kind: 'drawing', pixels: '' }, null)).toBe('Your drawing')
    expect(cueWords({ kind: 'mix', faders: [], isNormalised: false }, null)).toBe('Your mixture')
  })
})
