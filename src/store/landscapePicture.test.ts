import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { createAnalysisCell } from './analysis/analysisCell.ts'
import { createFrameCell } from './frameCell.ts'
import { createLandscapePicture } from './landscapePicture.ts'
import type { LabState } from './labState.ts'
import { isStableOnSliceOnly, shownName } from './pictureLab.ts'

function makePicture() {
  const store = createStore<LabState>()((set, get) => {
    const state: Partial<LabState> = {
      experiment: defaultExperiment,
      highlightedKey: null,
      notice: null,
      edit: (patch) => set({ experiment: patch(get().experiment) }),
      highlight: (highlightedKey) => set({ highlightedKey }),
    }
    return state as LabState
  })
  return {
    store,
    picture: createLandscapePicture({
      store,
      cell: createFrameCell(),
      analysis: createAnalysisCell(),
      wantContours: () => () => {},
    }),
  }
}

describe('the landscape of a lab as a picture', () => {
  it('reads and writes the camera of the document', () => {
    const { store, picture } = makePicture()
    const camera = { azimuth: 1, elevation: 0.5, distance: 4 }
    picture.store.getState().setCamera(camera)
    expect(store.getState().experiment.view.camera).toEqual(camera)
    expect(picture.store.getState().camera).toBe(store.getState().experiment.view.camera)
    expect(picture.store.getInitialState().camera).toBe(defaultExperiment.view.camera)
  })

  it('is the same state, and silent, as long as nothing of it changes', () => {
    const { store, picture } = makePicture()
    const before = picture.store.getState()
    const listener = vi.fn<() => void>()
    const unsubscribe = picture.store.subscribe(listener)
    store.setState({ notice: { tone: 'info', text: 'A sentence.' } })
    expect(picture.store.getState()).toBe(before)
    expect(listener).not.toHaveBeenCalled()
    picture.store.getState().highlight('origin')
    expect(listener).toHaveBeenCalledOnce()
    expect(picture.store.getState().highlightedKey).toBe('origin')
    unsubscribe()
    store.getState().highlight(null)
    expect(listener).toHaveBeenCalledOnce()
  })

  it('names no directions: they are ξ¹ and ξ²', () => {
    expect(makePicture().picture.store.getState().memoryNames).toBeNull()
  })
})

it('cuts long names to the room of a label', () => {
  expect(shownName('cat')).toBe('cat')
  expect(shownName('the neighbour’s old black cat')).toBe('the neighbour’s o…')
})

it('tells a star of the slice from one of the whole network', () => {
  const point = {
    state: [1, 1] as const,
    energy: -1,
    stability: 'stable' as const,
    eigenvalues: [-1, -0.5] as const,
    isMarginal: false,
    name: { kind: 'origin' } as const,
    key: 'origin',
  }
  const ofSlice = { ...point, isEquilibrium: true, residual: 0, largestEigenvalue: -0.2 }
  expect(isStableOnSliceOnly(point)).toBe(false)
  expect(isStableOnSliceOnly(ofSlice)).toBe(false)
  expect(isStableOnSliceOnly({ ...ofSlice, isEquilibrium: false, residual: 0.3 })).toBe(true)
  expect(isStableOnSliceOnly({ ...ofSlice, largestEigenvalue: 0.1 })).toBe(true)
  expect(isStableOnSliceOnly({ ...ofSlice, stability: 'saddle', largestEigenvalue: 0.1 })).toBe(false)
})
