import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { documentText, parseDocument } from '../experiment/file/documentFile.ts'
import { startAutosave } from './autosave.ts'
import { createLab } from './createLab.ts'
import { stillEnvironment } from './stillEnvironment.ts'
import { openNewer } from './opening/openNewer.ts'
import { openEarlierWork, openFile, openText } from './opening/openWork.ts'
import { readOnlySentence, selectDocumentText } from './readOnly.ts'
import { earlierWorkKey, resumeWork, workKey } from './work.ts'

const understood: Experiment = { ...defaultExperiment, model: { ...defaultExperiment.model, gain: 2.5 }, balls: [] }
const newerText = JSON.stringify({ ...understood, version: 4, fog: { depth: 3 } })

function setUp(beginning: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(beginning))
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const tasks = new Set<() => void>()
  const timers = {
    now: () => 0,
    after: (_: number, task: () => void) => {
      tasks.add(task)
      return () => void tasks.delete(task)
    },
  }
  const page = { isVisible: () => true, subscribe: () => () => {} }
  const { store } = createLab({
    columns: 17,
    environment: stillEnvironment,
  })
  startAutosave({ store, storage, timers, page })
  const state = store.getState
  return {
    store,
    state,
    kept,
    storage,
    opener: { store, storage },
    rest: () => [...tasks].forEach((task) => task()),
    setGain: (gain: number) => state().edit((now) => ({ ...now, model: { ...now.model, gain } })),
    steps: () => state().history.past.map((entry) => entry.label),
  }
}

async function setUpOpened(beginning: Readonly<Record<string, string>> = {}) {
  const lab = setUp(beginning)
  expect(await openFile(lab.opener, new File([newerText], 'next.json', { type: 'application/json' }))).toBeNull()
  return lab
}

describe('a document of a newer version', () => {
  test('is opened as far as it is understood, as one step, and that is said', async () => {
    const { state, steps } = await setUpOpened()
    expect(state().experiment).toEqual(understood)
    expect(state().readOnly).toEqual({ version: 4, text: newerText })
    expect(steps()).toEqual(['Open “next”'])
    expect(state().notice).toMatchObject({ tone: 'info', action: 'copy' })
    expect(state().notice?.text).toMatch(/version 4, .* up to 3.*Not understood: fog\.$/)
  })

  test('is not changed: one calm sentence, however often', async () => {
    const { state, setGain, steps } = await setUpOpened()
    const { experiment } = state()
    for (const gain of [1, 2, 3]) setGain(gain)
    state().dropBall([1, 1])
    expect(state().experiment).toBe(experiment)
    expect(state().notice).toEqual({ tone: 'info', text: readOnlySentence, action: 'copy' })
    expect(steps()).toHaveLength(1)
  })

  test('is looked at and played as any other', async () => {
    const { state, steps } = await setUpOpened()
    const { slice } = state().experiment.recall
    state().dismissNotice()
    state().edit((now) => ({ ...now, view: { ...now.view, picture: 'map' }, playback: { speed: 3 } }))
    state().edit((now) => ({ ...now, recall: { ...now.recall, slice: { ...slice, picture: 'map' } } }))
    expect(state().experiment).toMatchObject({ view: { picture: 'map' }, playback: { speed: 3 } })
    expect(state().experiment.recall.slice.picture).toBe('map')
    for (const act of ['pause', 'step', 'reset', 'play'] as const) state()[act]()
    expect(state().isPlaying).toBe(true)
    expect(state().notice).toBeNull()
    expect(steps()).toHaveLength(3)
  })

  test('is not kept in the place of the work before; saved is what came', async () => {
    const work = documentText(defaultExperiment)
    const { kept, rest, state } = await setUpOpened({ [workKey]: work })
    state().edit((now) => ({ ...now, view: { ...now.view, picture: 'map' } }))
    rest()
    expect(kept.get(workKey)).toBe(work)
    expect(selectDocumentText(state())).toBe(newerText)
  })

  test('a copy is a document of one’s own, and undo goes back to what came', async () => {
    const { kept, rest, state, setGain, steps } = await setUpOpened()
    state().editCopy()
    expect(state()).toMatchObject({ readOnly: null, notice: null, experiment: understood })
    setGain(1.25)
    rest()
    expect(steps()).toEqual(['Open “next”', 'Edit a copy', 'Change the gain'])
    expect(parseDocument(kept.get(workKey) ?? '')).toEqual({ ok: true, experiment: state().experiment })
    expect(parseDocument(selectDocumentText(state())).ok).toBe(true)
    state().undo()
    state().undo()
    expect(state().readOnly?.text).toBe(newerText)
    setGain(3)
    expect(state().experiment).toEqual(understood)
    state().undo()
    expect(state()).toMatchObject({ readOnly: null, experiment: defaultExperiment, notice: null })
    state().redo()
    expect(state().readOnly?.text).toBe(newerText)
  })

  test('gives way to a preset and to another document, and is not put aside in part', async () => {
    const { kept, opener, state, setGain } = await setUpOpened()
    state().loadPreset('fig2d')
    expect(state().readOnly).toBeNull()
    setGain(2)
    expect(state().experiment.model.gain).toBe(2)
    expect(await openText(opener, newerText)).toBeNull()
    const aside = kept.get(earlierWorkKey)
    expect(await openText(opener, documentText(defaultExperiment))).toBeNull()
    expect(state()).toMatchObject({ readOnly: null, experiment: defaultExperiment })
    expect(kept.get(earlierWorkKey)).toBe(aside)
  })

  test('that says nothing this version knows is refused as before', async () => {
    const { opener, state } = setUp()
    expect(await openText(opener, '{"version": 9, "scenes": []}')).toMatch(/newer Memoryscape: it has version 9/)
    expect(state()).toMatchObject({ readOnly: null, experiment: defaultExperiment, notice: null })
  })

  test('that was the last work here, or the one before, is shown and stays as it is', () => {
    const { kept, opener, state, rest, storage } = setUp({ [workKey]: newerText })
    const { experiment, newer } = resumeWork(storage)
    expect(experiment).toBeNull()
    expect(newer !== undefined && openNewer({ ...opener, newer, label: 'Open your last work' })).toBe(true)
    state().edit((now) => ({ ...now, playback: { speed: 2 } }))
    rest()
    expect(kept.get(workKey)).toBe(newerText)
    state().undo()
    state().undo()
    expect(state().readOnly).toBeNull()
    expect(openEarlierWork(opener)).toBeNull()
    expect(state().readOnly?.text).toBe(newerText)
  })
})
