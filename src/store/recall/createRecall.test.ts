import { describe, expect, test } from 'vitest'
import { createLocalPort } from '../../engine/localPort.ts'
import { createMainThreadPort } from '../../engine/mainThreadPort.ts'
import type { Port } from '../../engine/port.ts'
import type { RecallCommand, RecallEvent } from '../../engine/recall/protocol.ts'
import { mixed, smallRecall } from '../../engine/recall/session/recallExamples.laws.ts'
import { createRecallSession } from '../../engine/recall/session/recallSession.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import {
  addKeyframe,
  deleteKeyframe,
  deleteMemory,
  moveKeyframe,
  resizePictures,
  setFader,
} from '../../experiment/recall/recallEdits.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { createJavascriptBinaryKernel } from '../../kernel/javascriptBinaryKernel.ts'
import { createJavascriptKernel } from '../../kernel/javascriptKernel.ts'
import { createLab } from '../createLab.ts'
import { createRecall } from './createRecall.ts'
import { editRecall } from './editRecall.ts'
import type { RecallEnvironment } from './recallEnvironment.ts'

/** The analysis must not even be fetched where nobody wants anything of it. */
const never = (): never => {
  throw new Error('Nobody wants an analysis here.')
}

/** A Recall view in a made-up browser: the session answers in microtasks, frames come when told to. */
function setUp(recallSettings: RecallSettings = smallRecall(), { work = 0 } = {}) {
  let nowMs = 0
  let sessionMs = 0
  let callbacks = new Map<number, (nowMs: number) => void>()
  let handle = 0
  let isVisible = true
  const pageListeners = new Set<() => void>()
  const commands: RecallCommand[] = []
  let killNewest: () => void = () => {}
  const createPort = (): Port<RecallCommand, RecallEvent> => {
    const session = createRecallSession({
      createKernel: () => createJavascriptKernel(),
      createBinaryKernel: createJavascriptBinaryKernel,
      now: () => (sessionMs += work),
    })
    const port = createLocalPort(session, queueMicrotask)
    return {
      ...port,
      post(command, transfer) {
        commands.push(command)
        port.post(structuredClone(command), transfer)
      },
      listen(listeners) {
        killNewest = listeners.onDeath
        port.listen(listeners)
      },
    }
  }
  const environment: RecallEnvironment = {
    createPort,
    createFallbackPort: createPort,
    timers: { now: () => nowMs, after: () => () => {} },
    frames: {
      request(callback) {
        callbacks.set(++handle, callback)
        return handle
      },
      cancel: (id) => void callbacks.delete(id),
    },
    page: {
      isVisible: () => isVisible,
      subscribe(listener) {
        pageListeners.add(listener)
        return () => void pageListeners.delete(listener)
      },
    },
    prefersReducedMotion: () => true,
  }
  const lab = createLab({
    columns: 9,
    isPlaying: false,
    experiment: { ...defaultExperiment, recall: recallSettings },
    environment: {
      ...environment,
      createPort: () => null,
      createFallbackPort: () => createMainThreadPort(),
      analysis: { createPort: never, createFallbackPort: never },
      frames: { request: () => 0, cancel: () => {} },
      storage: null,
    },
  })
  const recall = createRecall(lab, environment)
  const settle = async () => {
    for (let k = 0; k < 30; k++) await Promise.resolve()
  }
  const frames = async (count: number, elapsedMs = 16) => {
    for (let k = 0; k < count; k++) {
      nowMs += elapsedMs
      const due = callbacks
      callbacks = new Map()
      for (const callback of due.values()) callback(nowMs)
      await settle()
    }
  }
  const idp = () => {
    const lane = recall.cell.lanes.get('idp')
    if (lane === undefined) throw new Error('no lane')
    return lane
  }
  return {
    lab,
    recall,
    commands,
    kinds: () => commands.map((command) => command.kind),
    settle,
    frames,
    idp,
    edit: (patch: (settings: RecallSettings) => RecallSettings) => editRecall(lab.store, patch, { label: 'Edit' }),
    framesWaiting: () => callbacks.size,
    setVisible(next: boolean) {
      isVisible = next
      for (const listener of pageListeners) listener()
    },
    kill: () => killNewest(),
    state: () => recall.store.getState(),
  }
}

describe('showing', () => {
  test('nothing runs before the view is shown, nor after it was left', async () => {
    const { recall, kinds, frames, framesWaiting, settle, commands } = setUp()
    await frames(3)
    expect(kinds()).toEqual([])
    const leave = recall.show()
    expect(kinds()).toEqual(['load', 'slice'])
    await recall.ready
    await frames(10)
    expect(recall.cell.time).toBeGreaterThan(0.1)
    leave()
    leave()
    await settle()
    expect(framesWaiting()).toBe(0)
    commands.length = 0
    await frames(5)
    expect(kinds()).toEqual([])
  })

  test('what was edited meanwhile is told when the view is shown again, and the states go on', async () => {
    const { recall, kinds, frames, edit, commands, settle } = setUp()
    recall.show()()
    await settle()
    commands.length = 0
    edit((settings) => ({ ...settings, input: mixed([1, 1.5]) }))
    expect(kinds()).toEqual([])
    const leave = recall.show()
    expect(kinds()).toEqual(['change', 'slice'])
    await frames(2)
    expect(recall.cell.saliency[0]).toBe(1.5)
    leave()
    commands.length = 0
    recall.show()
    expect(kinds()).toEqual([])
  })

  test('a hidden page stands still', async () => {
    const { recall, frames, framesWaiting, setVisible } = setUp()
    recall.show()
    await frames(5)
    setVisible(false)
    const { time } = recall.cell
    expect(framesWaiting()).toBe(0)
    setVisible(true)
    await frames(2, 1000)
    expect(recall.cell.time - time).toBeLessThan(0.15)
  })
})

describe('running', () => {
  test('it comes to rest in the salient memory, and then asks for no frame', async () => {
    const { recall, frames, framesWaiting, state, idp } = setUp()
    recall.show()
    await frames(600, 100)
    expect(state()).toMatchObject({ isSettled: true, isPlaying: true })
    expect(framesWaiting()).toBe(0)
    expect(idp().verdict).toMatchObject({ kind: 'memory', mu: 1 })
    const { trace } = idp()
    expect(trace.length).toBeGreaterThan(100)
    expect(Math.abs(trace.overlapAt(trace.length - 1, 1))).toBeGreaterThan(0.9)
    expect(trace.energyAt(trace.length - 1)).toBeLessThan(trace.energyAt(0))
    expect(trace.timeAt(0)).toBe(0)
  })

  test('an edit of the input posts change and slice in the same turn, and the run goes on', async () => {
    const { recall, frames, edit, kinds, commands, state, idp } = setUp()
    recall.show()
    await frames(600, 100)
    commands.length = 0
    edit((settings) => ({ ...settings, input: mixed([3, 1.9]) }))
    expect(kinds()).toEqual(['change', 'slice'])
    expect(state().isSettled).toBe(false)
    await frames(600, 100)
    expect(Math.abs(idp().trace.overlapAt(idp().trace.length - 1, 2))).toBeGreaterThan(0.9)
    expect(recall.cell.slice?.memories).toContain(3)
  })

  test('turning the slice posts nothing', async () => {
    const { recall, frames, commands, kinds } = setUp()
    recall.show()
    await frames(600, 100)
    commands.length = 0
    const { camera } = recall.picture.store.getState()
    recall.picture.store.getState().setCamera({ ...camera, azimuth: 1 })
    expect(recall.picture.store.getState().camera.azimuth).toBe(1)
    await frames(3)
    expect(kinds()).toEqual([])
  })

  test('undo of an edit reaches the engine', async () => {
    const { lab, recall, frames, edit, kinds, commands } = setUp()
    recall.show()
    await frames(3)
    edit((settings) => ({ ...settings, input: mixed([3, 1.9]) }))
    await frames(3)
    commands.length = 0
    lab.store.getState().undo()
    expect(kinds().slice(0, 1)).toEqual(['change'])
    await frames(3)
    expect(recall.cell.saliency[1]).toBe(2)
  })

  test('stepping pauses; a step too long for one go is finished by ticks, and then nothing moves', async () => {
    const { recall, frames, framesWaiting, state, settle } = setUp(smallRecall(), { work: 1.5 })
    recall.show()
    state().pause()
    await settle()
    state().step('unit')
    await settle()
    expect(recall.cell.time).toBeLessThan(1)
    await frames(60)
    expect(recall.cell.time).toBeCloseTo(1, 6)
    expect(framesWaiting()).toBe(0)
    await frames(5, 500)
    expect(recall.cell.time).toBeCloseTo(1, 6)
    expect(state().isPlaying).toBe(false)
  })

  test('reset and scrub', async () => {
    const keyframes = [
      { id: 1, time: 0, input: mixed([1, 2]), isMorphing: true },
      { id: 2, time: 4, input: mixed([2, 2]), isMorphing: false },
    ]
    const { recall, frames, state, idp } = setUp(smallRecall({ timeline: { isOn: true, isLooped: true, keyframes } }))
    recall.show()
    await frames(20)
    state().scrub(1)
    await frames(5)
    expect(recall.cell.inputTime).toBe(1)
    expect([...recall.cell.saliency]).toEqual([1.5, 0.5, 0, 0])
    state().reset()
    await frames(1)
    expect(recall.cell.time).toBeLessThan(0.02)
    expect(idp().trace.length).toBeLessThan(4)
  })
})

describe('a timeline that is held', () => {
  const keyframes = [
    { id: 1, time: 0, input: mixed([1, 2]), isMorphing: true },
    { id: 2, time: 4, input: mixed([2, 2]), isMorphing: true },
    { id: 3, time: 9, input: mixed([3, 2]), isMorphing: true },
  ]
  const onTimeline = smallRecall({ timeline: { isOn: true, isLooped: true, keyframes } })
  const withTimeline = (patch: Partial<RecallSettings['timeline']>) => (settings: RecallSettings) => ({
    ...settings,
    timeline: { ...settings.timeline, ...patch },
  })

  async function held() {
    const page = setUp(onTimeline)
    page.recall.show()
    await page.frames(5)
    page.state().scrub(5)
    await page.frames(5)
    expect(page.recall.cell.inputTime).toBe(5)
    return page
  }

  test('runs from the beginning after a reset', async () => {
    const { recall, state, frames } = await held()
    state().reset()
    expect(state().scrubTime).toBeNull()
    await frames(60)
    expect(recall.cell.inputTime).toBeCloseTo(recall.cell.time, 6)
  })

  test('runs on from there when the person presses Play, and not at a step', async () => {
    const { recall, state, frames } = await held()
    state().step('unit')
    await frames(5)
    expect(recall.cell.inputTime).toBe(5)
    state().play()
    expect(state().scrubTime).toBeNull()
    await frames(60)
    expect(recall.cell.inputTime).toBeGreaterThan(5.5)
    expect(recall.cell.inputTime).toBeLessThan(6.1)
  })

  test('is let go when it goes off, and runs when it is on again', async () => {
    const { recall, state, frames, edit } = await held()
    edit(withTimeline({ isOn: false }))
    expect(state().scrubTime).toBeNull()
    edit(withTimeline({ isOn: true }))
    await frames(3)
    const { inputTime } = recall.cell
    await frames(20)
    expect(recall.cell.inputTime).toBeGreaterThan(inputTime)
  })

  test('is let go when another document is opened, and when that is undone', async () => {
    const { lab, state } = await held()
    const { experiment, open } = lab.store.getState()
    open(structuredClone({ ...experiment, balls: [] }), 'Open a file')
    expect(state().scrubTime).toBeNull()
    state().scrub(2)
    lab.store.getState().undo()
    expect(state().scrubTime).toBeNull()
  })

  test('is let go when a preset takes its place, and when that is undone', async () => {
    const { lab, state, edit } = await held()
    const others = keyframes.map((keyframe) => ({ ...keyframe, input: mixed([4, 1]) }))
    edit(withTimeline({ keyframes: others }))
    expect(state().scrubTime).toBeNull()
    state().scrub(2)
    lab.store.getState().undo()
    expect(state().scrubTime).toBeNull()
  })

  test('is let go when pictures get another size: the run begins again', async () => {
    const { recall, state, frames, edit } = await held()
    edit((settings) => resizePictures(settings, { columns: 16, rows: 16 }))
    await frames(10)
    expect(state().scrubTime).toBeNull()
    expect(recall.cell.inputTime).toBeCloseTo(recall.cell.time, 6)
  })

  test('goes along with the keyframe that it is held at, and never beyond the end', async () => {
    const { lab, recall, state, frames, edit } = await held()
    const isHeldAt = async (time: number, ...alpha: readonly number[]) => {
      await frames(3)
      expect(state().scrubTime).toBe(time)
      expect(recall.cell.inputTime).toBe(time)
      expect([...recall.cell.saliency]).toEqual(alpha)
    }
    state().scrub(9)
    edit((settings) => moveKeyframe(settings, 3, 8.9))
    await isHeldAt(8.9, 0, 0, 2, 0)
    lab.store.getState().undo()
    await isHeldAt(9, 0, 0, 2, 0)
    edit((settings) => deleteKeyframe(settings, 1))
    await isHeldAt(5, 0, 0, 2, 0)
    edit((settings) => deleteKeyframe(settings, 3))
    await isHeldAt(0, 0, 2, 0, 0)
  })

  test('stays held when memories are deleted', async () => {
    const { state, frames, edit } = await held()
    for (const id of [1, 4]) edit((settings) => deleteMemory(settings, id))
    await frames(3)
    expect(state().scrubTime).toBe(5)
  })

  test('stays held while its keyframes are edited, and at an edit of anything else', async () => {
    const { lab, recall, state, frames, edit } = await held()
    edit((settings) => setFader(settings, 2, 1, 2))
    edit((settings) => addKeyframe(settings, 5))
    edit((settings) => moveKeyframe(settings, 3, 7))
    edit((settings) => ({ ...settings, inputScale: 1.5 }))
    lab.store.getState().undo()
    lab.store.getState().undo()
    await frames(3)
    expect(state().scrubTime).toBe(5)
    expect(recall.cell.inputTime).toBe(5)
  })
})

describe('what goes over the wire', () => {
  test('an edit sends the memories that it changed, a new session gets all of them', async () => {
    const { lab, recall, commands, frames, kill } = setUp()
    recall.show()
    await frames(3)
    const { memories } = lab.store.getState().experiment.recall
    const told = () => commands.flatMap((command) => ('recall' in command ? [command] : []))
    expect(told()).toMatchObject([{ kind: 'load', recall: { memories } }])
    editRecall(lab.store, (settings) => ({ ...settings, inputScale: 5 }))
    expect(told().at(-1)).toMatchObject({
      kind: 'change',
      recall: { inputScale: 5, memories: memories.map(({ id }) => ({ knownId: id })) },
    })
    const [first, ...others] = memories
    const redrawn = { ...first, bits: others[0].bits }
    editRecall(lab.store, (settings) => ({ ...settings, memories: [redrawn, ...settings.memories.slice(1)] }))
    expect(told().at(-1)).toMatchObject({
      kind: 'change',
      recall: { memories: [redrawn, ...others.map(({ id }) => ({ knownId: id }))] },
    })
    await frames(3)
    expect(recall.cell.memoryIds).toHaveLength(memories.length)
    kill()
    expect(told().at(-1)).toMatchObject({ kind: 'load', recall: { memories: [redrawn, ...others] } })
    await frames(3)
    expect(recall.cell.memoryIds).toHaveLength(memories.length)
  })
})

describe('the slice', () => {
  test('the picture has a landscape, names, and one ball that rolls on it', async () => {
    const { recall, frames } = setUp()
    recall.show()
    await frames(20)
    const { cell, store } = recall.picture
    expect(cell.landscape?.columns).toBe(129)
    // 20 frames a second: in motion the slice is drawn coarsely.
    await frames(200, 50)
    expect(cell.landscape?.columns).toBe(65)
    expect(cell.view.extent).toBe(cell.landscape?.extent)
    expect(store.getState()).toMatchObject({ memoryNames: ['Memory 2', 'Memory 1'], dropBall: null })
    const trace = cell.traces.get(1)
    if (trace === undefined) throw new Error('no ball')
    const last = trace.at(trace.length - 1)
    expect(trace.x1[last]).toBeCloseTo(trace.x2[last], 2)
    expect(Math.abs(trace.m1[last])).toBeGreaterThan(0.9)
    expect(recall.cell.distanceFromSlice).toBeLessThan(0.1)
    expect(recall.cell.slice?.equilibria.length).toBeGreaterThan(2)
  })

  test('while the input turns, one landscape follows the other', async () => {
    const keyframes = [
      { id: 1, time: 0, input: mixed([1, 2], [2, 1]), isMorphing: true },
      { id: 2, time: 4, input: mixed([1, 1], [2, 2]), isMorphing: false },
    ]
    const { recall, frames } = setUp(smallRecall({ timeline: { isOn: true, isLooped: false, keyframes } }))
    recall.show()
    await frames(10)
    const before = recall.picture.cell.landscapeVersion
    await frames(20)
    expect(recall.picture.cell.landscapeVersion).toBeGreaterThanOrEqual(before + 18)
  })

  test('another plane, another trail; a lane that does not run has no ball; contours come when wanted', async () => {
    const { recall, frames, edit } = setUp()
    recall.show()
    await frames(30)
    expect(recall.picture.cell.traces.get(1)?.length).toBeGreaterThan(10)
    edit((settings) => ({ ...settings, slice: { ...settings.slice, memories: [3, 4] } }))
    await frames(1)
    expect(recall.picture.cell.traces.get(1)?.length).toBeLessThan(4)
    expect(recall.picture.store.getState().memoryNames).toEqual(['Memory 3', 'Memory 4'])
    expect(recall.picture.cell.contours).toBeNull()
    const release = recall.picture.wantContours()
    await frames(1)
    expect(recall.picture.cell.contours?.length).toBeGreaterThan(5)
    release()
    edit((settings) => ({ ...settings, slice: { ...settings.slice, lane: 'classic-held' } }))
    await frames(2)
    expect(recall.picture.cell.traces.size).toBe(0)
    expect(recall.cell.distanceFromSlice).toBeNull()
  })
})

describe('trouble', () => {
  test('a session that dies starts again from the document, and the lab says so', async () => {
    const { lab, recall, frames, kill, edit } = setUp()
    recall.show()
    await frames(10)
    edit((settings) => ({ ...settings, input: mixed([4, 1.5]) }))
    await frames(1)
    kill()
    expect(lab.store.getState().notice?.text).toBe('The simulation stopped and was started again from your settings.')
    await frames(3)
    expect(recall.cell.saliency[3]).toBe(1.5)
    expect(recall.cell.time).toBeLessThan(0.1)
    await frames(10)
    expect(recall.cell.time).toBeGreaterThan(0.1)
  })

  test('disposing stops everything', async () => {
    const { recall, frames, framesWaiting, commands, edit } = setUp()
    recall.show()
    await frames(3)
    recall.dispose()
    expect(framesWaiting()).toBe(0)
    commands.length = 0
    edit((settings) => ({ ...settings, input: mixed([4, 1.5]) }))
    recall.store.getState().reset()
    await frames(2)
    expect(commands).toEqual([])
  })

  test('a memory that goes closes its editor', () => {
    const { state, edit } = setUp()
    state().openMemory(3)
    edit((settings) => ({ ...settings, memories: settings.memories.filter((memory) => memory.id !== 3) }))
    expect(state().editedMemory).toBeNull()
  })
})
