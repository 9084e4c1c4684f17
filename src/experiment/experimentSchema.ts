import * as v from 'valibot'
import { phaseSchema } from './phaseSchema.ts'
import { maximumBalls, ranges } from './ranges.ts'
import { recallSchema } from './recall/recallSchema.ts'
import { areDifferent, camera, choice, flag, group, pair, ranged } from './schemaParts.ts'

const ballsText = `a list of at most ${maximumBalls} balls`
const balls = v.pipe(
  v.array(group({ id: ranged(ranges.ballId), start: pair(ranges.ballCoordinate) }), ballsText),
  v.maxLength(maximumBalls, ballsText),
  v.check((list) => areDifferent(list.map((ball) => ball.id)), 'a list in which every id is different'),
)

/** The document of the present version; `parseExperiment` reads with it, and `public/memoryscape.schema.json` is made from it. */
export const experimentSchema = group({
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
