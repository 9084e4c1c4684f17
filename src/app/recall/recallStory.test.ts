import { describe, expect, it } from 'vitest'
import type { CorruptedInput } from '../../experiment/recall/recallSettings.ts'
import { thresholdsOf } from '../../model/thresholds.ts'
import { cueWords, recallStory, type StoryFacts } from './recallStory.ts'

const memories = (cat: number, dog: number, fish = 0) => [
  { name: 'the cat', saliency: cat },
  { name: 'the dog', saliency: dog },
  { name: 'the fish', saliency: fish },
]
const base = { lane: 'idp', trust: 'close', owners: null, cue: 'The tail' } as const

interface Network {
  readonly gain?: number
  readonly neuronCount?: number
  readonly hasZeroDiagonal?: boolean
}

/** The story of the memories, with the thresholds of their network. */
const story = (
  all: ReturnType<typeof memories>,
  { gain = 1, neuronCount = 1024, hasZeroDiagonal = false }: Network = {},
  other: Partial<Pick<StoryFacts, 'lane' | 'trust' | 'owners'>> = {},
) => {
  const saliency = all.map((memory) => memory.saliency)
  const thresholds = thresholdsOf({ saliency, neuronCount, gain, hasZeroDiagonal })
  return recallStory({ ...base, ...other, thresholds, memories: all })
}

describe('how you got to that spot', () => {
  it('names the deepest valley where several are stable', () => {
    expect(story(memories(2.4, 2))).toBe(
      'The tail makes the cat’s valley the deepest: the ground moved before the ball did.',
    )
  })

  it('names the only valley where all others are too weak to be stable', () => {
    expect(story(memories(0.4, 2))).toBe('The tail leaves one valley, the dog’s: the ground moved before the ball did.')
  })

  it('lets the start decide where two, or more, are equally deep', () => {
    expect(story(memories(2, 2))).toContain('the cat and the dog equally deep')
    expect(story(memories(2, 2, 2))).toContain('several valleys equally deep')
  })

  it('says when no saliency reaches 1/g, and when the gain makes it enough', () => {
    expect(story(memories(0.8, 0.3))).toContain('too weak to hold any memory')
    expect(story(memories(0.8, 0.3), { gain: 2 })).toContain('one valley, the cat’s')
  })

  it('heeds what a zero diagonal takes off', () => {
    const small = { neuronCount: 16, hasZeroDiagonal: true }
    expect(story(memories(1.05, 0.6), { neuronCount: 16 })).toContain('one valley, the cat’s')
    expect(story(memories(1.05, 0.6), small)).toContain('too weak to hold any memory')
    expect(story(memories(-20, -4), small)).toBe('The tail favours no memory: the ball may stay near where it begins.')
    expect(story(memories(1, -40), small)).toBe('The tail favours the cat most: the ground moved before the ball did.')
  })

  it('names the only valley of memories that are alike where the weights have no other', () => {
    expect(story(memories(2.4, 2), {}, { trust: 'not', owners: [0] })).toContain('one valley, the cat’s')
    expect(story(memories(2.4, 2), {}, { trust: 'not', owners: [1] })).not.toContain('one valley')
    expect(story(memories(2.4, 2), {}, { trust: 'not', owners: [1, 0] })).toContain(
      'one valley, shared by the cat and the dog',
    )
  })

  it('counts no valleys where memories are alike', () => {
    const favours = 'The tail favours the cat most: the ground moved before the ball did.'
    expect(story(memories(3, 2.2), {}, { trust: 'not' })).toBe(`${favours} Alike memories may share a valley.`)
    expect(story(memories(3, 2.2), {}, { trust: 'equal-only' })).toBe(favours)
    expect(story(memories(3, 3), {}, { trust: 'not' })).toContain('favours the cat and the dog equally')
    expect(story(memories(3, 3, 3), {}, { trust: 'not' })).toContain('favours several memories equally')
    expect(story(memories(0.8, 0.7), {}, { trust: 'not' })).toContain('would be too weak')
    expect(story(memories(-1, -1, -1), {}, { trust: 'not' })).toBe('The tail favours no memory.')
  })

  it('credits the classic models with what they do, and no more', () => {
    expect(story(memories(2, 1), {}, { lane: 'classic-start' })).toContain('never changes')
    expect(story(memories(2, 1), {}, { lane: 'classic-pulse' })).toContain('a push')
    expect(story(memories(2, 1), {}, { lane: 'classic-held' })).toBe(
      'The tail tilts the classic ground towards the cat; all its valleys stay.',
    )
    expect(story(memories(-2, -1, -1), {}, { lane: 'classic-held' })).not.toContain('towards')
  })

  it('asks for a memory where there is none', () => {
    expect(story([])).toContain('Switch a memory on')
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
