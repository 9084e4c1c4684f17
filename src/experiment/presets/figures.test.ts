import { describe, expect, test } from 'vitest'
import { activation } from '../../model/activation.ts'
import { findEquilibria, indexSum } from '../../model/equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { memoryAmplitude } from '../../model/memory.ts'
import { defaultPhase } from '../defaultPhase.ts'
import { defaultExperiment } from '../defaultExperiment.ts'
import { systemOf } from '../derive.ts'
import { parseExperiment } from '../schema.ts'
import type { Preset } from './preset.ts'
import { presets } from './presets.ts'

// What the captions of the paper's Figures 2, 4 and 5 claim, of the presets that are named for them.

function presetOf(id: string): Preset {
  const preset = presets.find((candidate) => candidate.id === id)
  if (preset === undefined) throw new Error(`no preset ${id}`)
  return preset
}

function pointsOf(id: string): NamedEquilibrium[] {
  const system = systemOf(presetOf(id).experiment)
  return nameEquilibria(findEquilibria(system), system)
}

const keysOf = (points: readonly NamedEquilibrium[], stability: string) =>
  points
    .filter((point) => point.stability === stability)
    .map((point) => point.key)
    .toSorted()

const both = (mu: number) => [`memory-${mu}+`, `memory-${mu}-`].toSorted()
const mixed = ['mixed-a', 'mixed-b', 'mixed-c', 'mixed-d']

describe('Figure 2: which equilibria there are, and of which kind', () => {
  test.each([
    ['fig2a', ['origin'], [], []],
    ['fig2b', both(2), ['origin'], []],
    ['fig2c', both(2), both(1), ['origin']],
    ['fig2d', [...both(1), ...both(2)].toSorted(), mixed, ['origin']],
  ])('%s', (id, stable, saddles, sources) => {
    const points = pointsOf(id)
    expect(keysOf(points, 'stable')).toEqual(stable)
    expect(keysOf(points, 'saddle')).toEqual(saddles)
    expect(keysOf(points, 'source')).toEqual(sources)
    expect(indexSum(points)).toBe(1)
    expect(points.some((point) => point.isMarginal)).toBe(false)
  })

  test('(d): the more salient memory lies deeper, its twin as deep as itself, and every saddle over both', () => {
    const energyOf = (key: string) => pointsOf('fig2d').find((point) => point.key === key)?.energy ?? Number.NaN
    expect(energyOf('memory-2+')).toBeLessThan(energyOf('memory-1+'))
    for (const mu of [1, 2]) expect(energyOf(`memory-${mu}-`)).toBe(energyOf(`memory-${mu}+`))
    for (const key of mixed) expect(energyOf(key)).toBeGreaterThan(energyOf('memory-1+'))
    for (const key of mixed) expect(energyOf(key)).toBeLessThan(energyOf('origin'))
  })
})

test('Figure 4: the same noise in both, the paper’s saliencies, and wells of memory 1 that are left, not gone', () => {
  const [a, b] = ['fig4a', 'fig4b'].map((id) => presetOf(id).experiment)
  expect(a?.noise).toEqual(b?.noise)
  expect(a?.input.saliency).toEqual([1.5, 1.5])
  expect(b?.input.saliency).toEqual([1.5, 2.25])
  expect(keysOf(pointsOf('fig4b'), 'stable')).toEqual([...both(1), ...both(2)].toSorted())
})

describe('Figure 5: where a memory exists', () => {
  const { input, model } = presetOf('fig5').experiment

  test('the response crosses the line of memory 2, and only it', () => {
    const amplitude = memoryAmplitude(input.saliency[1], model.gain)
    expect(amplitude).toBeGreaterThan(1)
    expect(activation(amplitude, model.gain)).toBeCloseTo(amplitude / input.saliency[1], 12)
    expect(memoryAmplitude(input.saliency[0], model.gain)).toBe(0)
  })

  test('the line of memory 1 is steeper than the response anywhere', () => {
    expect(1 / input.saliency[0]).toBeGreaterThan(model.gain)
  })
})

test('layers that a preset brings are those of a valid document', () => {
  for (const { id, phase } of presets) {
    const view = { ...defaultExperiment.view, phase: { ...defaultPhase, ...phase } }
    const experiment = { ...defaultExperiment, view }
    expect(parseExperiment(experiment), id).toEqual({ ok: true, experiment })
  }
})
