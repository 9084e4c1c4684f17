import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import { diagramAlong, diagramPathOf, planePathOf } from './diagramPath.ts'
import type { Experiment, ModelSettings } from './experiment.ts'
import type { DiagramSettings } from './phaseSettings.ts'

function withDiagram(diagram: Partial<DiagramSettings>, model: Partial<ModelSettings> = {}): Experiment {
  const { view } = defaultExperiment
  return {
    ...defaultExperiment,
    model: { ...defaultExperiment.model, ...model },
    view: { ...view, phase: { ...view.phase, diagram: { ...view.phase.diagram, ...diagram } } },
  }
}

test('input-driven: saliencies along the path, or the gain at the present saliencies', () => {
  expect(diagramPathOf(defaultExperiment)).toEqual({
    kind: 'saliency', from: [0.5, 2], to: [2.5, 2], gain: 1, current: [0, 0],
  }) // prettier-ignore
  expect(diagramPathOf(withDiagram({ along: 'gain' }))).toEqual({
    kind: 'gain', from: 0.5, to: 10, saliency: [1.5, 2], current: [0, 0],
  }) // prettier-ignore
  expect(diagramAlong(withDiagram({ along: 'input' }))).toBe('path')
})

test('classic: the same line in the plane is one of currents', () => {
  const classic = { kind: 'classic', inputAs: 'current' } as const
  expect(diagramPathOf(withDiagram({}, classic))).toEqual({
    kind: 'current', from: [2.5, -1.5], to: [4.5, 0.5], saliency: [1.5, 1.5], gain: 1,
  }) // prettier-ignore
  const input = diagramPathOf(withDiagram({ along: 'input' }, classic))
  expect(input).toMatchObject({ kind: 'current', from: [0, 0], to: [1.25 * 4.5, 1.25 * 0.5] })
  // Where the input is only a start, the gain is left.
  expect(diagramPathOf(withDiagram({}, { kind: 'classic', inputAs: 'start' })).kind).toBe('gain')
})

test('what the range cuts off is known', () => {
  expect(planePathOf(defaultExperiment)?.isCut).toBe(false)
  expect(planePathOf(withDiagram({ path: [[0, 0], [5, 1]] }))?.isCut).toBe(true) // prettier-ignore
  const classic = { kind: 'classic', inputAs: 'current' } as const
  const far = planePathOf(withDiagram({ along: 'input', path: [[0, 0], [-2.9, 0]] }, classic)) // prettier-ignore
  expect(far?.isCut).toBe(true)
  expect(far?.to[0]).toBeCloseTo(-3, 12)
  expect(planePathOf(withDiagram({ along: 'input', path: [[1, 1], [0, 0]] }, classic))?.to).toEqual([0, 0]) // prettier-ignore
})
