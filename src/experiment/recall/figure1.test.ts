import { expect, test } from 'vitest'
import { decodeBits } from './pixelCode.ts'
import { defaultRecall } from './defaultRecall.ts'
import { inputVectorInto } from './deriveRecall.ts'
import { recallPresets } from './recallPresets.ts'
import type { RecallSettings } from './recallSettings.ts'
import { overlapsAt } from './testRun.ts'

// The claim of the paper's Figure 1, on the pictures of the library: a part of a memory recalls the whole.

const runs = 20
const seeds = Array.from({ length: runs }, (_, k) => 100 + k)
/** Time units: several times what it takes. */
const duration = 10
const recalled = 0.95

const preset = recallPresets.find(({ id }) => id === 'tail')?.recall ?? defaultRecall
const neuronCount = preset.size.columns * preset.size.rows
const fromRandomStarts: RecallSettings = { ...preset, start: { kind: 'random' } }

/** |m| of the cat at the end of a run from each seed. */
const catOverlaps = (recall: RecallSettings, lane: Parameters<typeof overlapsAt>[1]) =>
  seeds.map((seed) => Math.abs(overlapsAt(recall, lane, [duration], seed)[0][0]))

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('the input is the cat’s tail: at least three quarters of the pixels are hidden, the others are the cat’s', () => {
  const cat = decodeBits(preset.memories[0].bits, neuronCount)
  const u = inputVectorInto(new Float32Array(neuronCount), preset, preset.input)
  const shown = u.reduce((count, value, i) => count + (value === preset.inputScale * cat[i] ? 1 : 0), 0)
  const hidden = u.reduce((count, value) => count + (value === 0 ? 1 : 0), 0)
  expect(preset.memories.slice(0, 2).map((memory) => memory.name)).toEqual(['Cat', 'Dog'])
  expect(shown + hidden).toBe(neuronCount)
  expect(hidden / neuronCount).toBeGreaterThanOrEqual(0.75)
})

test(`IDP recalls the cat, or its twin, from ${runs} random starts out of ${runs}, at σ = 0.5`, () => {
  expect(preset.noise.strength).toBe(0.5)
  const overlaps = catOverlaps(fromRandomStarts, 'idp')
  expect(overlaps.filter((overlap) => overlap >= recalled)).toHaveLength(runs)
  const signs = new Set(seeds.map((seed) => Math.sign(overlapsAt(fromRandomStarts, 'idp', [duration], seed)[0][0])))
  expect(signs).toEqual(new Set([1, -1]))
}, 60_000)

test('IDP recalls the cat in the same way without noise', () => {
  const quiet = { ...fromRandomStarts, noise: { ...preset.noise, strength: 0 } }
  expect(catOverlaps(quiet, 'idp').filter((overlap) => overlap >= recalled)).toHaveLength(runs)
}, 60_000)

// What the classic models make of the same input, for the record (docs/document.md): mean |m| of the cat.
test.each([
  ['classic-start', 0.38],
  ['classic-pulse', 0.38],
  ['classic-held', 0.86],
] as const)(
  '%s comes to %f of the cat',
  (lane, expected) => {
    expect(mean(catOverlaps(fromRandomStarts, lane))).toBeCloseTo(expected, 1)
  },
  60_000,
)

test('on the first screen the dog turns into the cat within five time units', () => {
  const [early, late] = overlapsAt(defaultRecall, 'idp', [0, 5])
  expect(Math.abs(early[1])).toBeGreaterThan(Math.abs(early[0]))
  expect(late[0]).toBeGreaterThan(recalled)
})
