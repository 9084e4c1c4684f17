import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import type { Experiment } from './experiment.ts'
import type { Range } from './ranges.ts'
import { maximumBalls, ranges } from './ranges.ts'
import { defaultRecall } from './recall/defaultRecall.ts'
import { parseEdit, parseExperiment } from './schema.ts'

const within = ({ low, high, isWhole }: Range) =>
  isWhole
    ? fc.integer({ min: low, max: high })
    : fc.double({ min: low, max: high, noNaN: true }).map((value) => value + 0)
const pair = (range: Range) => fc.tuple(within(range), within(range))

const experiments: fc.Arbitrary<Experiment> = fc.record({
  version: fc.constant<3>(3),
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
  noise: fc.record({ strength: within(ranges.noise), seed: within(ranges.seed), particles: within(ranges.particles) }),
  integration: fc.record({
    scheme: fc.constantFrom('rk4', 'heun'),
    noisyScheme: fc.constantFrom('euler-maruyama', 'stochastic-heun'),
    timeStep: within(ranges.timeStep),
  }),
  playback: fc.record({ speed: within(ranges.speed) }),
  view: fc.record({
    picture: fc.constantFrom('surface', 'map'),
    camera: fc.record({
      azimuth: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }).map((value) => value + 0),
      elevation: within(ranges.elevation),
      distance: within(ranges.distance),
    }),
    layers: fc.record({ contours: fc.boolean(), trails: fc.boolean(), labels: fc.boolean(), equilibria: fc.boolean() }),
    phase: fc.record({
      flow: fc.boolean(),
      descent: fc.boolean(),
      nullclines: fc.boolean(),
      separatrices: fc.boolean(),
      directions: fc.boolean(),
      cloud: fc.boolean(),
      ground: fc.constantFrom('energy', 'density'),
      tint: fc.constantFrom('height', 'basins', 'density'),
      diagram: fc.record({
        along: fc.constantFrom('path', 'gain', 'input'),
        path: fc.tuple(pair(ranges.saliency), pair(ranges.saliency)),
        show: fc.constantFrom('overlap-1', 'overlap-2', 'energy'),
      }),
    }),
  }),
  recall: fc.constant(defaultRecall),
})

/** The value at a path of the default document replaced. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(defaultExperiment))
  let node = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>
  const last = path[path.length - 1]
  if (value === undefined) Reflect.deleteProperty(node, last)
  else node[last] = value
  return copy
}

const sentenceOf = (value: unknown) => {
  const result = parseExperiment(value)
  return result.ok ? null : result.sentence
}

test('a valid document parses to itself, and so does its JSON', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      expect(parseExperiment(experiment)).toEqual({ ok: true, experiment })
      expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual({ ok: true, experiment })
    }),
  )
})

test('clamping is done once: what it gives parses to itself', () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(anyNumber, anyNumber, anyNumber, (saliency, azimuth, gain) => {
      const wild = {
        ...defaultExperiment,
        model: { ...defaultExperiment.model, gain },
        input: { saliency: [saliency, gain] },
        view: { ...defaultExperiment.view, camera: { azimuth, elevation: saliency, distance: gain } },
      }
      const once = parseExperiment(wild)
      if (!once.ok) throw new Error(once.sentence)
      expect(parseExperiment(once.experiment)).toEqual(once)
    }),
  )
})

test('garbage is refused with a sentence, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
      expect(sentenceOf(value)).toMatch(/^.+\.$/s)
    }),
  )
})

test('garbage at any place of a document is refused with a sentence, or clamped', () => {
  const paths = [
    ['version'],
    ['model'],
    ['model', 'kind'],
    ['input', 'saliency'],
    ['input', 'saliency', 1],
    ['balls'],
    ['balls', 0],
    ['balls', 0, 'id'],
    ['balls', 1, 'start', 0],
    ['noise', 'seed'],
    ['view', 'camera', 'azimuth'],
    ['view', 'layers', 'trails'],
    ['view', 'phase'],
    ['view', 'phase', 'tint'],
    ['view', 'phase', 'diagram', 'path'],
    ['view', 'phase', 'diagram', 'path', 1, 0],
    ['noise', 'particles'],
    ['extra'],
  ]
  const options = { withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.anything(options), (path, value) => {
      const result = parseExperiment(withValue(path, value))
      if (result.ok) expect(parseExperiment(result.experiment)).toEqual(result)
      else expect(result.sentence).toMatch(/^.+\.$/s)
    }),
    { numRuns: 500 },
  )
})

test.each<[readonly (string | number)[], unknown, string]>([
  [['input', 'saliency', 0], 'abc', 'input.saliency[0] should be a number from −3 to 5, but is "abc".'],
  [
    ['input', 'saliency', 1],
    Number.NaN,
    'input.saliency[1] should be a number from −3 to 5, but is not a number (NaN).',
  ],
  [['model', 'gain'], Infinity, 'model.gain should be a number from 0.5 to 10, but is Infinity.'],
  [['model', 'kind'], 'softmax', 'model.kind should be "idp" or "classic", but is "softmax".'],
  [['noise', 'seed'], 1.5, 'noise.seed should be a whole number from 0 to 4294967295, but is 1.5.'],
  [['noise', 'seed'], undefined, 'noise.seed is missing: it should be a whole number from 0 to 4294967295.'],
  [['input', 'saliency'], [1], 'input.saliency[1] is missing: it should be a number from −3 to 5.'],
  [['input', 'saliency'], [1, 2, 3], 'input.saliency should be a list of two numbers, but is a list of 3.'],
  [['version'], 4, 'version should be 1, 2 or 3, the versions that this page can read, but is 4.'],
  [['view', 'colour'], 'red', 'view.colour is not part of an experiment: remove it.'],
  [['view', 'layers', 'trails'], 1, 'view.layers.trails should be true or false, but is 1.'],
  [['noise', 'particles'], 12.5, 'noise.particles should be a whole number from 100 to 10000, but is 12.5.'],
  [['view', 'phase', 'tint'], 'heat', 'view.phase.tint should be "height", "basins" or "density", but is "heat".'],
  [
    ['view', 'phase', 'diagram', 'path'],
    [[0, 1]],
    'view.phase.diagram.path[1] is missing: it should be a list of two numbers.',
  ],
  [['balls'], { id: 1 }, 'balls should be a list of at most 24 balls, but is an object.'],
  [['balls', 1, 'id'], 1, 'balls should be a list in which every id is different, but is a list of 3.'],
  [['view', 'camera', 'azimuth'], null, 'view.camera.azimuth should be an angle in radians, but is empty (null).'],
])('at %j, %j is refused in words', (path, value, sentence) => {
  expect(sentenceOf(withValue(path, value))).toBe(sentence)
})

test('the whole value may be wrong', () => {
  expect(sentenceOf('hello')).toBe(
    'The experiment should be an object with version, model, input, balls, noise, integration, playback, view, recall, but is "hello".',
  )
})

test('too many balls are refused', () => {
  const balls = Array.from({ length: maximumBalls + 1 }, (_, i) => ({ id: i + 1, start: [0, 0] }))
  expect(sentenceOf(withValue(['balls'], balls))).toBe(
    'balls should be a list of at most 24 balls, but is a list of 25.',
  )
})

test('a number out of range is moved to the nearest end, an angle is wrapped', () => {
  const result = parseExperiment({
    ...defaultExperiment,
    input: { saliency: [-100, 100] },
    view: { ...defaultExperiment.view, camera: { azimuth: 7, elevation: 9, distance: 0 } },
  })
  if (!result.ok) throw new Error(result.sentence)
  expect(result.experiment.input.saliency).toEqual([-3, 5])
  expect(result.experiment.view.camera.azimuth).toBeCloseTo(7 - 2 * Math.PI, 12)
  expect(result.experiment.view.camera.elevation).toBe(Math.PI / 2)
  expect(result.experiment.view.camera.distance).toBe(1)
})

test('an edit is read as the whole document is, and what it left alone stays the same object', () => {
  fc.assert(
    fc.property(
      experiments,
      experiments,
      fc.subarray(['model', 'input', 'balls', 'noise', 'view']),
      (before, other, parts) => {
        const edited = {
          ...before,
          ...Object.fromEntries(parts.map((part) => [part, other[part as keyof Experiment]])),
        }
        const parsed = parseEdit(before, edited)
        expect(parsed).toEqual(parseExperiment(edited))
        if (!parsed.ok) throw new Error(parsed.sentence)
        for (const part of ['integration', 'playback', 'recall'] as const)
          expect(parsed.experiment[part]).toBe(before[part])
      },
    ),
    { numRuns: 100 },
  )
  expect(parseEdit(defaultExperiment, { ...defaultExperiment })).toMatchObject({ experiment: defaultExperiment })
})

test.each([
  { model: { ...defaultExperiment.model, gain: 'high' } },
  { input: { saliency: [1, Number.NaN] } },
  { noise: undefined },
  { version: 2 },
  { more: 1 },
])('an edit that does not fit is refused as the document would be: %j', (patch) => {
  const edited = { ...defaultExperiment, ...patch } as Experiment
  const parsed = parseEdit(defaultExperiment, edited)
  expect(parsed.ok).toBe(false)
  if (!('version' in patch)) expect(parsed).toEqual(parseExperiment(edited))
})
