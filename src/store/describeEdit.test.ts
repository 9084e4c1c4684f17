import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { PhaseSettings } from '../experiment/phaseSettings.ts'
import { describeEdit } from './describeEdit.ts'

const { view } = defaultExperiment
const withPhase = (phase: Partial<PhaseSettings>, from: Experiment = defaultExperiment): Experiment => ({
  ...from,
  view: { ...from.view, phase: { ...from.view.phase, ...phase } },
})

describe('edits of the phase portrait', () => {
  const { diagram } = view.phase
  test.each<[Partial<PhaseSettings>, Partial<PhaseSettings>, string]>([
    [{}, { tint: 'basins' }, 'Show the basins'],
    [{ tint: 'basins' }, { tint: 'height' }, 'Hide the basins'],
    [{ tint: 'basins' }, { tint: 'density' }, 'Colour by the density'],
    [{ tint: 'density' }, { tint: 'height' }, 'Colour by the height'],
    [{}, { flow: true }, 'Show the flow'],
    [{ cloud: true }, { cloud: false }, 'Hide the particles'],
    [{}, { ground: 'density' }, 'Show the density'],
    [{ ground: 'density' }, { ground: 'energy' }, 'Show the energy'],
    [{}, { diagram: { ...diagram, along: 'gain' } }, 'Change the diagram'],
    [{}, { diagram: { ...diagram, path: [[1, 1], diagram.path[1]] } }, 'Move the path of the diagram'],
    [{}, { flow: true, descent: true }, 'Change the layers'],
  ])('from %j to %j: %s', (before, next, label) => {
    const first = withPhase(before)
    expect(describeEdit(first, withPhase(next, first), undefined).label).toBe(label)
  })

  test('each is a step of its own, but for the drag of the path', () => {
    const gesture = (phase: Partial<PhaseSettings>) =>
      describeEdit(defaultExperiment, withPhase(phase), undefined).gesture
    expect(gesture({ flow: true })).toBeNull()
    expect(gesture({ diagram: { ...diagram, path: [[1, 1], diagram.path[1]] } })).toBe('diagram path')
  })

  test('words of its own count', () => {
    const about = { label: 'Draw the path', gesture: 'path' }
    expect(describeEdit(defaultExperiment, withPhase({ flow: true }), about)).toMatchObject(about)
  })
})

test('turning the view and the plain layers stay one step', () => {
  const turned = { ...defaultExperiment, view: { ...view, camera: { ...view.camera, azimuth: 1 } } }
  expect(describeEdit(defaultExperiment, turned, undefined)).toMatchObject({
    label: 'Change the view',
    gesture: 'view',
  })
  const both = withPhase({ flow: true }, turned)
  expect(describeEdit(defaultExperiment, both, undefined).label).toBe('Change the view')
})

test('the number of particles is not the noise', () => {
  const withNoise = (noise: Partial<Experiment['noise']>) => ({
    ...defaultExperiment,
    noise: { ...defaultExperiment.noise, ...noise },
  })
  expect(describeEdit(defaultExperiment, withNoise({ particles: 500 }), undefined).label).toBe(
    'Change the number of particles',
  )
  expect(describeEdit(defaultExperiment, withNoise({ strength: 1 }), undefined).label).toBe('Change the noise')
})

test('a drag ends when the slider rests; a stroke does not end while the pen is down', () => {
  const next = { ...defaultExperiment, input: { saliency: [1, 1] as const } }
  const lasts = (isStroke: boolean) =>
    describeEdit(defaultExperiment, next, { label: 'Draw', gesture: 'stroke 1', isStroke }).gestureMs
  expect(lasts(false)).toBe(1000)
  expect(lasts(true)).toBe(Infinity)
})
