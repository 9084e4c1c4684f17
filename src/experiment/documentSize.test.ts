import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import type { Experiment } from './experiment.ts'
import { libraryBits, libraryItem } from './recall/library/library.ts'
import { encodeTrits } from './recall/pixelCode.ts'
import { parseExperiment } from './schema.ts'

// An estimate of how short a link can be, not the codec of links: that comes with the share button. See docs/document.md.

/** Characters of a share link that a document may take. */
const longestLink = 600

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The words that settings choose from, as a codec can read them from the schema. */
const wordList = (
  'idp classic current start rk4 heun euler-maruyama stochastic-heun surface map drawing mix corrupted none half window left right ' +
  'top bottom inside outside energy density height basins path gain overlap-1 overlap-2 binary-async binary-sync classic-start classic-pulse classic-held hebb storkey pseudo-inverse random input memory fastest reproducible'
).split(' ')

/** The values without their keys, in the order of the document, words as their number, the flags of a group as the bits of one number; what is as in
 * the default document is left out as 0. */
function compact(value: Json, usual: Json | undefined): Json {
  if (JSON.stringify(value) === JSON.stringify(usual)) return 0
  if (typeof value === 'string' && wordList.includes(value)) return wordList.indexOf(value)
  if (typeof value !== 'object' || value === null) return value
  const before = typeof usual === 'object' && usual !== null ? (usual as Readonly<Record<string, Json>>) : {}
  const entries = Object.entries(value)
  const flags = entries.flatMap(([, child]) => (typeof child === 'boolean' ? [child] : []))
  const others = entries.filter(([, child]) => typeof child !== 'boolean')
  // The leading one tells that there are flags, even when none is set.
  const bits = flags.reduce((number, flag) => 2 * number + (flag ? 1 : 0), 1)
  return [...(flags.length > 0 ? [bits] : []), ...others.map(([key, child]) => compact(child, before[key]))]
}

function linkText(experiment: Experiment): string {
  const plain = JSON.parse(JSON.stringify(experiment)) as Json
  const usual = JSON.parse(JSON.stringify(defaultExperiment)) as Json
  return deflateRawSync(JSON.stringify(compact(plain, usual)), { level: 9 }).toString('base64url')
}

const size = { columns: 16, rows: 16 }
const pictures = ['cat', 'fish', 'moon', 'r', 'winking'].map((id) => libraryItem(id))
const sketch = encodeTrits(Array.from({ length: 256 }, (_, i) => (i % 7 === 0 ? 0 : (i * i) % 5 < 2 ? 1 : -1)))

/** Five drawings with names of their own, a drawn input, and no setting as it was. */
const changed: Experiment = {
  version: 3,
  model: { kind: 'classic', inputAs: 'start', strength: 1.35, gain: 2.4 },
  input: { saliency: [0.85, -1.15] },
  balls: [
    { id: 1, start: [1.25, -0.4] },
    { id: 2, start: [-2.05, 1.3] },
    { id: 3, start: [0.65, 2.2] },
  ],
  noise: { strength: 0.45, seed: 271828, particles: 2500 },
  integration: { scheme: 'heun', noisyScheme: 'stochastic-heun', timeStep: 0.025 },
  playback: { speed: 2.5 },
  view: {
    picture: 'map',
    camera: { azimuth: -0.785, elevation: 0.912, distance: 3.42 },
    layers: { contours: false, trails: false, labels: false, equilibria: false },
    phase: {
      flow: true,
      descent: true,
      nullclines: true,
      separatrices: false,
      directions: true,
      cloud: true,
      ground: 'density',
      tint: 'basins',
      diagram: {
        along: 'gain',
        path: [
          [-0.25, 1.15],
          [3.45, 0.8],
        ],
        show: 'energy',
      },
    },
  },
  recall: {
    size,
    memories: pictures.map((item, k) => ({
      id: k + 1,
      name: ['My cat', 'Herring', 'Night', 'Letter', 'Wink'][k],
      isOn: k !== 3,
      bits: libraryBits(item, size),
    })),
    input: { kind: 'drawing', pixels: sketch },
    inputScale: 7.5,
    timeline: { isOn: false, isLooped: false, keyframes: [] },
    lanes: ['classic-pulse', 'binary-sync', 'classic-held'],
    network: {
      gain: 4.5,
      strength: 2.25,
      pulseDuration: 1.75,
      hasZeroDiagonal: true,
      rule: 'pseudo-inverse',
      unlearning: { steps: 120, rate: 0.015 },
      equalisesScale: false,
    },
    start: { kind: 'memory', memory: 3, isInverted: true },
    noise: { strength: 0.85, seed: 314159 },
    integration: { timeStep: 0.015, kernel: 'reproducible' },
    playback: { speed: 1.5 },
    slice: {
      memories: [3, 5],
      lane: 'classic-held',
      picture: 'map',
      camera: { azimuth: 1.047, elevation: 0.523, distance: 4.15 },
    },
  },
}

test('five drawn 16 x 16 memories, a drawn input and every setting changed fit in a link of 600 characters', () => {
  expect(parseExperiment(changed)).toEqual({ ok: true, experiment: changed })
  const [, ...parts] = compact(changed as unknown as Json, defaultExperiment as unknown as Json) as readonly Json[]
  expect(parts).not.toContain(0)
  expect(linkText(changed).length).toBeLessThan(longestLink)
})

test('nothing is lost on the way: the values come back', () => {
  const values = JSON.parse(inflateRawSync(Buffer.from(linkText(changed), 'base64url')).toString()) as Json
  expect(values).toEqual(compact(changed as unknown as Json, defaultExperiment as unknown as Json))
})

test('the default document takes next to nothing', () => {
  expect(linkText(defaultExperiment).length).toBeLessThan(8)
})
