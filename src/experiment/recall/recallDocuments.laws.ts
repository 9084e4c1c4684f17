import fc from 'fast-check'
import type { Range } from '../ranges.ts'
import { ranges } from '../ranges.ts'
import { bitsLength, tritsLength } from './pixelCode.ts'
import { longestName, maximumKeyframes, maximumLanes, recallRanges } from './recallRanges.ts'
import type { RecallInput, RecallSettings } from './recallSettings.ts'

// Random valid Recall parts, for properties that hold for all of them.

const within = ({ low, high, isWhole }: Range) =>
  isWhole
    ? fc.integer({ min: low, max: high })
    : fc.double({ min: low, max: high, noNaN: true }).map((value) => value + 0)

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codeOf = (length: number) =>
  fc.string({ unit: fc.constantFrom(...base64url.split('')), minLength: length, maxLength: length })

const fraction = within(recallRanges.fraction)

const occlusions = fc.oneof(
  fc.record({ kind: fc.constant('none') }),
  fc.record({ kind: fc.constant('half'), hides: fc.constantFrom('left', 'right', 'top', 'bottom') }),
  fc.record({
    kind: fc.constant('window'),
    shows: fc.constantFrom('inside', 'outside'),
    window: fc.record({ left: fraction, top: fraction, width: fraction, height: fraction }),
  }),
)

const inputsFor = (ids: readonly number[], neuronCount: number): fc.Arbitrary<RecallInput> =>
  fc.oneof(
    fc.record({ kind: fc.constant('drawing'), pixels: codeOf(tritsLength(neuronCount)) }),
    fc.record({
      kind: fc.constant('mix'),
      faders: fc.uniqueArray(fc.record({ memory: fc.constantFrom(...ids), amount: within(recallRanges.fader) }), {
        selector: (fader) => fader.memory,
      }),
      isNormalised: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('corrupted'),
      memory: fc.constantFrom(...ids),
      flips: fc.integer({ min: 0, max: neuronCount }),
      noise: within(recallRanges.pixelNoise),
      seed: within(recallRanges.seed),
      occlusion: occlusions,
    }),
  )

const networks = fc.record({
  gain: within(recallRanges.gain),
  strength: within(recallRanges.strength),
  pulseDuration: within(recallRanges.pulseDuration),
  hasZeroDiagonal: fc.boolean(),
  rule: fc.constantFrom('hebb', 'storkey', 'pseudo-inverse'),
  unlearning: fc.record({ steps: within(recallRanges.unlearningSteps), rate: within(recallRanges.unlearningRate) }),
  equalisesScale: fc.boolean(),
})

const lanes = fc.uniqueArray(
  fc.constantFrom('binary-async', 'binary-sync', 'classic-start', 'classic-pulse', 'classic-held', 'idp'),
  { minLength: 1, maxLength: maximumLanes },
)

const timelinesFor = (inputs: fc.Arbitrary<RecallInput>) =>
  fc.record({
    isOn: fc.boolean(),
    isLooped: fc.boolean(),
    keyframes: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 40 }), inputs, fc.boolean()), { maxLength: maximumKeyframes })
      .map((steps) => {
        let time = 0
        return steps.map(([gap, input, isMorphing], k) => {
          if (k > 0) time += gap
          return { id: 100 - k, time, input, isMorphing }
        })
      }),
  })

const slicesFor = (ids: readonly number[]) =>
  fc.record({
    memories: ids.length < 2 ? fc.constant(null) : fc.constantFrom(null, [ids[0], ids[1]] as const),
    lane: fc.constantFrom('classic-start', 'classic-pulse', 'classic-held', 'idp'),
    picture: fc.constantFrom('surface', 'map'),
    camera: fc.record({
      azimuth: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }).map((value) => value + 0),
      elevation: within(ranges.elevation),
      distance: within(ranges.distance),
    }),
  })

const documentsFor = (columns: number, rows: number, ids: readonly number[]): fc.Arbitrary<RecallSettings> => {
  const inputs = inputsFor(ids, columns * rows)
  const memories = ids.map((id, k) =>
    fc.record({
      id: fc.constant(id),
      name: fc.string({ minLength: 1, maxLength: longestName }),
      isOn: k === 0 ? fc.constant(true) : fc.boolean(),
      bits: codeOf(bitsLength(columns * rows)),
    }),
  )
  return fc.record({
    size: fc.constant({ columns, rows }),
    memories: fc.tuple(...memories),
    input: inputs,
    inputScale: within(recallRanges.inputScale),
    timeline: timelinesFor(inputs),
    lanes,
    network: networks,
    start: fc.oneof(
      fc.record({ kind: fc.constant('random') }),
      fc.record({ kind: fc.constant('input') }),
      fc.record({ kind: fc.constant('memory'), memory: fc.constantFrom(...ids), isInverted: fc.boolean() }),
    ),
    noise: fc.record({ strength: within(recallRanges.noise), seed: within(recallRanges.seed) }),
    integration: fc.record({
      timeStep: within(recallRanges.timeStep),
      kernel: fc.constantFrom('fastest', 'reproducible'),
    }),
    playback: fc.record({ speed: within(recallRanges.speed) }),
    slice: slicesFor(ids),
  })
}

/** Valid parts with one to five memories of 4 x 4 to 9 x 9 pixels. */
export const recallDocuments: fc.Arbitrary<RecallSettings> = fc
  .record({
    columns: fc.integer({ min: 4, max: 9 }),
    rows: fc.integer({ min: 4, max: 9 }),
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  })
  .chain(({ columns, rows, ids }) => documentsFor(columns, rows, ids))
