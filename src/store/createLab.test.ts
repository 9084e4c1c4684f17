import { describe, expect, test } from 'vitest'
import type { AnalysisCommand, AnalysisEvent } from '../engine/analysis/protocol.ts'
import { createMainThreadPort } from '../engine/mainThreadPort.ts'
import type { Port } from '../engine/port.ts'
import type { Command } from '../engine/protocol.ts'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { PhaseSettings } from '../experiment/phaseSettings.ts'
import { presets } from '../experiment/presets/presets.ts'
import { maximumBalls } from '../experiment/ranges.ts'
import { createLab, type LabOptions } from './createLab.ts'
import type { Environment } from './environment.ts'
import { settingsKey } from './settings.ts'

/** An analysis that never answers. */
function createSilentPort(posted: AnalysisCommand[]): Port<AnalysisCommand, AnalysisEvent> {
  return { post: (command) => void posted.push(command), listen: () => {}, close: () => {} }
}

/** A lab in a made-up browser: the session answers in microtasks, frames come when told to. */
function setUp(options: Omit<LabOptions, 'environment'> & { saved?: string; prefersReducedMotion?: boolean } = {}) {
  let nowMs = 0
  let callbacks = new Map<number, (nowMs: number) => void>()
  let handle = 0
  let isVisible = true
  const pageListeners = new Set<() => void>()
  const commands: Command[] = []
  const studied: AnalysisCommand[] = []
  const saved = new Map(options.saved === undefined ? [] : [[settingsKey, options.saved]])
  let killNewest: () => void = () => {}
  const createPort = (): Port => {
    const port = createMainThreadPort()
    return {
      ...port,
      post(command, transfer) {
        commands.push(command)
        port.post(command, transfer)
      },
      listen(listeners) {
        killNewest = listeners.onDeath
        port.listen(listeners)
      },
    }
  }
  const environment: Environment = {
    createPort,
    createFallbackPort: createPort,
    analysis: {
      createPort: () => createSilentPort(studied),
      createFallbackPort: () => createSilentPort(studied),
    },
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
    storage: { getItem: (key) => saved.get(key) ?? null, setItem: (key, value) => void saved.set(key, value) },
    prefersReducedMotion: () => options.prefersReducedMotion ?? false,
  }
  const lab = createLab({ columns: 17, ...options, environment })
  const settle = async () => {
    for (let k = 0; k < 20; k++) await Promise.resolve()
  }
  /** One animation frame, and the answers to it. */
  const frame = async (elapsedMs = 16) => {
    nowMs += elapsedMs
    const due = callbacks
    callbacks = new Map()
    for (const callback of due.values()) callback(nowMs)
    await settle()
  }
  const frames = async (count: number, elapsedMs = 16) => {
    for (let k = 0; k < count; k++) await frame(elapsedMs)
  }
  return {
    lab,
    commands,
    studied,
    kinds: () => commands.map((command) => command.kind),
    saved,
    settle,
    frame,
    frames,
    framesWaiting: () => callbacks.size,
    setVisible(next: boolean) {
      isVisible = next
      for (const listener of pageListeners) listener()
    },
    kill: () => killNewest(),
    state: () => lab.store.getState(),
  }
}

describe('the first landscape', () => {
  test('the engine starts with the lab, and ready follows the first landscape', async () => {
    const { lab, kinds } = setUp()
    expect(kinds()).toEqual(['load', 'sample'])
    expect(lab.cell.landscape).toBeNull()
    await lab.ready
    expect(lab.cell.landscape?.columns).toBe(17)
    expect(lab.cell.landscapeVersion).toBe(1)
    expect(lab.cell.view.extent).toBe(lab.cell.landscape?.extent)
    expect(lab.cell.equilibria).toHaveLength(9)
  })
})

describe('latency', () => {
  test('an edit posts change and sample in the same turn, and subscribers hear of the landscape when it arrives', async () => {
    const { lab, commands, settle, state } = setUp()
    await lab.ready
    await settle()
    commands.length = 0
    let heard = 0
    lab.cell.subscribe(() => heard++)
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1.4, 2.1] } }))
    expect(commands.map((command) => command.kind)).toEqual(['change', 'sample'])
    await settle()
    expect(heard).toBeGreaterThan(0)
    expect(lab.cell.system?.saliency).toEqual([1.4, 2.1])
  })

  test('a change of the view posts nothing', async () => {
    const { lab, commands, settle, state } = setUp()
    await lab.ready
    await settle()
    commands.length = 0
    state().edit((experiment) => ({ ...experiment, view: { ...experiment.view, picture: 'map' } }))
    expect(commands).toEqual([])
    expect(state().experiment.view.picture).toBe('map')
  })
})

describe('layers of the phase portrait', () => {
  const withPhase = (phase: Partial<PhaseSettings>) => (experiment: Experiment) => ({
    ...experiment,
    view: { ...experiment.view, phase: { ...experiment.view.phase, ...phase } },
  })

  test('a layer of curves asks for a landscape, which brings them; one of another kind does not', async () => {
    const { lab, kinds, commands, settle, state } = setUp({ isPlaying: false })
    await lab.ready
    await settle()
    expect(lab.cell.curves?.separatrices?.length).toBe(16)
    expect(lab.cell.curves?.flow).toBeNull()
    commands.length = 0
    state().edit(withPhase({ flow: true, separatrices: false }))
    expect(kinds()).toEqual(['change', 'sample'])
    await settle()
    expect(lab.cell.curves?.separatrices).toBeNull()
    expect(lab.cell.curves?.flow?.length).toBeGreaterThan(100)
    commands.length = 0
    state().edit(withPhase({ directions: true }))
    expect(kinds()).toEqual([])
    state().edit(withPhase({ flow: false }))
    await settle()
    expect(lab.cell.curves).toBeNull()
  })

  test('the cloud runs on the clock of the balls, and never settles; without its layer it goes', async () => {
    const { lab, frames, settle, state } = setUp()
    await lab.ready
    state().edit((experiment) => ({ ...experiment, balls: [] }))
    state().edit((experiment) => ({ ...experiment, noise: { ...experiment.noise, strength: 0.5, particles: 200 } }))
    await settle()
    expect(lab.cell.cloud).toBeNull()
    const { cloudVersion } = lab.cell
    state().edit(withPhase({ cloud: true }))
    await frames(30)
    expect(state().isSettled).toBe(false)
    expect(lab.cell.cloud?.positions).toHaveLength(400)
    expect(lab.cell.cloudVersion).toBeGreaterThan(cloudVersion + 20)
    const time = lab.cell.time
    await frames(10)
    expect(lab.cell.time).toBeGreaterThan(time)
    state().edit(withPhase({ cloud: false }))
    await settle()
    expect(lab.cell.cloud).toBeNull()
  })

  test('an equilibrium is selected, for the picture as well', async () => {
    const { lab, state } = setUp({ isPlaying: false })
    await lab.ready
    lab.picture.store.getState().select?.('memory-1+')
    expect(state().selectedKey).toBe('memory-1+')
    expect(lab.picture.store.getState().phase).toEqual({
      settings: defaultExperiment.view.phase,
      selectedKey: 'memory-1+',
      quantity: 'energy',
    })
    state().select(null)
    expect(lab.picture.store.getState().phase?.selectedKey).toBeNull()
  })
})

describe('playing and rest', () => {
  test('a noise-free run comes to rest, and then no animation frame is asked for', async () => {
    const { lab, frames, framesWaiting, commands, state } = setUp()
    await lab.ready
    await frames(500, 100)
    expect(state().isSettled).toBe(true)
    expect(state().isPlaying).toBe(true)
    expect(framesWaiting()).toBe(0)
    const trace = lab.cell.traces.get(1)
    if (trace === undefined) throw new Error('no trace')
    expect(trace.x1[trace.at(trace.length - 1)]).toBeCloseTo(1.915, 3)
    expect(lab.cell.energyRose).toBe(false)
    commands.length = 0
    await frames(10)
    expect(commands).toEqual([])
  })

  test.each([10, 16, 20, 50 / 3])('frames of %s ms: the trace has every regular sample', async (elapsedMs) => {
    const { lab, frames } = setUp()
    await lab.ready
    await frames(120, elapsedMs)
    const trace = lab.cell.traces.get(2)
    if (trace === undefined) throw new Error('no trace')
    for (let k = 1; k < trace.length - 1; k++) {
      expect(trace.times[trace.at(k)] - trace.times[trace.at(k - 1)]).toBeCloseTo(0.02, 5)
    }
    expect(trace.length).toBeGreaterThan(50)
  })

  test('an edit wakes it again', async () => {
    const { lab, frames, framesWaiting, state } = setUp()
    await lab.ready
    await frames(500, 100)
    state().edit((experiment) => ({ ...experiment, input: { saliency: [2, 1.2] } }))
    expect(state().isSettled).toBe(false)
    await frames(3)
    expect(framesWaiting()).toBe(1)
    expect(lab.cell.time).toBeGreaterThan(0)
  })

  test('paused, nothing runs; one step is one time step', async () => {
    const { lab, frames, settle, framesWaiting, kinds, state } = setUp({ isPlaying: false })
    await lab.ready
    await frames(5)
    expect(framesWaiting()).toBe(0)
    expect(kinds()).not.toContain('tick')
    state().step()
    await settle()
    expect(lab.cell.time).toBe(defaultExperiment.integration.timeStep)
  })

  test('a hidden page and a lab out of sight run nothing, and go on afterwards', async () => {
    const { lab, frames, framesWaiting, setVisible, kinds } = setUp()
    await lab.ready
    await frames(5)
    setVisible(false)
    expect(framesWaiting()).toBe(0)
    expect(kinds().at(-1)).toBe('pause')
    setVisible(true)
    expect(framesWaiting()).toBe(1)
    lab.setOnScreen(false)
    expect(framesWaiting()).toBe(0)
    lab.setOnScreen(true)
    await frames(2)
    expect(framesWaiting()).toBe(1)
  })

  test('reset goes back to the starts, and the traces begin again', async () => {
    const { lab, frames, settle, state } = setUp()
    await lab.ready
    await frames(20)
    const version = lab.cell.runVersion
    state().pause()
    state().reset()
    await settle()
    expect(lab.cell.time).toBe(0)
    expect(lab.cell.runVersion).toBe(version + 1)
    expect(lab.cell.traces.get(1)?.length).toBe(1)
  })

  test('disposing stops everything', async () => {
    const { lab, frames, framesWaiting, commands } = setUp()
    await lab.ready
    await frames(3)
    lab.dispose()
    expect(framesWaiting()).toBe(0)
    const count = commands.length
    lab.store.getState().reset()
    expect(commands).toHaveLength(count)
  })
})

describe('the view', () => {
  const widen = { ...defaultExperiment, balls: [] }

  test('it eases to what is needed, and its extent is always that of the landscape', async () => {
    const { lab, frames, framesWaiting, state } = setUp({ experiment: widen, isPlaying: false })
    await lab.ready
    const before = lab.cell.view
    lab.cell.subscribe(() => expect(lab.cell.view.extent).toBe(lab.cell.landscape?.extent))
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1.5, 4.5] } }))
    await frames(300)
    expect(lab.cell.view.extent).toBeGreaterThan(before.extent)
    expect(lab.cell.view.floor).toBeLessThan(before.floor)
    expect(framesWaiting()).toBe(0)
  })

  test('with reduced motion it is there at once', async () => {
    const { lab, settle, framesWaiting, state } = setUp({
      experiment: widen,
      isPlaying: false,
      prefersReducedMotion: true,
    })
    await lab.ready
    const before = lab.cell.view
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1.5, 4.5] } }))
    await settle()
    expect(lab.cell.view.extent).toBeGreaterThan(before.extent)
    expect(lab.cell.view.floor).toBeLessThan(before.floor)
    expect(framesWaiting()).toBe(0)
  })

  test('a ball dropped inside the picture moves no axis', async () => {
    const { lab, settle, frames, state } = setUp({ isPlaying: false })
    await lab.ready
    await settle()
    const { extent } = lab.cell.view
    state().dropBall([extent, -extent])
    await frames(300)
    expect(lab.cell.view.extent).toBe(extent)
  })

  test('contours come only while someone wants them', async () => {
    const { lab, settle, commands, state } = setUp({ isPlaying: false })
    await lab.ready
    expect(lab.cell.contours).toBeNull()
    const release = lab.wantContours()
    await settle()
    expect(lab.cell.contours?.length).toBeGreaterThan(5)
    release()
    commands.length = 0
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1.4, 2] } }))
    await settle()
    expect(lab.cell.contours).toBeNull()
    expect(commands[1]).toMatchObject({ kind: 'sample', contourLevels: null })
  })
})

describe('the document', () => {
  test('numbers are clamped; nonsense changes nothing and says why', () => {
    const { state } = setUp()
    state().edit((experiment) => ({ ...experiment, input: { saliency: [9, 1] } }))
    expect(state().experiment.input.saliency).toEqual([5, 1])
    const before = state().experiment
    state().edit((experiment) => ({ ...experiment, input: { saliency: [Number.NaN, 1] } }))
    expect(state().experiment).toBe(before)
    expect(state().notice?.text).toContain('input.saliency[0] should be a number from −3 to 5')
  })

  test('parts that did not change stay the same objects', () => {
    const { state } = setUp()
    const before = state().experiment
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1, 1] } }))
    expect(state().experiment.view).toBe(before.view)
    expect(state().experiment.balls).toBe(before.balls)
    const same = state().experiment
    state().edit((experiment) => ({ ...experiment }))
    expect(state().experiment).toBe(same)
  })

  test.each(presets.map((preset) => preset.id))(
    'preset %s: it loads and plays; its name stays until the run departs from it',
    async (id) => {
      const { lab, settle, state } = setUp({ isPlaying: false })
      await lab.ready
      state().edit((experiment) => ({ ...experiment, view: { ...experiment.view, picture: 'map' } }))
      state().loadPreset(id)
      await settle()
      expect(state()).toMatchObject({ presetId: id, isPlaying: true })
      expect(state().experiment.view.picture).toBe('map')
      expect(lab.cell.system?.gain).toBe(1)
      state().edit((experiment) => ({ ...experiment, playback: { speed: 2 } }))
      expect(state().presetId).toBe(id)
      state().dropBall([0.5, 0.5])
      expect(state().presetId).toBeNull()
    },
  )

  test('the analysis is left alone until a layer wants something of it, and while the lab is out of sight', async () => {
    const { lab, studied, settle, state } = setUp({ isPlaying: false })
    await lab.ready
    state().edit((experiment) => ({ ...experiment, input: { saliency: [1.2, 2] } }))
    await settle()
    expect(studied).toEqual([])
    const withTint = (tint: 'height' | 'basins') => (experiment: Experiment) => ({
      ...experiment,
      view: { ...experiment.view, phase: { ...experiment.view.phase, tint } },
    })
    state().edit(withTint('basins'))
    expect(studied).toMatchObject([{ kind: 'study', wish: { basins: { columns: 257 }, density: null } }])
    lab.setOnScreen(false)
    expect(studied.at(-1)).toEqual({ kind: 'stop' })
    lab.setOnScreen(true)
    expect(studied.at(-1)?.kind).toBe('study')
    state().edit(withTint('height'))
    expect(studied.at(-1)).toEqual({ kind: 'stop' })
    expect(studied).toHaveLength(4)
  })

  test('an unknown preset is told, and nothing is loaded', () => {
    const { state } = setUp()
    state().loadPreset('nonsense')
    expect(state().notice?.tone).toBe('warning')
    expect(state().experiment).toBe(defaultExperiment)
  })

  test('balls are dropped inside the range, cleared, and never more than fit', async () => {
    const { lab, settle, state } = setUp({ isPlaying: false })
    await lab.ready
    state().dropBall([50, 1])
    expect(state().experiment.balls.at(-1)).toEqual({ id: 4, start: [12, 1] })
    await settle()
    expect([...lab.cell.traces.keys()]).toEqual([1, 2, 3, 4])
    for (let k = 0; k < 30; k++) state().dropBall([1, 1])
    expect(state().experiment.balls).toHaveLength(maximumBalls)
    expect(state().notice?.text).toContain('at most 24 balls')
    state().clearBalls()
    await settle()
    expect(lab.cell.traces.size).toBe(0)
  })
})

describe('undo', () => {
  const saliency = (next: readonly [number, number]) => (experiment: Experiment) => ({
    ...experiment,
    input: { saliency: next },
  })

  test('an edit is undone and redone, in the document and in the engine', async () => {
    const { lab, kinds, commands, settle, state } = setUp({ isPlaying: false })
    await lab.ready
    await settle()
    state().edit(saliency([1, 1]), { label: 'Equal saliencies' })
    expect(state().history.past.map((entry) => entry.label)).toEqual(['Equal saliencies'])
    await settle()
    commands.length = 0
    state().undo()
    expect(kinds()).toEqual(['change', 'sample'])
    expect(state().experiment).toBe(defaultExperiment)
    await settle()
    expect(lab.cell.system?.saliency).toEqual([1.5, 2])
    state().redo()
    expect(state().experiment.input.saliency).toEqual([1, 1])
    expect(state().history.future).toEqual([])
    state().redo()
    expect(state().experiment.input.saliency).toEqual([1, 1])
  })

  test('a drag is one step, in the words of the part where it has none of its own', () => {
    const { state } = setUp({ isPlaying: false })
    for (let k = 0; k < 50; k++) state().edit(saliency([1, 1 + k / 50]))
    state().edit((experiment) => ({ ...experiment, noise: { ...experiment.noise, strength: 1 } }))
    expect(state().history.past.map((entry) => entry.label)).toEqual(['Change the input', 'Change the noise'])
    state().undo()
    state().undo()
    expect(state().experiment).toBe(defaultExperiment)
  })

  test('turning is one step however long it takes; the picture and the layers are steps of their own', async () => {
    const { frame, state } = setUp({ isPlaying: false })
    const turn = (azimuth: number) => (experiment: Experiment) => ({
      ...experiment,
      view: { ...experiment.view, camera: { ...experiment.view.camera, azimuth } },
    })
    for (const azimuth of [0.1, 0.2, 0.3]) {
      state().edit(turn(azimuth))
      await frame(5000)
    }
    state().edit((experiment) => ({
      ...experiment,
      recall: { ...experiment.recall, slice: { ...experiment.recall.slice, picture: 'map' } },
    }))
    state().edit((experiment) => ({
      ...experiment,
      view: { ...experiment.view, layers: { ...experiment.view.layers, labels: false } },
    }))
    const labels = () => state().history.past.map((entry) => entry.label)
    expect(labels()).toEqual(['Turn the view', 'Show the map', 'Hide the labels'])
    const { camera } = defaultExperiment.view
    state().undo()
    state().undo()
    expect(state().experiment.view).toEqual({ ...defaultExperiment.view, camera: { ...camera, azimuth: 0.3 } })
    state().undo()
    expect(state().experiment.view.camera).toEqual(camera)
    state().edit((experiment) => ({
      ...experiment,
      recall: { ...experiment.recall, slice: { ...experiment.recall.slice, lane: 'classic-start' } },
    }))
    expect(state().history.past.at(-1)?.label).toBe('Change the network')
  })

  test('loading a preset is a step: undoing it loads what was there, with its name', async () => {
    const { lab, kinds, commands, settle, state } = setUp({ presetId: null })
    await lab.ready
    const [first, second] = presets
    state().loadPreset(first.id)
    state().loadPreset(second.id)
    state().dropBall([1, 1])
    expect(state().presetId).toBeNull()
    state().undo()
    expect(state().presetId).toBe(second.id)
    await settle()
    commands.length = 0
    state().undo()
    expect(kinds()).toEqual(['load', 'sample'])
    expect(state().presetId).toBe(first.id)
    await settle()
    state().undo()
    expect(state().experiment.balls).toEqual(defaultExperiment.balls)
  })

  test('what is no part of the document stays', () => {
    const { state } = setUp({ isPlaying: false })
    state().edit(saliency([1, 1]))
    state().setTheme('dark')
    state().highlight('origin')
    state().undo()
    expect(state()).toMatchObject({ theme: 'dark', highlightedKey: 'origin', isPlaying: false, notice: null })
  })

  test('a notice about the last edit goes with an undo, a redo or another edit; other notices stay', () => {
    const { state } = setUp()
    const about = { tone: 'info', text: 'All is deleted.', action: 'undo' } as const
    const ways = [
      () => state().undo(),
      () => state().redo(),
      () => state().edit(saliency([0.5, 1])),
      () => state().undo(),
    ]
    state().edit(saliency([1, 1]))
    for (const change of ways) {
      state().notify(about)
      change()
      expect(state().notice).toBeNull()
    }
    state().notify(about)
    state().play()
    state().edit((experiment) => ({ ...experiment }))
    expect(state().notice).toBe(about)
    const { action: _, ...other } = about
    state().notify(other)
    state().undo()
    expect(state().notice).toBe(other)
  })

  test('a refused edit is no step', () => {
    const { state } = setUp()
    state().edit(saliency([Number.NaN, 1]))
    state().edit((experiment) => ({ ...experiment }))
    expect(state().history.past).toEqual([])
  })
})

describe('trouble', () => {
  test('a session that dies starts again from the document, and the person is told', async () => {
    const { lab, frames, settle, kill, state } = setUp()
    await lab.ready
    await frames(5)
    kill()
    expect(state().notice).toEqual({
      tone: 'warning',
      text: 'The simulation stopped and was started again from your settings.',
    })
    await settle()
    expect(lab.cell.time).toBe(0)
    await frames(5)
    expect(lab.cell.time).toBeGreaterThan(0)
  })

  test('broken settings give the defaults and a sentence; saved ones are used', () => {
    const broken = setUp({ saved: '{"theme":"pink"}' })
    expect(broken.state().theme).toBe('system')
    expect(broken.state().notice?.text).toBe('Your saved settings could not be read, so the defaults are used.')
    broken.state().setTheme('dark')
    broken.state().toggleFold('plots')
    const again = setUp({ saved: broken.saved.get(settingsKey) ?? '' })
    expect(again.state()).toMatchObject({
      theme: 'dark',
      notice: null,
      folded: { input: false, here: false, plots: true },
    })
  })
})

test('two labs on a page know nothing of each other', async () => {
  const one = setUp({ isPlaying: false })
  const two = setUp({ isPlaying: false })
  await Promise.all([one.lab.ready, two.lab.ready])
  one.state().edit((experiment) => ({ ...experiment, input: { saliency: [0, 0] } }))
  await one.settle()
  expect(one.lab.cell.equilibria).toHaveLength(1)
  expect(two.lab.cell.equilibria).toHaveLength(9)
})
