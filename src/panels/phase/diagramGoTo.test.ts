import { expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { systemOf } from '../../experiment/derive.ts'
import { diagramPathOf } from '../../experiment/diagramPath.ts'
import { systemAlong } from '../../model/phase/diagramPath.ts'
import { traceDiagram } from '../../model/phase/diagramTrace.ts'
import { goToPlace, keyAt } from './diagramGoTo.ts'

test('going to a place on a path makes the network of that place', () => {
  const { view, model } = defaultExperiment
  for (const kind of ['idp', 'classic'] as const) {
    for (const along of ['path', 'gain', 'input'] as const) {
      const diagram = { ...view.phase.diagram, along }
      const experiment = {
        ...defaultExperiment,
        model: { ...model, kind },
        view: { ...view, phase: { ...view.phase, diagram } },
      }
      const path = diagramPathOf(experiment)
      for (const s of [0, 0.3, 1]) {
        const there = systemOf(goToPlace(path, s)(experiment))
        const wished = systemAlong(path, s)
        expect(there.gain).toBeCloseTo(wished.gain, 12)
        for (const i of [0, 1]) {
          expect(there.saliency[i]).toBeCloseTo(wished.saliency[i], 12)
          expect(there.current[i]).toBeCloseTo(wished.current[i], 12)
        }
      }
    }
  }
})

test('the key is that of the network at the place, not of the middle of the branch', () => {
  const path = diagramPathOf(defaultExperiment)
  for (const { key, s, states } of traceDiagram(path).branches) {
    const k = s.length >> 1
    expect(keyAt(path, s[k], [states[2 * k], states[2 * k + 1]])).toBe(key)
  }
})
