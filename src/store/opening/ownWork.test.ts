import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { documentText } from '../../experiment/file/documentFile.ts'
import { encodeLink } from '../../experiment/link/link.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { createLab } from '../createLab.ts'
import { stillEnvironment } from '../stillEnvironment.ts'
import { earlierWorkKey, earlierWorks, writeWork, workKey, resumeWork } from '../work.ts'
import { openEarlierWork, openFile, openLink, startAfresh } from './openWork.ts'
import { putAside, rememberOpened } from './ownWork.ts'

const longest = 5

/** Holds so many characters, as a browser does for a site. */
function createStorage(room = 5_000_000) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      const others = [...kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0)
      if (others + value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}
type Kept = ReturnType<typeof createStorage>

/** A tab that begins with what is kept, as the page does, and whose work has come to rest. */
function openTab(storage: Kept) {
  const experiment = resumeWork(storage).experiment ?? defaultExperiment
  const { store } = createLab({ experiment, columns: 17, environment: stillEnvironment })
  const rest = () => writeWork(storage, workKey, store.getState().experiment)
  const setGain = (gain: number) => store.getState().edit((now) => ({ ...now, model: { ...now.model, gain } }))
  return { store, storage, rest, setGain, experiment: () => store.getState().experiment }
}

const withGain = (gain: number): Experiment => ({
  ...defaultExperiment,
  model: { ...defaultExperiment.model, gain },
})
const { recall } = defaultExperiment
const [first, ...others] = recall.memories
/** A drawing, as large as any that is usual. */
const drawing = (name: string): Experiment => ({
  ...defaultExperiment,
  recall: { ...recall, memories: [{ ...first, name }, ...others] },
})
const gains = (storage: Kept) => earlierWorks(storage).map((text) => (JSON.parse(text) as Experiment).model.gain)

describe('what is put aside', () => {
  test('two opened links leave one’s own drawing there', async () => {
    const storage = createStorage()
    writeWork(storage, workKey, drawing('my own'))
    for (const gain of [2, 2.5, 3]) {
      const tab = openTab(storage)
      expect(await openLink(tab, encodeLink(withGain(gain)))).toBeNull()
      // Turned and slowed down, it is still what came.
      tab.store.getState().edit((now) => ({ ...now, view: { ...now.view, picture: 'map' }, playback: { speed: 2 } }))
      tab.rest()
    }
    expect(earlierWorks(storage)).toEqual([JSON.stringify(drawing('my own'))])
    const tab = openTab(storage)
    expect(openEarlierWork(tab)).toBeNull()
    expect(tab.experiment()).toEqual(drawing('my own'))
  })

  test('a file and a preset as they came are not; what was made of them is', async () => {
    const tab = openTab(createStorage())
    await openFile(tab, new File([documentText(withGain(2))], 'a.json'))
    startAfresh(tab)
    tab.store.getState().loadPreset(presets[3].id)
    startAfresh(tab)
    rememberOpened(tab.storage, drawing('of a preset'))
    putAside(tab.storage, { ...presets[3].experiment, recall: drawing('of a preset').recall })
    expect(earlierWorks(tab.storage)).toEqual([])
    await openFile(tab, new File([documentText(withGain(2))], 'a.json'))
    tab.setGain(3.5)
    startAfresh(tab)
    expect(gains(tab.storage)).toEqual([3.5])
  })

  test('is kept five times, newest first, and once each', () => {
    const storage = createStorage()
    for (const gain of [1.5, 2, 2.5, 3, 3.5, 4, 3]) putAside(storage, withGain(gain))
    putAside(storage, { ...withGain(4), playback: { speed: 3 } })
    expect(gains(storage)).toEqual([4, 3, 3.5, 2.5, 2])
    expect(earlierWorks(storage)).toHaveLength(longest)
    const tab = openTab(storage)
    expect(openEarlierWork(tab, earlierWorks(storage)[2])).toBeNull()
    tab.setGain(3.25)
    expect(openEarlierWork(tab)).toBeNull()
    expect(gains(storage)).toEqual([3.25, 4, 3, 3.5, 2.5])
  })

  test('the one slot of an older page is read, and goes on to be the second', () => {
    const storage = createStorage()
    storage.setItem(earlierWorkKey, JSON.stringify(withGain(2)))
    expect(gains(storage)).toEqual([2])
    putAside(storage, withGain(3))
    expect(gains(storage)).toEqual([3, 2])
    expect(storage.kept.get(earlierWorkKey)).toBe(JSON.stringify(withGain(3)))
  })

  test('in a storage that is full the oldest give way, and where even that is too little nothing is lost', () => {
    const length = JSON.stringify(withGain(2)).length
    const storage = createStorage(2.5 * length)
    for (const gain of [1.5, 2, 2.5, 3]) putAside(storage, withGain(gain))
    expect(gains(storage)).toHaveLength(2)
    expect(gains(storage)[0]).toBe(3)
    const before = earlierWorks(storage)
    putAside(storage, drawing('x'.repeat(3 * length)))
    expect(earlierWorks(storage)).toEqual(before)
  })

  test('large ones are fewer; texts that are no list are none', () => {
    const storage = createStorage()
    for (const name of ['a', 'b', 'c']) putAside(storage, drawing(name.repeat(600_000)))
    expect(earlierWorks(storage)).toHaveLength(2)
    for (const text of ['{', '7', '[1, null, {}]', '"x"']) {
      const broken = createStorage()
      for (const key of ['memoryscape.work.older', 'memoryscape.work.opened']) broken.setItem(key, text)
      putAside(broken, withGain(2))
      expect(gains(broken)).toEqual([2])
    }
  })
})
