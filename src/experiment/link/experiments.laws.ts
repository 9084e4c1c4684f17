import fc from 'fast-check'
import { defaultExperiment } from '../defaultExperiment.ts'
import type { Experiment } from '../experiment.ts'
import { maximumBalls, ranges, type Range } from '../ranges.ts'
import { bitsLength, encodeBytes, tritsLength } from '../recall/pixelCode.ts'
import { recallDocuments } from '../recall/recallDocuments.laws.ts'
import { largestSide, longestName, maximumMemories } from '../recall/recallRanges.ts'
import type { RecallSettings } from '../recall/recallSettings.ts'

// Random valid documents, for properties that hold for all of them.

/** Numbers of a range: its ends, short ones as controls set them, and any of its doubles. */
function within({ low, high, isWhole }: Range): fc.Arbitrary<number> {
  const ends = fc.constantFrom(low, high)
  if (isWhole) return fc.oneof(ends, fc.integer({ min: low, max: high }))
  const short = fc
    .tuple(fc.double({ min: low, max: high, noNaN: true }), fc.integer({ min: 0, max: 6 }))
    .map(([value, places]) => Math.min(high, Math.max(low, Number(value.toFixed(places)))) + 0)
  const any = fc.double({ min: low, max: high, noNaN: true }).map((value) => value + 0)
  return fc.oneof(ends, short, any)
}

const pair = (range: Range) => fc.tuple(within(range), within(range))
const flag = fc.boolean()

const camera = fc.record({
  azimuth: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }).map((value) => value + 0),
  elevation: within(ranges.elevation),
  distance: within(ranges.distance),
})

const phase = fc.record({
  flow: flag,
  descent: flag,
  nullclines: flag,
  separatrices: flag,
  directions: flag,
  cloud: flag,
  ground: fc.constantFrom('energy', 'density'),
  tint: fc.constantFrom('height', 'basins', 'density'),
  diagram: fc.record({
    along: fc.constantFrom('path', 'gain', 'input'),
    path: fc.tuple(pair(ranges.saliency), pair(ranges.saliency)),
    show: fc.constantFrom('overlap-1', 'overlap-2', 'energy'),
  }),
})

/** Any UTF-16 text that a document takes: accents, emoji, halves of emoji, control characters. */
const names = fc.oneof(
  fc.string({ minLength: 1, maxLength: longestName }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: longestName })
    .map((units) => String.fromCharCode(...units)),
)

/** The default pictures with other names, in another order, some pixels changed: what people do first. */
const editedRecall: fc.Arbitrary<RecallSettings> = fc
  .record({
    memories: fc.shuffledSubarray([...defaultExperiment.recall.memories], { minLength: 3 }),
    name: names,
    code: fc.constantFrom('A', '_', '7'),
    at: fc.nat(150),
  })
  .map(({ memories, name, code, at }) => {
    const { recall } = defaultExperiment
    const changed = memories.map((memory, k) =>
      k === 0 ? { ...memory, name, bits: memory.bits.slice(0, at) + code + memory.bits.slice(at + 1) } : memory,
    )
    const [{ id }, other] = changed
    const input = { ...recall.input, memory: id } as RecallSettings['input']
    return {
      ...recall,
      memories: changed,
      input,
      start: { kind: 'random' },
      slice: { ...recall.slice, memories: [id, other.id] },
    }
  })

const codes = (seed: number, length: number) =>
  encodeBytes(Uint8Array.from({ length }, (_, k) => Math.imul(seed + k, 0x9e3779b1) >>> 24)).slice(0, length)

/** The largest pictures, and the longest bank of small ones. */
const extremeRecall: fc.Arbitrary<RecallSettings> = fc
  .tuple(fc.constantFrom([largestSide, 2], [4, maximumMemories]), fc.integer())
  .map(([[side, count], seed]) => {
    const { recall } = defaultExperiment
    return {
      ...recall,
      size: { columns: side, rows: side },
      memories: Array.from({ length: count }, (_, k) => ({
        id: 1_000_000 - k,
        name: 'm'.repeat(longestName),
        isOn: k === 0,
        bits: codes(seed + k, bitsLength(side * side)),
      })),
      input: { kind: 'drawing', pixels: codes(seed, tritsLength(side * side)) },
      start: { kind: 'input' },
      slice: { ...recall.slice, memories: null },
    }
  })

const recalls: fc.Arbitrary<RecallSettings> = fc.oneof(
  { weight: 400, arbitrary: recallDocuments },
  { weight: 200, arbitrary: fc.tuple(recallDocuments, names).map(([recall, name]) => withName(recall, name)) },
  { weight: 300, arbitrary: editedRecall },
  { weight: 98, arbitrary: fc.constant(defaultExperiment.recall) },
  { weight: 2, arbitrary: extremeRecall },
)

function withName(recall: RecallSettings, name: string): RecallSettings {
  return { ...recall, memories: recall.memories.map((memory) => ({ ...memory, name })) }
}

/** Any valid document. */
export const experiments: fc.Arbitrary<Experiment> = fc.record({
  version: fc.constant(defaultExperiment.version),
  model: fc.record({
    kind: fc.constantFrom('idp', 'classic'),
    inputAs: fc.constantFrom('current', 'start'),
    strength: within(ranges.strength),
    gain: within(ranges.gain),
  }),
  input: fc.record({ saliency: pair(ranges.saliency) }),
  balls: fc.uniqueArray(fc.record({ id: within(ranges.ballId), start: pair(ranges.ballCoordinate) }), {
    maxLength: maximumBalls,
    selector: (ball) => ball.id,
  }),
  noise: fc.record({
    strength: within(ranges.noise),
    seed: within(ranges.seed),
    particles: within(ranges.particles),
  }),
  integration: fc.record({
    scheme: fc.constantFrom('rk4', 'heun'),
    noisyScheme: fc.constantFrom('euler-maruyama', 'stochastic-heun'),
    timeStep: within(ranges.timeStep),
  }),
  playback: fc.record({ speed: within(ranges.speed) }),
  view: fc.record({
    picture: fc.constantFrom('surface', 'map'),
    camera,
    layers: fc.record({ contours: flag, trails: flag, labels: flag, equilibria: flag }),
    phase,
  }),
  recall: recalls,
})
