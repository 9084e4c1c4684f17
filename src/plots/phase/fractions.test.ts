import { describe, expect, it } from 'vitest'
import { bandAreas, fractionSentence, percentText, stackOf } from './fractions.ts'

const entry = (attractors: readonly string[], fractions: readonly number[]) =>
  ({ saliency: [1.5, 2], attractors, fractions }) as const

describe('the stack', () => {
  it('keeps a memory and its twin together, whatever the order of the attractors', () => {
    const stack = stackOf(entry(['memory-2+', 'memory-1-', 'memory-2-', 'memory-1+'], [0.3, 0.2, 0.3, 0.2]))
    expect(stack.map(({ key }) => key)).toEqual(['memory-1+', 'memory-1-', 'memory-2+', 'memory-2-'])
    expect(stack.map(({ to }) => to)).toEqual([0.2, 0.4, 0.7, 1])
    expect(stack[0].from).toBe(0)
  })
})

describe('the areas of a band', () => {
  it('begin and end with their attractor', () => {
    const history = [
      entry(['origin'], [1]),
      entry(['memory-2+', 'memory-2-'], [0.5, 0.5]),
      entry(['memory-2+', 'memory-2-'], [0.5, 0.5]),
      entry(['origin'], [1]),
    ]
    const areas = bandAreas(history)
    expect(areas.map(({ key, first, upper }) => [key, first, upper.length])).toEqual([
      ['origin', 0, 1],
      ['memory-2+', 1, 2],
      ['memory-2-', 1, 2],
      ['origin', 3, 1],
    ])
    expect(areas[2]).toMatchObject({ lower: [0.5, 0.5], upper: [1, 1] })
  })
  it('are none without a history', () => expect(bandAreas([])).toEqual([]))
})

describe('words', () => {
  it('say the shares, and what they were before', () => {
    expect(percentText(0.2512)).toBe('25.1\u202f%')
    expect(fractionSentence([])).toMatch(/being computed/)
    const sentence = fractionSentence([
      entry(['memory-1+', 'memory-1-'], [0.5, 0.5]),
      entry(['memory-1+', 'memory-1-'], [0.4, 0.5]),
    ])
    expect(sentence).toBe(
      'Share of the starts in this square that recall each memory: memory 1 40.0\u202f% (50.0\u202f% before), the twin of memory 1 50.0\u202f%.',
    )
  })
})
