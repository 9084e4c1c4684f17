import { expect, test } from 'vitest'
import { inputAtInto, patternsInForce } from '../../../experiment/recall/deriveRecall.ts'
import { recallPresets } from '../../../experiment/recall/recallPresets.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { criticalLoad } from '../../../model/binary/capacity.ts'
import { criticalSaliency, existenceSaliency } from '../../../model/memory.ts'
import { saliencyInto } from '../../../model/saliency.ts'
import { overlapsAt, raceOverlaps, verdictAt } from './raceRuns.laws.ts'

// What the captions of the presets promise, from the session and the kernels that a visitor runs.

const slow = 60_000

const recallOf = (id: string) => {
  const preset = recallPresets.find((candidate) => candidate.id === id)
  if (preset === undefined) throw new Error(`no preset ${id}`)
  return preset.recall
}

const saliencyAt = (recall: RecallSettings, time: number) => {
  const { patterns } = patternsInForce(recall)
  const u = inputAtInto(new Float32Array(patterns.neuronCount), recall, time)
  return saliencyInto(new Float64Array(patterns.patternCount), patterns, u)
}

/** Of the asynchronous binary network, at rest. */
const binaryOverlaps = (recall: RecallSettings, seed: number) => overlapsAt(recall, 'binary-async', 40, seed)

/** One picture, from a random start. */
const tossed = recallPresets.filter(({ recall }) => recall.start.kind === 'random' && !recall.timeline.isOn)

test.each(tossed)(
  '$id: with the seed of the preset IDP shows its picture the right way round',
  ({ recall }) => {
    const overlaps = overlapsAt(recall, 'idp', 10)
    const strongest = overlaps.reduce((most, overlap) => (Math.abs(overlap) > Math.abs(most) ? overlap : most), 0)
    expect(strongest).toBeGreaterThan(0.5)
  },
  slow,
)

test(
  'morph: the state goes from the cat to the dog and back',
  () => {
    const [[cat, dog, catAgain]] = raceOverlaps(recallOf('morph'), ['idp'], [3, 13, 22])
    expect(cat[0]).toBeGreaterThan(0.95)
    expect(dog[1]).toBeGreaterThan(0.95)
    expect(catAgain[0]).toBeGreaterThan(0.95)
  },
  slow,
)

test(
  'letters: a quarter is turned; IDP reads S from every start, the classic start does not',
  () => {
    const recall = recallOf('letters')
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(Math.abs(overlapsAt(recall, 'idp', 10, seed)[4])).toBeGreaterThan(0.95)
      expect(Math.abs(overlapsAt(recall, 'classic-start', 10, seed)[4])).toBeLessThan(0.5)
    }
  },
  slow,
)

test(
  'noise: IDP follows, a pulse does not, an input held on stays halfway; Σα is √(PN) as in the paper',
  () => {
    const recall = recallOf('noise')
    const times = [5.9, 11.9, 17.9]
    for (const time of times) {
      const sum = saliencyAt(recall, time).reduce((total, value) => total + value, 0)
      expect(Math.abs(sum / Math.sqrt(10 * 1024) - 1)).toBeLessThan(0.1)
    }
    for (const seed of [recall.noise.seed, 1, 2]) {
      const [idp, pulse, held] = raceOverlaps(recall, ['idp', 'classic-pulse', 'classic-held'], times, seed)
      times.forEach((_, k) => {
        expect(Math.abs(idp[k][k])).toBeGreaterThan(0.8)
        expect(Math.abs(pulse[k][0])).toBeGreaterThan(0.9)
        expect(Math.abs(held[k][k])).toBeGreaterThan(0.4)
        expect(Math.abs(held[k][k])).toBeLessThan(0.75)
      })
    }
  },
  slow,
)

test(
  'overload: the load is above the critical one, the binary network loses what IDP holds',
  () => {
    const recall = recallOf('overload')
    const load = recall.memories.length / (recall.size.columns * recall.size.rows)
    expect(load).toBe(0.25)
    expect(load).toBeGreaterThan(criticalLoad)
    for (const seed of [1, 2, 3]) {
      expect(Math.abs(binaryOverlaps(recall, seed)[1])).toBeLessThan(0.7)
      expect(Math.abs(overlapsAt(recall, 'idp', 10, seed)[1])).toBeGreaterThan(0.95)
    }
  },
  slow,
)

test(
  'alike: Hebb’s rule reads a blend nearer to G, the pseudo-inverse rule reads C',
  () => {
    const recall = recallOf('alike')
    const hebb: RecallSettings = { ...recall, network: { ...recall.network, rule: 'hebb' } }
    const { patterns } = patternsInForce(recall)
    const c = patterns.values.subarray(0, patterns.neuronCount)
    const shared = c.reduce(
      (count, value, i) => count + (value === patterns.values[patterns.neuronCount + i] ? 1 : 0),
      0,
    )
    expect(shared / patterns.neuronCount).toBe(7 / 8)
    for (const seed of [1, 2, 3, 4, 5]) {
      const wrong = overlapsAt(hebb, 'idp', 10, seed).map(Math.abs)
      expect(wrong[1]).toBeGreaterThan(wrong[0] + 0.05)
      expect(verdictAt(hebb, 'idp', 10, seed)).toMatchObject({ kind: 'mixture', mus: [1, 0] })
      expect(verdictAt(recall, 'idp', 10, seed)).toMatchObject({ kind: 'memory', mu: 0 })
      const right = overlapsAt(recall, 'idp', 10, seed).map(Math.abs)
      expect(right[0]).toBeGreaterThan(0.95)
    }
  },
  slow,
)

test(
  'orthogonal: memory 2 exists and is a saddle; the state leaves it for memory 1',
  () => {
    const recall = recallOf('orthogonal')
    const [first, second, ...others] = saliencyAt(recall, 0)
    expect(first).toBeCloseTo(2, 6)
    expect(others.every((value) => Math.abs(value) < 1e-6)).toBe(true)
    expect(second).toBeGreaterThan(existenceSaliency(recall.network.gain))
    expect(second).toBeLessThan(criticalSaliency(first, recall.network.gain))
    for (const seed of [1, 2, 3]) {
      const [[early, late]] = raceOverlaps(recall, ['idp'], [4, 25], seed)
      expect(Math.abs(early[1])).toBeGreaterThan(0.5)
      expect(Math.abs(late[0])).toBeGreaterThan(0.9)
      expect(Math.abs(late[1])).toBeLessThan(0.05)
    }
  },
  slow,
)

test(
  'mixture: the binary network stops in a blend of three, IDP in the strongest',
  () => {
    const recall = recallOf('mixture')
    for (const seed of [1, 2, 3]) {
      const blend = binaryOverlaps(recall, seed)
      for (const mu of [0, 1, 2]) expect(Math.abs(blend[mu] - 0.5)).toBeLessThan(0.1)
      expect(Math.abs(overlapsAt(recall, 'idp', 10, seed)[0])).toBeGreaterThan(0.9)
    }
  },
  slow,
)
