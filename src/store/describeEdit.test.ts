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

describe('edits of the view', () => {
  const withView = (patch: Partial<Experiment['view']>): Experiment => ({
    ...defaultExperiment,
    view: { ...view, ...patch },
  })
  const withSlice = (patch: Partial<Experiment['recall']['slice']>): Experiment => {
    const { recall } = defaultExperiment
    return { ...defaultExperiment, recall: { ...recall, slice: { ...recall.slice, ...patch } } }
  }
  const turned = { ...view.camera, azimuth: 1 }

  test('turning goes on as one step, in each view for itself', () => {
    const gesture = (next: Experiment) => describeEdit(defaultExperiment, next, undefined)
    expect(gesture(withView({ camera: turned }))).toEqual({
      label: 'Turn the view',
      gesture: 'camera',
      gestureMs: Infinity,
    })
    expect(gesture(withSlice({ camera: turned }))).toEqual({
      label: 'Turn the view',
      gesture: 'camera of the slice',
      gestureMs: Infinity,
    })
  })

  test.each<[Experiment, string]>([
    [withView({ layers: { ...view.layers, contours: false } }), 'Hide the contours'],
    [withView({ layers: { ...view.layers, contours: false, trails: false } }), 'Change the layers'],
    [withView({ picture: 'map' }), 'Show the map'],
    [withSlice({ picture: 'map' }), 'Show the map'],
    [withView({ picture: 'map', camera: turned }), 'Change the view'],
    [withPhase({ flow: true }, withView({ camera: turned })), 'Change the view'],
  ])('each of the rest is a step of its own: %#', (next, label) => {
    expect(describeEdit(defaultExperiment, next, undefined)).toMatchObject({ label, gesture: null })
  })
})

describe('edits without words of their own', () => {
  const { model, integration, noise } = defaultExperiment
  test.each<[Partial<Experiment>, string]>([
    [{ model: { ...model, kind: 'classic' } }, 'Choose the model'],
    [{ model: { ...model, gain: 2 } }, 'Change the gain'],
    [{ model: { ...model, gain: 2, kind: 'classic' } }, 'Change the model'],
    [{ integration: { ...integration, timeStep: 0.02 } }, 'Change the time step'],
    [{ noise: { ...noise, seed: 3 } }, 'Change the seed'],
    [{ noise: { ...noise, seed: 3 }, playback: { speed: 2 } }, 'Change the experiment'],
    [{ playback: { speed: 2 } }, 'Change the speed'],
  ])('%j: %s', (patch, label) => {
    expect(describeEdit(defaultExperiment, { ...defaultExperiment, ...patch }, undefined).label).toBe(label)
  })

  test('two different things of one part are two steps', () => {
    const gesture = (patch: Partial<Experiment['model']>) =>
      describeEdit(defaultExperiment, { ...defaultExperiment, model: { ...model, ...patch } }, undefined).gesture
    expect(gesture({ gain: 2 })).toBe(gesture({ gain: 3 }))
    expect(gesture({ gain: 2 })).not.toBe(gesture({ kind: 'classic' }))
  })
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
