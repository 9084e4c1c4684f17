import { beforeAll, describe, expect, test } from 'vitest'
import { defaultRecall } from '../../../experiment/recall/defaultRecall.ts'
import { inputVectorInto } from '../../../experiment/recall/deriveRecall.ts'
import { decodeBits } from '../../../experiment/recall/pixelCode.ts'
import { recallPresets } from '../../../experiment/recall/recallPresets.ts'
import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { overlapsAt, raceAtStart, raceOverlaps } from './raceRuns.laws.ts'

// The claim of the paper's Figure 1 on the pictures of the library: a part of a memory recalls the whole. Every figure that docs/document.md
// states under "Figure 1" stands here, from the session and the kernel that a visitor runs.

const runs = 20
const seeds = Array.from({ length: runs }, (_, k) => 1 + k)
/** Time units: several times what it takes. */
const duration = 10
const recalled = 0.95
const noise = 0.5

const preset = recallPresets.find(({ id }) => id === 'tail')?.recall ?? defaultRecall
const neuronCount = preset.size.columns * preset.size.rows
const names = preset.memories.filter((memory) => memory.isOn).map((memory) => memory.name)
const fromRandomStarts: RecallSettings = { ...preset, start: { kind: 'random' } }

/** The four models; three race at a time. */
const races: readonly (readonly LaneKind[])[] = [['idp', 'classic-start', 'classic-pulse'], ['classic-held']]

const catAtEnd = new Map<LaneKind, number[]>()

beforeAll(() => {
  for (const lanes of races) {
    const perSeed = seeds.map((seed) => raceOverlaps(fromRandomStarts, lanes, [duration], seed))
    lanes.forEach((lane, k) => {
      catAtEnd.set(
        lane,
        perSeed.map((lanesOfSeed) => lanesOfSeed[k][0][0]),
      )
    })
  }
}, 60_000)

const cats = (lane: LaneKind): readonly number[] => catAtEnd.get(lane) ?? []
const magnitudes = (lane: LaneKind) => cats(lane).map(Math.abs)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('what is shown', () => {
  test('the cat’s tail alone: 253 of 1,024 pixels, the other 75.3 % are unknown', () => {
    const cat = decodeBits(preset.memories[0].bits, neuronCount)
    const u = inputVectorInto(new Float32Array(neuronCount), preset, preset.input)
    const shown = u.filter((value, i) => value === preset.inputScale * cat[i]).length
    const hidden = u.filter((value) => value === 0).length
    expect(names.slice(0, 2)).toEqual(['Cat', 'Dog'])
    expect([preset.size, preset.inputScale, preset.network.gain]).toEqual([{ columns: 32, rows: 32 }, 12, 1])
    expect([shown, shown + hidden]).toEqual([253, neuronCount])
    expect((100 * hidden) / neuronCount).toBeCloseTo(75.3, 1)
  })

  test('the saliencies: only the cat’s is above 1/g', () => {
    const { saliency } = raceAtStart(fromRandomStarts, ['idp'])
    const rounded = Object.fromEntries(names.map((name, mu) => [name, saliency[mu].toFixed(2)]))
    expect(rounded).toEqual({
      Cat: '2.96',
      Dog: '-0.71',
      Bird: '-0.53',
      Fish: '0.04',
      Elephant: '-0.41',
      Owl: '-0.22',
      Butterfly: '0.34',
    })
  })
})

describe(`from ${runs} random starts, after ${duration} time units, at σ = ${noise}`, () => {
  test('all models have the same scale and feel the noise; the reproducible kernel runs', () => {
    expect(preset.noise.strength).toBe(noise)
    expect(preset.network.equalisesScale).toBe(true)
    for (const lanes of races)
      expect(new Set(raceAtStart(fromRandomStarts, lanes).flavours)).toEqual(new Set(['plain']))
  })

  test.each([
    ['idp', 0.99, runs],
    ['classic-start', 0.38, 0],
    ['classic-pulse', 0.38, 0],
    ['classic-held', 0.9, 0],
  ] as const)('%s: overlap with the cat %f in the mean, recalled %i times', (lane, expected, count) => {
    expect(mean(magnitudes(lane))).toBeCloseTo(expected, 2)
    expect(magnitudes(lane).filter((overlap) => overlap >= recalled)).toHaveLength(count)
  })

  test('about half of the runs of IDP end in the twin', () => {
    expect(cats('idp').filter((overlap) => overlap < 0)).toHaveLength(11)
  })

  test('the classic networks pass close to the cat and then slide into a blend of all animals', () => {
    const lanes = ['classic-start', 'classic-pulse'] as const
    for (const [near, far] of raceOverlaps(fromRandomStarts, lanes, [2, duration], 1)) {
      expect(near[0]).toBeGreaterThan(0.85)
      for (const overlap of far) expect(Math.abs(overlap)).toBeGreaterThan(0.3)
      expect(Math.max(...far.map(Math.abs))).toBeLessThan(0.6)
    }
  })

  test('a held input keeps it nearer, at 0.91 at most', () => {
    expect(Math.max(...magnitudes('classic-held'))).toBeCloseTo(0.91, 2)
    expect(Math.min(...magnitudes('classic-held'))).toBeGreaterThan(Math.max(...magnitudes('classic-start')))
  })

  test('but not always: seed 25 ends in the negative of the blend', () => {
    const blend = overlapsAt(fromRandomStarts, 'classic-start', duration, 25)
    const held = overlapsAt(fromRandomStarts, 'classic-held', duration, 25)
    expect(Math.abs(held[0])).toBeLessThan(0.1)
    for (let mu = 1; mu < held.length; mu++) expect(Math.sign(held[mu])).toBe(-Math.sign(blend[mu]))
  })
})

test(`without noise IDP recalls the cat from ${runs} starts of ${runs} as well`, () => {
  const quiet = { ...fromRandomStarts, noise: { ...preset.noise, strength: 0 } }
  const overlaps = seeds.map((seed) => Math.abs(overlapsAt(quiet, 'idp', duration, seed)[0]))
  expect(overlaps.filter((overlap) => overlap >= recalled)).toHaveLength(runs)
})

test('on the first screen the dog turns into the cat within five time units', () => {
  const [[early, late]] = raceOverlaps(defaultRecall, ['idp'], [0, 5])
  expect(Math.abs(early[1])).toBeGreaterThan(Math.abs(early[0]))
  expect(late[0]).toBeGreaterThan(recalled)
})
