import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { encodeLink } from '../../experiment/link/link.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { parseExperiment } from '../../experiment/schema.ts'
import { setUpHost } from './fakeHost.laws.ts'
import { parameterNames } from './parameters.ts'

const rounds = 10_000
const seed = 5

/** What nobody expects: any JSON, and what structured clones carry beyond it. */
const anything = fc.oneof(
  fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBigInt: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    Infinity,
    NaN,
    -0,
    1e300,
    '',
    {},
    [],
  ),
)

const values = fc.dictionary(
  fc.oneof(fc.constantFrom<string>(...parameterNames), fc.string({ maxLength: 8 })),
  fc.oneof(
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<unknown>('idp', 'classic', 'map', 'surface', 'current'),
    anything,
  ),
  { maxKeys: 4 },
)
const goodValues = fc.record(
  {
    alpha1: fc.double({ noNaN: true, noDefaultInfinity: true }),
    gain: fc.double({ min: -9, max: 99, noNaN: true }),
    model: fc.constantFrom('idp', 'classic'),
    layers: fc.constantFrom<unknown>(['flow'], { cloud: false }),
  },
  { requiredKeys: [] },
)
const link = encodeLink(presets[1].experiment)
const mutatedLink = fc
  .tuple(fc.nat(link.length - 1), fc.string({ maxLength: 3 }))
  .map(([at, text]) => link.slice(0, at) + text + link.slice(at + 1))

/** A document with one part replaced. */
const mutatedDocument = fc
  .tuple(fc.constantFrom(...presets), fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), anything)
  .map(([preset, path, value]) => {
    const document = JSON.parse(JSON.stringify(preset.experiment)) as Record<string, unknown>
    let part = document
    for (const [depth, step] of path.entries()) {
      const key = Object.keys(part)[step % Object.keys(part).length]
      const next = part[key]
      if (depth < path.length - 1 && typeof next === 'object' && next !== null && Object.keys(next).length > 0)
        part = next as Record<string, unknown>
      else part[key] = value
    }
    return document
  })

const typeName = fc.constantFrom(
  'hello',
  'get',
  'set',
  'load',
  'play',
  'pause',
  'step',
  'reset',
  'subscribe',
  'unsubscribe',
  'theme',
)
const message = fc.oneof(
  fc.record(
    { type: fc.constant('set'), values: fc.oneof(values, goodValues), gesture: anything },
    { requiredKeys: ['type', 'values'] },
  ),
  fc.record({ type: fc.constant('set'), values: goodValues }),
  fc.record({
    type: fc.constant('load'),
    document: fc.oneof(
      mutatedDocument,
      mutatedDocument.map((document) => safeText(document)),
      anything,
    ),
  }),
  fc.record({ type: fc.constant('load'), link: fc.oneof(mutatedLink, fc.string()) }),
  fc.record({
    type: fc.constant('get'),
    name: fc.oneof(fc.constantFrom<string>(...parameterNames, 'document', 'equilibria', 'balls'), fc.string()),
  }),
  fc.record({
    type: fc.constantFrom('subscribe', 'unsubscribe'),
    events: fc.oneof(fc.array(fc.constantFrom('regime', 'change', 'play', 'height', 'wind')), anything),
  }),
  fc.record(
    { type: typeName, name: anything, values: anything, events: anything, document: anything, theme: anything },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: anything }),
)
const envelope = fc.record(
  {
    memoryscape: fc.oneof({ weight: 20, arbitrary: fc.constant<unknown>(1) }, { weight: 1, arbitrary: anything }),
    id: fc.oneof(fc.integer(), fc.string(), anything),
  },
  { requiredKeys: ['memoryscape'] },
)

function safeText(document: unknown): string {
  try {
    return JSON.stringify(document) ?? ''
  } catch {
    return ''
  }
}

const isId = (id: unknown) =>
  (typeof id === 'string' && id.length <= 100) || (typeof id === 'number' && Number.isFinite(id))

test(`${rounds} messages: each is obeyed, refused with a sentence, or ignored; the document stays valid`, () => {
  // ResizeObserver is of the browser; a subscription to heights makes one.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  const host = setUpHost()
  const end = host.attach()
  let obeyed = 0
  let refused = 0
  let known = host.state().experiment
  fc.assert(
    fc.property(envelope, message, (outside, inside) => {
      const data = { ...inside, ...outside }
      const before = host.received.length
      host.post(data)
      const answers = host.received.splice(before).map((entry) => entry.message)
      host.received.length = 0
      const own = answers.filter((each) => each.type === 'answer')
      const errors = answers.filter((each) => each.type === 'event' && each.event === 'error')
      if (isId(outside.id)) expect(own).toMatchObject([{ id: outside.id }])
      else expect(own).toEqual([])
      for (const each of [...own, ...errors]) {
        const sentence =
          each.type === 'answer' ? !each.ok && each.sentence : 'sentence' in each.detail && each.detail.sentence
        if (sentence === false) obeyed++
        else {
          refused++
          expect(sentence).toMatch(/[.?]$/)
          expect(sentence.length).toBeLessThan(600)
        }
      }
      const { experiment } = host.state()
      if (experiment !== known) expect(parseExperiment(experiment)).toEqual({ ok: true, experiment })
      known = experiment
    }),
    { numRuns: rounds, seed, includeErrorInReport: true },
  )
  // Both kinds were met, or the messages were not what they should be.
  expect(obeyed).toBeGreaterThan(rounds / 20)
  expect(refused).toBeGreaterThan(rounds / 4)
  expect(host.ask({ type: 'load', document: defaultExperiment })).toMatchObject({ ok: true })
  end()
}, 60_000)
