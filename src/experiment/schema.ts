import * as v from 'valibot'
import type { Experiment } from './experiment.ts'
import type { Range } from './ranges.ts'
import { clampToRange, maximumBalls, rangeText, ranges, wrapAngle } from './ranges.ts'
import { refusalSentence } from './refusalSentence.ts'

// Each schema's message is the phrase for what is expected: `refusalSentence` puts it after "should be".
const ranged = (range: Range) => {
  const expected = rangeText(range)
  const finite = v.pipe(v.number(expected), v.finite(expected))
  const clamp = v.transform<number, number>((value) => clampToRange(value, range))
  return range.isWhole ? v.pipe(finite, v.integer(expected), clamp) : v.pipe(finite, clamp)
}

const choice = <const T extends string>(...options: readonly [T, T]) =>
  v.picklist(options, `"${options[0]}" or "${options[1]}"`)

const group = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, `an object with ${Object.keys(entries).join(', ')}`)

const pair = (range: Range) => v.strictTuple([ranged(range), ranged(range)], `a list of two numbers`)

const flag = v.boolean('true or false')

const angleText = 'an angle in radians'
const angle = v.pipe(v.number(angleText), v.finite(angleText), v.transform(wrapAngle))

const ballsText = `a list of at most ${maximumBalls} balls`
const balls = v.pipe(
  v.array(group({ id: ranged(ranges.ballId), start: pair(ranges.ballCoordinate) }), ballsText),
  v.maxLength(maximumBalls, ballsText),
  v.check((list) => new Set(list.map((ball) => ball.id)).size === list.length, 'a list in which every id is different'),
)

const experimentSchema = group({
  version: v.literal(1, '1, the version that this page can read'),
  model: group({
    kind: choice('idp', 'classic'),
    inputAs: choice('current', 'start'),
    strength: ranged(ranges.strength),
    gain: ranged(ranges.gain),
  }),
  input: group({ saliency: pair(ranges.saliency) }),
  balls,
  noise: group({ strength: ranged(ranges.noise), seed: ranged(ranges.seed) }),
  integration: group({
    scheme: choice('rk4', 'heun'),
    noisyScheme: choice('euler-maruyama', 'stochastic-heun'),
    timeStep: ranged(ranges.timeStep),
  }),
  playback: group({ speed: ranged(ranges.speed) }),
  view: group({
    picture: choice('surface', 'map'),
    camera: group({ azimuth: angle, elevation: ranged(ranges.elevation), distance: ranged(ranges.distance) }),
    layers: group({ contours: flag, trails: flag, labels: flag, equilibria: flag }),
  }),
})

/** The outcome of reading a document from outside. */
export type ParsedExperiment =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly sentence: string }

/**
 * Reads a document from anywhere. A finite number outside its range is moved to the nearest end. Anything else that does not fit is
 * refused with a sentence that names the path, what was found and what is expected. Never throws.
 */
export function parseExperiment(value: unknown): ParsedExperiment {
  try {
    const result = v.safeParse(experimentSchema, value, { abortEarly: true, abortPipeEarly: true })
    if (result.success) return { ok: true, experiment: result.output }
    return { ok: false, sentence: refusalSentence(experimentSchema, result.issues[0]) }
  } catch {
    // An object whose getters throw: it cannot come from JSON, but nothing from outside may break the page.
    return { ok: false, sentence: 'This is not an experiment: it could not be read.' }
  }
}
