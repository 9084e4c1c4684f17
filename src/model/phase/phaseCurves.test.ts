import { expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { nameEquilibria } from '../equilibriumNames.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { tracePhaseCurves } from './phaseCurves.ts'

const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }
const equilibria = nameEquilibria(findEquilibria(system), system)
const none = { flow: false, descent: false, nullclines: false, separatrices: false }

test.each(['flow', 'descent', 'nullclines', 'separatrices'] as const)('%s alone', (part) => {
  const curves = tracePhaseCurves(system, equilibria, 3, { ...none, [part]: true })
  for (const name of ['flow', 'descent', 'nullclines', 'separatrices'] as const) {
    if (name === part) expect(curves[name]?.length).toBeGreaterThan(0)
    else expect(curves[name]).toBeNull()
  }
})

test('no wish, no curves', () => {
  expect(Object.values(tracePhaseCurves(system, equilibria, 3, none))).toEqual([null, null, null, null])
})

test('chords are short enough to follow a surface of 129²', () => {
  const curves = tracePhaseCurves(system, equilibria, 3, { ...none, nullclines: true, separatrices: true })
  for (const { points } of [...(curves.nullclines ?? []), ...(curves.separatrices ?? [])]) {
    for (let k = 2; k < points.length; k += 2) {
      expect(Math.hypot(points[k] - points[k - 2], points[k + 1] - points[k - 1])).toBeLessThan((3 / 64) * 1.02)
    }
  }
})
