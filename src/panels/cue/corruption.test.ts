import { describe, expect, it } from 'vitest'
import {
  choiceOf,
  chosenOcclusion,
  clampWindow,
  movedWindow,
  partShown,
  resizedWindow,
  shownCorruption,
  shownFlips,
  shownFlipsWords,
  snapWindow,
} from './corruption.ts'

const tail = { id: 'tail', title: 'Tail', window: { left: 0.5, top: 0.25, width: 0.5, height: 0.5 } }
const showsTail = { kind: 'window', shows: 'inside', window: { ...tail.window } } as const

describe('the choice of an occlusion', () => {
  it('knows a part by its window', () => {
    expect(partShown([tail], showsTail)).toBe(tail)
    expect(choiceOf(showsTail, [tail])).toBe('part')
    expect(choiceOf(showsTail, [])).toBe('window')
    expect(choiceOf({ ...showsTail, shows: 'outside' }, [tail])).toBe('window')
    expect(choiceOf({ kind: 'half', hides: 'top' }, [tail])).toBe('half')
  })

  it('is found again after it was made', () => {
    for (const choice of ['none', 'half', 'window', 'part'] as const)
      for (const before of [{ kind: 'none' }, showsTail] as const)
        expect(choiceOf(chosenOcclusion(choice, before, [tail]), [tail])).toBe(choice)
  })

  it('keeps a window that a person made', () => {
    const own = { ...showsTail, window: { left: 0.1, top: 0.1, width: 0.2, height: 0.2 } }
    expect(chosenOcclusion('window', own, [tail])).toBe(own)
  })
})

describe('windows', () => {
  const window = { left: 0.5, top: 0.5, width: 0.4, height: 0.4 }

  it('stay inside the picture', () => {
    expect(movedWindow(window, 1, -1)).toEqual({ left: 0.6, top: 0, width: 0.4, height: 0.4 })
    expect(resizedWindow(window, 1, -1)).toEqual({ left: 0.5, top: 0.5, width: 0.5, height: 0.05 })
    expect(clampWindow({ left: -1, top: 2, width: 9, height: 0.5 })).toEqual({
      left: 0,
      top: 0.5,
      width: 1,
      height: 0.5,
    })
  })

  it('snap to whole pixels, at least one', () => {
    expect(snapWindow({ left: 0.26, top: 0.49, width: 0.5, height: 0.3 }, 4, 4)).toEqual({
      left: 0.25,
      top: 0.5,
      width: 0.5,
      height: 0.25,
    })
    expect(snapWindow({ left: 0.01, top: 0.01, width: 0.05, height: 0.05 }, 4, 4)).toEqual({
      left: 0,
      top: 0,
      width: 0.25,
      height: 0.25,
    })
  })
})

describe('shownCorruption', () => {
  const memories = [1, 2].map((id) => ({ id, name: String(id), isOn: true, bits: '' }))
  const drawing = { kind: 'drawing', pixels: '' } as const

  it('is the input where that is a corrupted memory, else the leading memory untouched', () => {
    const own = { kind: 'corrupted', memory: 1, flips: 3, noise: 0, seed: 5, occlusion: { kind: 'none' } } as const
    expect(shownCorruption({ memories }, own, 2)).toBe(own)
    expect(shownCorruption({ memories }, drawing, 2)).toMatchObject({ memory: 2, flips: 0, noise: 0 })
    expect(shownCorruption({ memories }, drawing, null).memory).toBe(1)
  })
})

describe('the flips that an occlusion leaves in sight', () => {
  const size = { columns: 8, rows: 8 }
  const bits = '0123456789abcdef'
  const memories = [{ id: 1, name: 'Checks', bits, isOn: true }]
  const input = { kind: 'corrupted', memory: 1, flips: 64, noise: 0.5, seed: 3, occlusion: { kind: 'none' } } as const

  it('are counted where they are shown, whatever the noise', () => {
    expect(shownFlips({ memories, size }, input)).toBe(64)
    expect(shownFlips({ memories, size }, { ...input, occlusion: { kind: 'half', hides: 'left' } })).toBe(32)
    const window = { left: 0, top: 0, width: 0.25, height: 0.25 }
    expect(shownFlips({ memories, size }, { ...input, occlusion: { kind: 'window', shows: 'inside', window } })).toBe(4)
  })

  it('and those that are hidden are all there are', () => {
    const flipped = { ...input, flips: 20 }
    const halves = (['left', 'right'] as const).map((hides) =>
      shownFlips({ memories, size }, { ...flipped, occlusion: { kind: 'half', hides } }),
    )
    expect(halves[0] + halves[1]).toBe(20)
    expect(Math.min(...halves)).toBeGreaterThan(0)
  })

  it('are said', () => {
    expect(shownFlipsWords(18, 100)).toBe('18 of them are shown.')
    expect(shownFlipsWords(1, 2)).toBe('1 of them is shown.')
    expect(shownFlipsWords(0, 2)).toBe('All of them are hidden.')
    expect(shownFlipsWords(2, 2)).toBe('All of them are shown.')
    expect([0, 1].map((count) => shownFlipsWords(count, 1))).toEqual(['It is hidden.', 'It is shown.'])
  })
})
