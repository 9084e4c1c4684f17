import { beforeAll, describe, expect, test, vi } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { effectiveScheme, effectiveTimeStep, startingBalls, systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { createStepper } from '../../model/integrators.ts'
import { criticalSaliency, existenceSaliency, memoryAmplitude } from '../../model/memory.ts'
import { createRandom } from '../../model/random.ts'
import { regime } from '../../model/regime.ts'
import { pairEnergy, pairFieldInto, pairOverlaps } from '../../model/twoNeurons.ts'
import { pairExtent, pairSteps } from './pairSettings.ts'
import { languages, type Language } from './languages.laws.ts'
import { juliaScript, numpyScript } from './script.ts'

const header = { title: 'Two stable memories', version: '1.0.0', seed: 1982, link: '#/landscape?x=A3', date: null }
const numpyOf = (experiment: Experiment) => numpyScript(experiment, 'landscape', header)

type Pair = [number, number]

interface Result {
  readonly regime: string | null
  readonly existence: number
  readonly amplitudes: Pair
  readonly thresholds: Pair
  readonly equilibria: readonly { state: Pair; energy: number; kind: string; eigenvalues: Pair }[]
  readonly index_sum: number
  readonly trajectories: readonly { ball: number; time: number[]; state: Pair[]; energy: number[]; overlaps: Pair[] }[]
  readonly energy: { extent: number; rows: number[][] }
}

/** Documents that are like nothing in the presets: both models, all gains, saliencies of either sign. */
function randomDocuments(count: number): Experiment[] {
  const random = createRandom(1982)
  const from = (low: number, high: number) => low + (high - low) * random.uniform()
  return Array.from({ length: count }, (_, k) => ({
    ...defaultExperiment,
    model: {
      kind: k % 3 === 0 ? ('classic' as const) : ('idp' as const),
      inputAs: k % 2 === 0 ? ('current' as const) : ('start' as const),
      strength: from(0.3, 4),
      gain: k % 4 === 0 ? from(3, 10) : from(0.5, 2),
    },
    input: { saliency: [from(-2, 4), from(-2, 4)] as const },
    balls: [1, 2, 3].map((id) => ({ id, start: [from(-4, 4), from(-4, 4)] as const })),
    integration: { ...defaultExperiment.integration, scheme: k % 2 === 0 ? ('rk4' as const) : ('heun' as const) },
  }))
}

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b))

/** The state after each step without noise, from the model's own integrator. */
function wayOf(experiment: Experiment, start: readonly [number, number]): Pair[] {
  const system = systemOf(experiment)
  const step = createStepper(effectiveScheme(experiment), 2)
  const state = Float64Array.of(start[0], start[1])
  const { steps, stepsPerSample } = pairSteps(experiment)
  const way: Pair[] = [[state[0], state[1]]]
  for (let k = 1; k <= steps; k++) {
    step(state, (out, x) => pairFieldInto(out, system, x[0], x[1]), effectiveTimeStep(experiment), 0, null)
    if (k % stepsPerSample === 0) way.push([state[0], state[1]])
  }
  return way
}

/** Up to where a start that differs by less than a rounding error runs the same way: beyond it no two machines need agree. */
function sureSamples(experiment: Experiment, start: readonly [number, number]): number {
  const way = wayOf(experiment, start)
  const beside = wayOf(experiment, [start[0] + 1e-13, start[1] - 1e-13])
  const parting = way.findIndex(([x1, x2], k) => Math.hypot(x1 - beside[k][0], x2 - beside[k][1]) > 1e-8)
  return parting < 0 ? way.length : parting
}

function checkFigures(experiment: Experiment, result: Result): void {
  const system = systemOf(experiment)
  const { saliency, gain, current } = system
  expect(result.existence).toBeCloseTo(existenceSaliency(gain), 12)
  for (const mu of [0, 1] as const) {
    expect(close(result.amplitudes[mu], memoryAmplitude(saliency[mu], gain))).toBe(true)
    expect(close(result.thresholds[mu], criticalSaliency(saliency[1 - mu], gain))).toBe(true)
  }
  const hasCurrent = current[0] !== 0 || current[1] !== 0
  expect(result.regime).toBe(hasCurrent ? null : regime(saliency, gain).kind)
  const extent = pairExtent(experiment)
  result.energy.rows.forEach((row, k) =>
    row.forEach((value, j) => {
      const [x1, x2] = [j, k].map((at) => -extent + (2 * extent * at) / 20)
      expect(close(value, pairEnergy(system, x1, x2))).toBe(true)
    }),
  )
}

function checkEquilibria(experiment: Experiment, result: Result): void {
  const expected = findEquilibria(systemOf(experiment))
  expect(result.equilibria).toHaveLength(expected.length)
  for (const point of expected) {
    const found = result.equilibria.find(
      ({ state }) => close(state[0], point.state[0]) && close(state[1], point.state[1]),
    )
    if (found === undefined) throw new Error(`No equilibrium at ${point.state.join(', ')}.`)
    expect(close(found.energy, point.energy)).toBe(true)
    point.eigenvalues.forEach((value, k) => expect(close(found.eigenvalues[k], value)).toBe(true))
    if (!point.isMarginal) expect(found.kind).toBe(point.stability)
  }
  if (!expected.some((point) => point.isMarginal)) expect(result.index_sum).toBe(1)
}

function checkWays(experiment: Experiment, result: Result): void {
  const system = systemOf(experiment)
  const balls = startingBalls(experiment)
  expect(result.trajectories.map(({ ball }) => ball)).toEqual(balls.map(({ id }) => id))
  balls.forEach(({ start }, k) => {
    const { time, state, energy, overlaps } = result.trajectories[k]
    const way = wayOf(experiment, [start[0], start[1]])
    expect(time.at(-1)).toBeGreaterThanOrEqual(20 - 1e-6)
    const sure = sureSamples(experiment, [start[0], start[1]])
    way.slice(0, sure).forEach(([x1, x2], at) => {
      expect(close(state[at][0], x1) && close(state[at][1], x2)).toBe(true)
      expect(close(energy[at], pairEnergy(system, x1, x2))).toBe(true)
      pairOverlaps(x1, x2, system.gain).forEach((value, mu) => expect(close(overlaps[at][mu], value)).toBe(true))
    })
  })
}

/** Loading NumPy or compiling a Julia program takes seconds where the machine has other work. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const calm = presets.filter(({ experiment }) => experiment.noise.strength === 0)
const documents = [
  ...calm.map(({ id, experiment }) => [id, experiment] as const),
  ...randomDocuments(16).map((experiment, k) => [`random ${k}`, experiment] as const),
]

function runTests({ write, run, runPlainly }: Language) {
  const programOf = (experiment: Experiment) => write(experiment, 'landscape', header)
  let results: Map<string, Result>
  beforeAll(() => {
    const all = run(documents.map(([, experiment]) => programOf(experiment))) as Result[]
    results = new Map(documents.map(([name], k) => [name, all[k]]))
  })

  test.each(documents)('%s', (name, experiment) => {
    const result = results.get(name)
    if (result === undefined) throw new Error('The script printed nothing.')
    checkFigures(experiment, result)
    checkEquilibria(experiment, result)
    checkWays(experiment, result)
  })

  test('no ball, a start that the input gives, a step that is shortened', () => {
    const { model, integration } = defaultExperiment
    const [none, start] = [
      { ...defaultExperiment, balls: [] },
      {
        ...defaultExperiment,
        model: { ...model, kind: 'classic' as const, inputAs: 'start' as const, gain: 8 },
        integration: { ...integration, timeStep: 0.5 },
      },
    ]
    const [without, withStart] = run([none, start].map(programOf)) as Result[]
    expect(without.trajectories).toEqual([])
    expect(programOf(start)).toContain('shortened to keep the run stable')
    checkWays(start, withStart)
  })

  test.each(['euler-maruyama', 'stochastic-heun'] as const)('noise has the right spread: %s', (noisyScheme) => {
    // Without memories a neuron is dx = −x dt + σ dB, whose variance at rest is σ²/2, and nearly so in small steps.
    const experiment = {
      ...defaultExperiment,
      input: { saliency: [0, 0] as const },
      balls: Array.from({ length: 24 }, (_, k) => ({ id: k + 1, start: [0, 0] as const })),
      noise: { ...defaultExperiment.noise, strength: 1 },
      integration: { ...defaultExperiment.integration, noisyScheme },
    }
    const [result] = run([programOf(experiment)]) as Result[]
    const states = result.trajectories.flatMap(({ state }) => state.slice(50).flat())
    const variance = states.reduce((sum, x) => sum + x * x, 0) / states.length
    expect(variance).toBeGreaterThan(0.42)
    expect(variance).toBeLessThan(0.58)
    expect(programOf(experiment)).toContain('comes from another generator')
  })

  test('run as a person would, it prints a summary', () => {
    const experiment = presets.find(({ id }) => id === 'fig2d')?.experiment ?? defaultExperiment
    const stdout = runPlainly(programOf(experiment))
    expect(stdout).toContain('regime: two')
    expect(stdout.match(/^stable /gm)).toHaveLength(4)
    expect(stdout.match(/^ball /gm)).toHaveLength(4)
  })
}

for (const language of languages) {
  const { name, needs, isInstalled, write } = language
  if (isInstalled) describe(`the ${name} program has the numbers of the model, to 1e-6`, () => runTests(language))
  else
    test(`${needs} is NOT installed: the ${name} programs were not run, only written`, () => {
      for (const [, experiment] of documents) expect(write(experiment, 'landscape', header)).toContain(header.title)
    })
}

describe('what the programs say', () => {
  test('title, version, seed, link and the paper stand at their top', () => {
    for (const script of [numpyOf(defaultExperiment), juliaScript(defaultExperiment, 'landscape', header)]) {
      const top = script.split('\n\n')[0]
      for (const words of ['# Two stable memories', '1.0.0', 'seed 1982', '#/landscape?x=A3', 'arXiv:2411.05849'])
        expect(top).toContain(words)
    }
  })

  test('a title breaks out of nothing', () => {
    const hostile = { ...header, title: 'a"\n$(rm)\u2028import os # \\' }
    for (const [script, quoted] of [
      [numpyScript(defaultExperiment, 'landscape', hostile), String.raw`"a\" $(rm) import os # \\"`],
      [juliaScript(defaultExperiment, 'landscape', hostile), String.raw`"a\" \$(rm) import os # \\"`],
    ]) {
      expect(script.split('\n')[0]).toBe(String.raw`# a" $(rm) import os # \ `.trim())
      expect(script).toContain(`TITLE = ${quoted}`)
    }
  })

  test('the Julia program goes line by line with the NumPy one', () => {
    const names = (script: string, pattern: RegExp) => [...script.matchAll(pattern)].map(([, name]) => name)
    for (const { experiment } of presets) {
      const inNumpy = numpyOf(experiment)
      const inJulia = juliaScript(experiment, 'landscape', header)
      const functions = names(inNumpy, /^def (\w+)/gm)
      expect(functions.length).toBeGreaterThan(10)
      expect(
        names(inJulia, /^(?:function )?([a-z_]+)\((?!value).*$/gm).filter((name) => functions.includes(name)),
      ).toEqual(functions)
      expect(names(inJulia, /^const ([A-Z_]+) =/gm)).toEqual(names(inNumpy, /^([A-Z_]+) =/gm))
      // Every block of Julia ends.
      const opens = inJulia.match(/^\s*(function|for (?!\()|if|while)\b/gm)?.length
      expect(inJulia.match(/^\s*end$/gm)).toHaveLength(opens ?? 0)
    }
  })
})
