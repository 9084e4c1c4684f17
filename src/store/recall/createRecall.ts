import { createStore } from 'zustand/vanilla'
import { createFrameCell } from '../frameCell.ts'
import type { Lab } from '../lab.ts'
import type { Recall, RecallState } from './recall.ts'
import { createRecallCell } from './recallCell.ts'
import { changesRun, createRecallConductor, type RecallListener } from './recallConductor.ts'
import { browserRecallEnvironment, type RecallEnvironment } from './recallEnvironment.ts'
import { createSlicePicture } from './slicePicture.ts'
import { heldAfter } from './timelineHold.ts'

/** Makes the running side of the Recall view of a lab. Its engine starts when the view is first shown. */
export function createRecall(lab: Lab, environment: RecallEnvironment = browserRecallEnvironment()): Recall {
  const cell = createRecallCell()
  const frameCell = createFrameCell()
  let announceReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => (announceReady = resolve))
  const recallNow = () => lab.store.getState().experiment.recall

  const listener: RecallListener = {
    onSettled: (isSettled) => store.setState({ isSettled }),
    onFailed(text, isRunOver) {
      if (isRunOver) store.setState({ isPlaying: false })
      lab.store.getState().notify({ tone: 'failure', text })
    },
    onRestarted(text, isFallback) {
      store.setState({ isSettled: false })
      lab.store.getState().notify({ tone: isFallback ? 'info' : 'warning', text })
    },
    onFirstFrame: () => announceReady(),
  }
  const conductor = createRecallConductor({
    environment,
    cell,
    frameCell,
    recall: recallNow,
    playState: () => store.getState(),
    listener,
  })

  const store = createStore<RecallState>()((set, get) => ({
    isPlaying: true,
    isSettled: false,
    scrubTime: null,
    editedMemory: null,
    play() {
      letGo()
      set({ isPlaying: true })
      conductor.wake()
    },
    pause() {
      set({ isPlaying: false })
      conductor.pause()
    },
    step(unit) {
      get().pause()
      conductor.step(unit)
    },
    reset() {
      set({ isSettled: false, scrubTime: null })
      conductor.reset()
    },
    scrub(scrubTime) {
      set({ scrubTime, isSettled: false })
      conductor.scrub(scrubTime)
    },
    openMemory: (editedMemory) => set({ editedMemory }),
  }))

  /** A timeline that is held runs on from there. */
  function letGo() {
    const { scrubTime, scrub } = store.getState()
    if (scrubTime !== null) scrub(null)
  }

  const unsubscribe = lab.store.subscribe(({ experiment }, before) => {
    if (experiment.recall === before.experiment.recall) return
    const { editedMemory } = store.getState()
    const isGone = editedMemory !== null && !experiment.recall.memories.some((memory) => memory.id === editedMemory)
    if (isGone) store.setState({ editedMemory: null })
    const { scrubTime, scrub } = store.getState()
    const held = scrubTime === null ? null : heldAfter(before.experiment.recall, experiment.recall, scrubTime)
    if (held === null) letGo()
    if (changesRun(before.experiment.recall, experiment.recall)) store.setState({ isSettled: false })
    // The keyframe that it is held at is in force all the time: it goes to a later place before the keyframe does, to an earlier one after it.
    const shift = (held ?? 0) - (scrubTime ?? 0)
    if (held !== null && shift > 0) scrub(held)
    conductor.change(before.experiment.recall, experiment.recall)
    if (held !== null && shift < 0) scrub(held)
  })
  const { wantContours } = conductor
  const slicePicture = createSlicePicture({ lab, cell, frameCell, wantContours })

  return {
    store,
    cell,
    picture: slicePicture.picture,
    ready,
    show: conductor.show,
    dispose() {
      unsubscribe()
      slicePicture.dispose()
      conductor.dispose()
    },
  }
}
