import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { encodeLink } from '../experiment/link/link.ts'
import { documentText, largestFileBytes } from '../experiment/file/documentFile.ts'
import { presets } from '../experiment/presets/presets.ts'
import { createLab } from './createLab.ts'
import { stillEnvironment } from './stillEnvironment.ts'
import { openEarlierWork, openFile, openLink, openText, startAfresh } from './opening/openWork.ts'
import type { SettingsStorage } from './settings.ts'
import { startAutosave } from './autosave.ts'
import { earlierWorkKey, readWork, resumeWork, workKey } from './work.ts'

/** A lab with its work kept in a made-up storage, on a made-up clock. */
function setUp(storage: SettingsStorage | null, experiment: Experiment = defaultExperiment) {
  const tasks = new Set<() => void>()
  let isVisible = true
  let tell = () => {}
  const timers = {
    now: () => 0,
    after: (_: number, task: () => void) => {
      tasks.add(task)
      return () => void tasks.delete(task)
    },
  }
  const page = {
    isVisible: () => isVisible,
    subscribe: (listener: () => void) => {
      tell = listener
      return () => {}
    },
  }
  const { store } = createLab({
    experiment,
    columns: 17,
    environment: stillEnvironment,
  })
  const stop = startAutosave({ store, storage, timers, page })
  return {
    store,
    stop,
    opener: { store, storage },
    rest: () => [...tasks].forEach((task) => task()),
    waiting: () => tasks.size,
    hide() {
      isVisible = false
      tell()
    },
    gain: () => store.getState().experiment.model.gain,
    setGain: (gain: number) => store.getState().edit((now) => ({ ...now, model: { ...now.model, gain } })),
    notice: () => store.getState().notice?.text ?? null,
    steps: () => store.getState().history.past.map((entry) => entry.label),
  }
}

function createStorage(beginning: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(beginning))
  const writes: string[] = []
  return {
    kept,
    writes,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      writes.push(key)
      kept.set(key, value)
    },
  }
}

const blocked: SettingsStorage = {
  getItem() {
    throw new DOMException('no', 'SecurityError')
  },
  setItem() {
    throw new DOMException('no', 'QuotaExceededError')
  },
}

describe('autosave', () => {
  test('keeps the work when it rests, once, and brings it back', () => {
    const storage = createStorage()
    const lab = setUp(storage)
    expect(resumeWork(storage)).toEqual({ experiment: null, notice: null })
    for (const gain of [2, 3, 4]) lab.setGain(gain)
    expect(storage.writes).toEqual([])
    expect(lab.waiting()).toBe(1)
    lab.rest()
    expect(storage.writes).toEqual([workKey])
    expect(resumeWork(storage)).toEqual({ experiment: lab.store.getState().experiment, notice: null })
  })

  test('keeps it at once when the page is hidden', () => {
    const storage = createStorage()
    const lab = setUp(storage)
    lab.setGain(2)
    lab.hide()
    expect(resumeWork(storage).experiment?.model.gain).toBe(2)
    lab.rest()
    expect(storage.writes).toHaveLength(1)
  })

  test('writes nothing as long as nothing was changed', () => {
    const storage = createStorage()
    const lab = setUp(storage)
    lab.store.getState().pause()
    lab.hide()
    expect(storage.writes).toEqual([])
  })

  test('a full storage: one sentence, and the work goes on', () => {
    const lab = setUp(blocked)
    lab.setGain(2)
    lab.rest()
    expect(lab.notice()).toMatch(/not kept on this machine any more/)
    lab.store.getState().dismissNotice()
    lab.setGain(3)
    lab.rest()
    expect(lab.notice()).toBeNull()
    expect(lab.gain()).toBe(3)
  })

  test('no storage: nothing is said', () => {
    const lab = setUp(null)
    lab.setGain(2)
    lab.hide()
    expect(lab.notice()).toBeNull()
    expect(resumeWork(null)).toEqual({ experiment: null, notice: null })
    expect(resumeWork(blocked)).toEqual({ experiment: null, notice: null })
  })

  test.each(['{', 'null', '{"version":99}', '[]', '"x"'])(
    'kept work that cannot be read (%s) is put aside, and that is said',
    (text) => {
      const storage = createStorage({ [workKey]: text })
      const { experiment, notice } = resumeWork(storage)
      expect(experiment).toBeNull()
      expect(notice).toMatch(/^Your last work could not be read, so this is a fresh start\. .*\.$/)
      expect(storage.kept.get(earlierWorkKey)).toBe(text)
    },
  )
})

describe('opening', () => {
  const other: Experiment = { ...defaultExperiment, model: { ...defaultExperiment.model, gain: 2.5 }, balls: [] }
  const file = (text: string, name = 'lecture 3.memoryscape.json', type = 'application/json') =>
    new File([text], name, { type })

  test('a file is one step, which can be undone', async () => {
    const lab = setUp(createStorage())
    lab.setGain(2)
    expect(await openFile(lab.opener, file(documentText(other)))).toBeNull()
    expect(lab.store.getState().experiment).toEqual(other)
    expect(lab.steps()).toEqual(['Change the gain', 'Open “lecture 3”'])
    expect(lab.store.getState().notice).toMatchObject({ action: 'undo' })
    lab.store.getState().undo()
    expect(lab.gain()).toBe(2)
    lab.store.getState().redo()
    expect(lab.gain()).toBe(2.5)
  })

  test('a link, and pasted text', async () => {
    const lab = setUp(createStorage())
    const link = `https://example.org/#/recall?x=${encodeLink(other)}`
    expect(await openLink(lab.opener, link)).toBeNull()
    expect(lab.store.getState().experiment).toEqual(other)
    expect(await openText(lab.opener, JSON.stringify(defaultExperiment))).toBeNull()
    expect(await openText(lab.opener, ` ${link}\n`)).toBeNull()
    expect(lab.steps()).toEqual(['Open a link', 'Open what was pasted', 'Open a link'])
  })

  test('what is there already is no step', async () => {
    const lab = setUp(createStorage(), other)
    expect(await openText(lab.opener, JSON.stringify(other))).toBeNull()
    expect(lab.steps()).toEqual([])
  })

  test('a preset is known again', async () => {
    const [preset] = presets
    const lab = setUp(null)
    await openLink(lab.opener, encodeLink(preset.experiment))
    expect(lab.store.getState().presetId).toBe(preset.id)
  })

  test('a refusal says why, and changes nothing', async () => {
    const storage = createStorage()
    const lab = setUp(storage, other)
    const { experiment, history, notice } = lab.store.getState()
    const wrong = JSON.stringify({ ...other, noise: { ...other.noise, seed: 'x' } })
    expect(await openFile(lab.opener, file(wrong))).toMatch(
      /^“lecture 3” was not opened\. noise\.seed should be a whole number/,
    )
    expect(await openFile(lab.opener, file('x', 'cat.png', 'image/png'))).toMatch(/“cat\.png” is a picture/)
    const huge = Object.defineProperty(file(''), 'size', { value: largestFileBytes + 1 })
    expect(await openFile(lab.opener, huge)).toMatch(/has 21 MB; the limit is 20 MB/)
    const gone = Object.assign(file(''), { text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) })
    expect(await openFile(lab.opener, gone)).toMatch(/could not be read/)
    expect(await openText(lab.opener, wrong)).toMatch(/^noise\.seed/)
    expect(await openText(lab.opener, 'hello')).toMatch(/neither a link nor a document/)
    expect(await openText(lab.opener, `#/landscape?x=${encodeLink(other).slice(2)}`)).toMatch(/damaged/)
    expect(lab.store.getState()).toMatchObject({ experiment, history, notice })
    expect(storage.writes).toEqual([])
  })

  test('what is replaced is put aside on this machine, and comes back', async () => {
    const storage = createStorage()
    const lab = setUp(storage)
    await openLink(lab.opener, encodeLink(other))
    expect(readWork(storage, earlierWorkKey)).toBeNull()
    lab.setGain(3.5)
    startAfresh(lab.opener)
    expect(lab.store.getState().experiment).toEqual(defaultExperiment)
    expect(lab.notice()).toMatch(/fresh start/)
    expect(openEarlierWork(lab.opener)).toBeNull()
    expect(lab.gain()).toBe(3.5)
    expect(openEarlierWork({ store: lab.store, storage: null })).toMatch(/Nothing was put aside/)
  })

  test('jumps through the history', () => {
    const lab = setUp(null)
    const { jump, clearBalls } = lab.store.getState()
    lab.setGain(2)
    clearBalls()
    startAfresh(lab.opener)
    jump(-3)
    expect(lab.store.getState().experiment).toEqual(defaultExperiment)
    expect(lab.steps()).toEqual([])
    jump(2)
    expect(lab.gain()).toBe(2)
    expect(lab.store.getState().experiment.balls).toEqual([])
    jump(-100)
    jump(0)
    expect(lab.steps()).toEqual([])
  })
})
