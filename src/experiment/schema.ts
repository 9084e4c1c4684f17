import * as v from 'valibot'
import type { Experiment } from './experiment.ts'
import { migrate } from './migrate.ts'
import { maximumBalls, ranges } from './ranges.ts'
import { phaseSchema } from './phaseSchema.ts'
import { recallSchema } from './recall/recallSchema.ts'
import { refusalSentence } from './refusalSentence.ts'
import { areDifferent, camera, choice, flag, group, pair, ranged } from './schemaParts.ts'

const ballsText = `a list of at most ${maximumBalls} balls`
const balls = v.pipe(
  v.array(group({ id: ranged(ranges.ballId), start: pair(ranges.ballCoordinate) }), ballsText),
  v.maxLength(maximumBalls, ballsText),
  v.check((list) => areDifferent(list.map((ball) => ball.id)), 'a list in which every id is different'),
)

const experimentSchema = group({
  version: v.literal(3, '1, 2 or 3, the versions that this page can read'),
  model: group({
    kind: choice('idp', 'classic'),
    inputAs: choice('current', 'start'),
    strength: ranged(ranges.strength),
    gain: ranged(ranges.gain),
  }),
  input: group({ saliency: pair(ranges.saliency) }),
  balls,
  noise: group({ strength: ranged(ranges.noise), seed: ranged(ranges.seed), particles: ranged(ranges.particles) }),
  integration: group({
    scheme: choice('rk4', 'heun'),
    noisyScheme: choice('euler-maruyama', 'stochastic-heun'),
    timeStep: ranged(ranges.timeStep),
  }),
  playback: group({ speed: ranged(ranges.speed) }),
  view: group({
    picture: choice('surface', 'map'),
    camera,
    layers: group({ contours: flag, trails: flag, labels: flag, equilibria: flag }),
    phase: phaseSchema,
  }),
  recall: recallSchema,
})

/** The outcome of reading a document from outside. */
export type ParsedExperiment =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly sentence: string }

/**
 * Reads a document from anywhere. A finite number outside its range is moved to the nearest end. Anything else that does not fit is
 * refused with a sentence that names the path, what was found and what is expected. A document of an older version is brought up to the
 * present one. Never throws.
 */
export function parseExperiment(value: unknown): ParsedExperiment {
  try {
    const result = v.safeParse(experimentSchema, migrate(value), { abortEarly: true, abortPipeEarly: true })
    if (result.success) return { ok: true, experiment: result.output }
    return { ok: false, sentence: refusalSentence(experimentSchema, result.issues[0]) }
  } catch {
    // An object whose getters throw: it cannot come from JSON, but nothing from outside may break the page.
    return { ok: false, sentence: 'This is not an experiment: it could not be read.' }
  }
}
