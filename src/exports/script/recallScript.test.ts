import { describe, expect, test, vi } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { inputAtInto, patternsInForce } from '../../experiment/recall/deriveRecall.ts'
import { recallPresets } from '../../experiment/recall/recallPresets.ts'
import type { LaneKind, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { binaryEnergy } from '../../model/binary/dynamics.ts'
import { hebbWeights, pseudoInverseWeights, storkeyWeights } from '../../model/binary/weights.ts'
import { decorrelatedSaliencyInto, inverseGramOf } from '../../model/gram.ts'
import { createStepper } from '../../model/integrators.ts'
import { energy, makeNetworkScratch, overlapsInto, vectorFieldInto, type Network } from '../../model/network.ts'
import { createRandom } from '../../model/random.ts'
import { languages, type Language } from './languages.laws.ts'
import { juliaScript, numpyScript } from './script.ts'

/** Loading NumPy or compiling a Julia program takes seconds where the machine has other work. */
vi.setConfig({ testTimeout: 300_000 })

const header = { title: 'A cat', version: '1.0.0', seed: 1, link: null, date: null }
const documentOf = (recall: RecallSettings): Experiment => ({ ...defaultExperiment, recall })
const numpyOf = (recall: RecallSettings) => numpyScript(documentOf(recall), 'recall', header)
const base = defaultExperiment.recall

interface LaneResult {
  readonly model: LaneKind
  readonly recalled: string
  readonly time: number[]
  readonly overlaps: number[][]
  readonly energy: number[]
}

interface Result {
  readonly memories: string[]
  readonly saliency: number[][]
  readonly dt: number
  readonly models: readonly LaneResult[]
}

/** Half a time unit each; enough for every model to be where it stays. */
const comparedSamples = 7

/** Close to 1e-6 of the size of the network: energies have it as a factor. */
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b))

const inputOf = (recall: RecallSettings, time: number) =>
  inputAtInto(new Float32Array(recall.size.columns * recall.size.rows), recall, time)

function saliencyOf(recall: RecallSettings, time: number): Float64Array {
  const { patterns } = patternsInForce(recall)
  const u = inputOf(recall, time)
  const alpha = Float64Array.from({ length: patterns.patternCount }, (_, mu) =>
    u.reduce((sum, value, i) => sum + (patterns.values[mu * u.length + i] * value) / u.length, 0),
  )
  if (recall.network.rule !== 'pseudo-inverse') return alpha
  return decorrelatedSaliencyInto(new Float64Array(alpha.length), alpha, inverseGramOf(patterns).inverse)
}

/** The same run by the model's own network and integrator, with Hebb's rule and without noise. */
function checkLane(recall: RecallSettings, lane: LaneResult, dt: number): void {
  const { patterns } = patternsInForce(recall)
  const { gain, strength, hasZeroDiagonal, pulseDuration } = recall.network
  const n = patterns.neuronCount
  const start = createRandom(recall.noise.seed, 1)
  const x = Float64Array.from(
    lane.model === 'classic-start' ? inputOf(recall, 0) : Float32Array.from({ length: n }, () => start.normal()),
  )
  const step = createStepper('rk4', n)
  const scratch = makeNetworkScratch(patterns)
  const every = Math.max(1, Math.round(0.5 / dt))
  const u = inputOf(recall, 0)
  const saliency = saliencyOf(recall, 0)
  lane.time.slice(0, comparedSamples).forEach((time, at) => {
    for (let k = at === 0 ? 0 : every * (at - 1); k <= every * at; k++) {
      const isOn = lane.model === 'classic-held' || (lane.model === 'classic-pulse' && k * dt < pulseDuration)
      const network: Network = {
        patterns,
        saliency: lane.model === 'idp' ? saliency : saliency.map(() => strength),
        gain,
        hasZeroDiagonal,
        current: isOn ? u : null,
      }
      if (k === every * at) {
        expect(time).toBeCloseTo(k * dt, 9)
        overlapsInto(new Float64Array(patterns.patternCount), patterns, x, gain).forEach((m, mu) =>
          expect(close(lane.overlaps[at][mu], m)).toBe(true),
        )
        expect(close(lane.energy[at] / n, energy(network, x) / n)).toBe(true)
      } else step(x, (out, state) => vectorFieldInto(out, network, state, scratch), dt, 0, null)
    }
  })
}

function runTests({ write, run }: Language) {
  const programOf = (recall: RecallSettings) => write(documentOf(recall), 'recall', header)
  test('saliencies, overlaps and energies of each continuous model, to 1e-6', () => {
    const recall: RecallSettings = {
      ...base,
      lanes: ['idp', 'classic-held', 'classic-start'],
      noise: { ...base.noise, strength: 0 },
      network: { ...base.network, rule: 'hebb', equalisesScale: false },
      timeline: { ...base.timeline, isOn: false },
      start: { kind: 'random' },
    }
    const pulse: RecallSettings = {
      ...recall,
      lanes: ['classic-pulse'],
      network: { ...recall.network, hasZeroDiagonal: false },
    }
    const results = run([recall, pulse].map(programOf)) as Result[]
    ;[recall, pulse].forEach((settings, k) => {
      const { saliency, models, dt, memories } = results[k]
      expect(memories).toEqual(settings.memories.filter(({ isOn }) => isOn).map(({ name }) => name))
      saliencyOf(settings, 0).forEach((alpha, mu) => expect(close(saliency[0][mu], alpha)).toBe(true))
      expect(models.map(({ model }) => model)).toEqual(settings.lanes)
      for (const lane of models) checkLane(settings, lane, dt)
    })
  })

  test('every preset runs; its saliencies are those of the model', () => {
    const small = recallPresets
      .filter(({ recall }) => recall.size.columns * recall.size.rows <= 1024 && recall.memories.length <= 20)
      .slice(0, 4)
    expect(small.length).toBeGreaterThan(3)
    const results = run(
      small.map(({ recall }) => programOf({ ...recall, timeline: { ...recall.timeline, isOn: false } })),
    ) as Result[]
    small.forEach(({ recall }, k) => {
      const { saliency, models } = results[k]
      saliencyOf({ ...recall, timeline: { ...recall.timeline, isOn: false } }, 0).forEach((alpha, mu) =>
        expect(close(saliency[0][mu], alpha)).toBe(true),
      )
      for (const lane of models) expect(lane.overlaps.flat().every((m) => Math.abs(m) <= 1 + 1e-9)).toBe(true)
    })
  })

  test.each([
    ['hebb', hebbWeights],
    ['storkey', storkeyWeights],
    ['pseudo-inverse', pseudoInverseWeights],
  ] as const)('binary models with %s begin at the energy of the model and end no higher', (rule, weightsOf) => {
    const [memory] = base.memories
    const recall: RecallSettings = {
      ...base,
      lanes: ['binary-async', 'binary-sync'],
      input: { kind: 'corrupted', memory: memory.id, flips: 20, noise: 0, seed: 3, occlusion: { kind: 'none' } },
      timeline: { ...base.timeline, isOn: false },
      network: { ...base.network, rule, hasZeroDiagonal: true, unlearning: { steps: 0, rate: 0.01 } },
    }
    const [{ models }] = run([programOf(recall)]) as Result[]
    const start = Int8Array.from(inputOf(recall, 0), (value) => (value < 0 ? -1 : 1))
    const expected = binaryEnergy(weightsOf(patternsInForce(recall).patterns, true), start)
    for (const { energy: energies, model } of models) {
      expect(close(energies[0], expected)).toBe(true)
      if (model === 'binary-async') expect(energies.at(-1)).toBeLessThanOrEqual(energies[0] + 1e-9)
    }
    expect(models[0].recalled).toBe(memory.name)
  })

  test('a timeline, noise, a memory as start, the pseudo-inverse, unlearning, other pictures', () => {
    const [first, second] = base.memories
    const recall: RecallSettings = {
      ...base,
      lanes: ['idp', 'binary-async', 'classic-pulse'],
      noise: { strength: 0.5, seed: 7 },
      start: { kind: 'memory', memory: second.id, isInverted: true },
      network: { ...base.network, rule: 'pseudo-inverse', equalisesScale: true, unlearning: { steps: 2, rate: 0.01 } },
      timeline: {
        isOn: true,
        isLooped: false,
        keyframes: [
          {
            id: 1,
            time: 0,
            isMorphing: true,
            input: { kind: 'corrupted', memory: first.id, flips: 5, noise: 0.4, seed: 2, occlusion: { kind: 'none' } },
          },
          {
            id: 2,
            time: 2,
            isMorphing: false,
            input: {
              kind: 'mix',
              faders: [
                { memory: second.id, amount: 2 },
                { memory: first.id, amount: -1 },
              ],
              isNormalised: true,
            },
          },
        ],
      },
    }
    const [{ saliency, models }] = run([programOf(recall)]) as Result[]
    for (const [k, time] of [0, 2.5].entries())
      saliencyOf(recall, time).forEach((alpha, mu) => expect(close(saliency[k][mu], alpha)).toBe(true))
    expect(models.map(({ model }) => model)).toEqual(recall.lanes)
    expect(models[0].time.at(-1)).toBeGreaterThan(6)
  })
}

for (const language of languages) {
  const { name, needs, isInstalled, write } = language
  if (isInstalled) describe(`the ${name} program of a network has the numbers of the model`, () => runTests(language))
  else
    test(`${needs} is NOT installed: the ${name} programs of networks were not run, only written`, () =>
      expect(write(documentOf(base), 'recall', header)).toContain(header.title))
}

test('the Julia program goes line by line with the NumPy one', () => {
  for (const { recall } of recallPresets.slice(0, 4)) {
    const inNumpy = numpyOf(recall)
    const inJulia = juliaScript(documentOf(recall), 'recall', header)
    const names = (script: string, pattern: RegExp) => [...script.matchAll(pattern)].map(([, name]) => name)
    const functions = names(inNumpy, /^def (\w+)/gm)
    expect(functions.length).toBeGreaterThan(10)
    const inOrder = names(inJulia, /^(?:function )?([a-z_]+)\((?!value).*$/gm).filter((name) =>
      functions.includes(name),
    )
    expect(inOrder).toEqual(functions)
    const opens = inJulia.match(/^\s*(function|for (?!\()|if|while)\b/gm)?.length
    expect(inJulia.match(/^\s*end$/gm)).toHaveLength(opens ?? 0)
  }
})

test('a script of a small network stays short', () => {
  expect(numpyOf(base).split('\n').length).toBeLessThan(330)
})
