import { describe, expect, it } from 'vitest'
import { defaultRecall } from '../../experiment/recall/defaultRecall.ts'
import { encodeBits } from '../../experiment/recall/pixelCode.ts'
import { maximumMemories } from '../../experiment/recall/recallRanges.ts'
import type { RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { drawingOfInput, replaceMemories, uniformValue } from './bankEdits.ts'

const { columns, rows } = defaultRecall.size
const mixture = (...amounts: readonly number[]): RecallInput => ({
  kind: 'mix',
  faders: amounts.map((amount, k) => ({ memory: k + 1, amount })),
  isNormalised: false,
})
const firstCorrupted = {
  kind: 'corrupted',
  memory: 1,
  flips: 9,
  noise: 0,
  seed: 1,
  occlusion: { kind: 'none' },
} as const
const drawings = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    name: `new ${k}`,
    bits: encodeBits(Array.from({ length: columns * rows }, (_unused, i) => ((i + k) % 3 === 0 ? 1 : -1))),
  }))

describe('replaceMemories', () => {
  it('leaves only the new ones, numbered from 1, and nothing that refers to the old ones', () => {
    const before: RecallSettings = {
      ...defaultRecall,
      memories: defaultRecall.memories.map((memory, k) => ({ ...memory, isOn: k === 1 })),
      start: { kind: 'memory', memory: defaultRecall.memories[0].id, isInverted: true },
      slice: { ...defaultRecall.slice, memories: [defaultRecall.memories[0].id, defaultRecall.memories[1].id] },
    }
    const next = replaceMemories(before, drawings(5))
    expect(next.memories.map(({ id, name, isOn }) => [id, name, isOn])).toEqual(
      [0, 1, 2, 3, 4].map((k) => [k + 1, `new ${k}`, true]),
    )
    expect(next.start).toEqual({ kind: 'random' })
    expect(next.slice.memories).toBeNull()
    expect(next.input).toMatchObject({ kind: 'corrupted', memory: 1, flips: Math.round(0.2 * columns * rows) })
  })

  it('shows the new memories in the places of the old ones on the timeline', () => {
    const drawing = { kind: 'drawing', pixels: 'AAAA' } as const
    const inputs: RecallInput[] = [mixture(1), mixture(0.5, 2), { ...firstCorrupted, memory: 3 }, drawing]
    const keyframes = inputs.map((input, k) => ({ id: k + 1, time: 2 * k, input, isMorphing: true }))
    const before: RecallSettings = { ...defaultRecall, timeline: { isOn: true, isLooped: true, keyframes } }
    const shown = (next: RecallSettings) => next.timeline.keyframes.map(({ input }) => input)
    const three = replaceMemories(before, drawings(3))
    expect(shown(three)).toEqual(inputs)
    expect(three.timeline.keyframes.map(({ time }) => time)).toEqual([0, 2, 4, 6])
    expect(shown(replaceMemories(before, drawings(1)))).toEqual([
      mixture(1),
      mixture(2),
      { ...firstCorrupted, memory: 1 },
      drawing,
    ])
  })

  it('keeps an input that a person drew', () => {
    const input = { kind: 'drawing', pixels: 'AAAA' } as const
    expect(replaceMemories({ ...defaultRecall, input }, drawings(2)).input).toBe(input)
  })

  it('fills the bank to the limit, and refuses more, or nothing', () => {
    expect(replaceMemories(defaultRecall, drawings(maximumMemories)).memories).toHaveLength(maximumMemories)
    expect(replaceMemories(defaultRecall, drawings(maximumMemories + 1))).toBe(defaultRecall)
    expect(replaceMemories(defaultRecall, [])).toBe(defaultRecall)
  })
})

describe('drawings', () => {
  it('takes the ink of the input, and paper for what is unknown', () => {
    expect([...drawingOfInput(Uint8Array.from([0, 127, 128, 129, 255]))]).toEqual([-1, -1, -1, 1, 1])
  })

  it('knows a uniform drawing', () => {
    expect(uniformValue([-1, -1, -1])).toBe(-1)
    expect(uniformValue([1])).toBe(1)
    expect(uniformValue([1, -1])).toBeNull()
    expect(uniformValue([])).toBeNull()
  })
})
