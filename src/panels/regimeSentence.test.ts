import { describe, expect, it } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { systemOf } from '../experiment/derive.ts'
import { presets } from '../experiment/presets/presets.ts'
import { findEquilibria } from '../model/equilibria.ts'
import { nameEquilibria } from '../model/equilibriumNames.ts'
import { criticalSaliency } from '../model/memory.ts'
import { regimeSentence } from './regimeSentence.ts'

function sentence(saliency: [number, number], model: Partial<Experiment['model']> = {}): string {
  const experiment = { model: { ...defaultExperiment.model, ...model }, input: { saliency } }
  const system = systemOf(experiment)
  return regimeSentence(experiment, nameEquilibria(findEquilibria(system), system))
}

describe('regimeSentence, input-driven', () => {
  it('names each regime and says what to do', () => {
    expect(sentence([0.5, 0.6])).toBe(
      'There is no memory, and the state settles at the origin: raise α₁ or α₂ above 1/g = 1.000.',
    )
    expect(sentence([0.5, 1.6])).toBe(
      'Memory 2 is stable; memory 1 does not exist: raise α₁ above 1.000 to make it appear.',
    )
    expect(sentence([1.1, 2])).toBe(
      `Memory 2 is stable; memory 1 exists but is a saddle: raise α₁ above ${criticalSaliency(2, 1).toPrecision(4)} to make it stable.`,
    )
    expect(sentence([1.5, 2])).toBe('Both memories are stable, and memory 2 lies deeper: it is the more salient one.')
    expect(sentence([1.5, 1.5])).toBe('Both memories are stable, and their valleys are equally deep.')
  })

  it('is the same with the memories exchanged', () => {
    expect(sentence([2, 1.1])).toContain('Memory 1 is stable; memory 2 exists but is a saddle: raise α₂ above')
    expect(sentence([1.6, 0.5])).toContain('raise α₂ above 1.000')
  })

  it('follows the gain', () => {
    expect(sentence([0.3, 0.2], { gain: 2 })).toContain('raise α₁ or α₂ above 1/g = 0.5000')
  })

  it('explains negative saliencies', () => {
    expect(sentence([-1, 2])).toContain('α₁ is negative, so the ground rises along memory 1.')
    expect(sentence([-1, -2])).toContain('Both saliencies are negative')
  })

  it('says when a memory is exactly at its threshold, or a hair from it', () => {
    const needed = criticalSaliency(2, 1)
    expect(sentence([needed, 2])).toBe(
      `Memory 1 is losing its stability exactly here, at α₁ = ${needed.toPrecision(4)}. Memory 2 is stable.`,
    )
    expect(sentence([1, 2])).toBe('Memory 1 appears exactly here, at α₁ = 1.000. Memory 2 is stable.')
    expect(sentence([1, 0.4])).toContain('Memory 1 appears exactly here')
    const rounded = Number(needed.toPrecision(4))
    expect(sentence([rounded, 2])).toContain('Memory 1 is a hair from its threshold')
    expect(sentence([rounded, 2])).toContain(needed.toPrecision(7))
  })
})

describe('regimeSentence, classic', () => {
  it('counts the valleys of a tilted landscape', () => {
    const tilted = sentence([0.25, 0.1], { kind: 'classic', inputAs: 'current' })
    expect(tilted).toMatch(/^The current tilts the ground\. (Two|Three|Four) valleys: memory 1/)
    expect(tilted).toContain('The deepest is memory 1.')
    expect(sentence([3, 0], { kind: 'classic', inputAs: 'current' })).toBe(
      'The current tilts the ground. One valley is left, at memory 1: every ball ends there.',
    )
    expect(sentence([0, 0], { kind: 'classic', inputAs: 'current' })).toContain(
      'nothing tilts the ground. Four valleys',
    )
  })

  it('says that a start changes no landscape', () => {
    expect(sentence([1, 0], { kind: 'classic', inputAs: 'start' })).toContain('equally deep. The input only says')
    expect(sentence([1, 0], { kind: 'classic', inputAs: 'start', strength: 0.5 })).toContain('raise s above 1/g')
    expect(sentence([1, 0], { kind: 'classic', inputAs: 'start', strength: 1 })).toContain('exactly here')
  })
})

it('has a sentence for every preset', () => {
  for (const preset of presets) {
    const system = systemOf(preset.experiment)
    const text = regimeSentence(preset.experiment, nameEquilibria(findEquilibria(system), system))
    expect(text, preset.id).toMatch(/^[A-Z].*\.$/)
  }
})
