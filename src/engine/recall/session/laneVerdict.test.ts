import { expect, test } from 'vitest'
import { createRandom } from '../../../model/random.ts'
import { createLaneJudge } from './laneVerdict.ts'

const spacing = 0.02
const gram = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1)

/** Kinds of verdict as they follow each other, with the model time from which each holds. */
function verdictsOf(options: {
  readonly until: number
  readonly overlaps: (time: number) => number[]
  readonly saliency: (time: number) => number[]
}) {
  const judge = createLaneJudge()
  judge.begin(0)
  const told: { readonly what: string; readonly time: number }[] = []
  for (let k = 0; k * spacing <= options.until; k++) {
    const time = k * spacing
    judge.see({
      time,
      overlaps: Float32Array.from(options.overlaps(time)),
      saliency: options.saliency(time),
      gram,
      activity: 0.97,
      isAtRest: false,
      isNoisy: true,
      inputSince: 0,
    })
    const verdict = judge.verdict()
    const what = verdict.kind === 'memory' ? `memory ${verdict.mu}` : verdict.kind
    if (told.at(-1)?.what !== what) told.push({ what, time })
  }
  return told
}

/** The state follows the input from one memory to the next within a time constant, and trembles. */
function trembling(turn: number, tremble: number, seed: number) {
  const random = createRandom(seed)
  let noise = [0, 0, 0]
  return (time: number) => {
    noise = noise.map((value) => value * Math.exp(-spacing) + tremble * Math.sqrt(2 * spacing) * random.normal())
    const left = time < turn ? 1 : Math.exp(-2 * (time - turn))
    return [0.8 * left + noise[0], 0.8 * (1 - left) + noise[1], noise[2]]
  }
}

test.each([1, 2, 3, 4])(
  'the verdict follows a state that the input turned, within a unit and without flicker (%d)',
  (seed) => {
    const told = verdictsOf({
      until: 30,
      overlaps: trembling(10, 0.04, seed),
      saliency: (time) => (time < 10 ? [2, 1, 0] : [1, 2, 0]),
    })
    expect(told.map(({ what }) => what)).toEqual(['memory 0', 'moving', 'memory 1'])
    // The state itself passes 0.5 at 10.49, where 0.8 (1 − e⁻²ᵗ) = 0.5; trembling moves that by 0.2.
    expect(told[2].time).toBeLessThan(11)
  },
)

test('a near tie of two saliencies does not cut the window, nor does a state that leaves by itself', () => {
  const dip = (time: number) => (time > 10 && time < 10.4 ? [0.2, 0, 0] : [0.8, 0, 0])
  const tie = (time: number) => (Math.floor(time / spacing) % 2 === 0 ? [1, 1.01, 0] : [1.01, 1, 0])
  expect(verdictsOf({ until: 20, overlaps: dip, saliency: tie }).map(({ what }) => what)).toEqual(['memory 0'])
})

test('the time that a memory took counts from the start of the lane, or a later change of its input', () => {
  const judge = createLaneJudge()
  const see = (time: number, overlaps: number[], inputSince: number | null) => {
    judge.see({
      time,
      overlaps: Float32Array.from(overlaps),
      saliency: null,
      gram,
      activity: 1,
      isAtRest: false,
      isNoisy: false,
      inputSince,
    })
    return judge.recalledAfter()
  }
  judge.begin(30)
  expect(see(30, [0.4, 0, 0], null)).toBeNull()
  expect(see(32.5, [0.95, 0, 0], null)).toBeCloseTo(2.5)
  // It stays through a change of the input at 40; the next memory was recalled by that change.
  expect(see(41, [0.96, 0, 0], 40)).toBeCloseTo(2.5)
  expect(see(42, [0.6, 0.45, 0], 40)).toBeNull()
  expect(see(43, [0, 0.97, 0], 40)).toBeCloseTo(3)
  expect(see(44, [0, 0.97, 0], 40)).toBeCloseTo(3)
  judge.begin(50)
  expect(see(50, [0, 1, 0], 40)).toBe(0)
})

test.each([false, true])(
  'it is the time at which the overlap rose above 0.5 for good, by the samples (noise: %s)',
  (isNoisy) => {
    const judge = createLaneJudge()
    judge.begin(0)
    let last: number | null = null
    for (let k = 0; k * spacing <= 12; k++) {
      const time = k * spacing
      // Pale at first. With noise once above for a moment, and below again.
      const overlap = isNoisy && time > 0.6 && time < 0.7 ? 0.55 : Math.min(0.95, time / 3)
      const overlaps = Float32Array.of(overlap, 0, 0)
      judge.see({ time, overlaps, saliency: null, gram, activity: overlap, isAtRest: false, isNoisy, inputSince: null })
      last = judge.recalledAfter()
    }
    expect(last).toBeCloseTo(1.5, 1)
  },
)
