import { createStore } from 'zustand/vanilla'
import type { Experiment } from '../experiment/experiment.ts'
import { phaseAfterLoading } from '../experiment/presets/presetPhase.ts'
import { presets } from '../experiment/presets/presets.ts'
import { clampToRange, maximumBalls, ranges } from '../experiment/ranges.ts'
import { parseEdit } from '../experiment/schema.ts'
import type { Conductor } from './conductor.ts'
import { describeEdit } from './describeEdit.ts'
import { emptyHistory, recordEdit, redoStep, undoStep, type History } from './history.ts'
import { keepUnchanged } from '../engine/session/keepUnchanged.ts'
import { jumpSteps } from './historyJump.ts'
import { isLooking, readOnlySentence, type ReadOnlyDocument } from './readOnly.ts'
import type { LabState, LabStore, Snapshot } from './labState.ts'
import { matchingPreset, runParts, stillPreset } from './matchingPreset.ts'
import { writeSettings, type Settings, type SettingsStorage } from './settings.ts'

interface LabStoreOptions {
  readonly experiment: Experiment
  readonly presetId: string | null
  readonly isPlaying: boolean
  readonly settings: Settings
  readonly storage: SettingsStorage | null
  /** The clock that tells one drag of a slider from the next. */
  readonly nowMs: () => number
  readonly conductor: Pick<Conductor, 'load' | 'change' | 'wake' | 'pause' | 'step' | 'reset'>
}

/** The store of one lab; a page may hold several. */
export function createLabStore({ settings, storage, nowMs, conductor, ...beginning }: LabStoreOptions): LabStore {
  return createStore<LabState>()((set, get) => {
    const save = (next: Partial<Settings>) => {
      set(next)
      writeSettings(storage, get())
    }
    /** True after the run broke down, until it starts again: playing must then begin with a reset. */
    const isRunOver = () => get().notice?.action === 'reset'
    /** Words about the last edit are over when it is not the last one any more. */
    const withoutUndoNotice = () => (get().notice?.action === 'undo' ? { notice: null } : null)
    /** The same for words about a document that is not the present one any more. */
    const withoutCopyNotice = () => (get().notice?.action === 'copy' ? { notice: null } : null)
    let history: History<Snapshot> = emptyHistory()
    const snapshot = (): Snapshot => {
      const { experiment, presetId, readOnly } = get()
      return { experiment, presetId, readOnly }
    }

    /** Goes where an undo or redo leads, and tells the engine as the step itself did. */
    const travel = (step: ReturnType<typeof undoStep<Snapshot>>) => {
      if (step === null) return
      const before = get().experiment
      const { experiment, presetId, readOnly } = step.document
      history = step.history
      if (step.isLoad) conductor.load(experiment)
      else conductor.change(before, experiment)
      const isSameRun = !step.isLoad && runParts.every((part) => experiment[part] === before[part])
      const ended = { ...withoutUndoNotice(), ...(readOnly === get().readOnly ? null : withoutCopyNotice()) }
      set({ experiment, presetId, readOnly, history, ...(isSameRun ? null : { isSettled: false }), ...ended })
      conductor.wake()
    }

    /** Puts a whole document in the place of the present one and plays it, as one step. */
    const load = (
      experiment: Experiment,
      presetId: string | null,
      label: string,
      readOnly: ReadOnlyDocument | null = null,
    ) => {
      const entry = { before: snapshot(), label, gesture: null, gestureMs: 0, isLoad: true, nowMs: nowMs() }
      history = recordEdit(history, entry)
      conductor.load(experiment)
      set({ experiment, history, presetId, readOnly, isPlaying: true, isSettled: false, notice: null })
      conductor.wake()
    }

    return {
      ...beginning,
      ...settings,
      readOnly: null,
      isSettled: false,
      notice: null,
      highlightedKey: null,
      selectedKey: null,
      webgl: 'available',
      isFocused: false,
      history,

      edit(patch, about) {
        const { experiment, presetId, readOnly } = get()
        const parsed = parseEdit(experiment, patch(experiment))
        if (!parsed.ok) {
          set({ notice: { tone: 'warning', text: `That change was not made: ${parsed.sentence}` } })
          return
        }
        const next = keepUnchanged(experiment, parsed.experiment)
        if (next === experiment) return
        if (readOnly !== null && !isLooking(experiment, next)) {
          set({ notice: { tone: 'info', text: readOnlySentence, action: 'copy' } })
          return
        }
        // The engine first: what React makes of the new document must not delay the new surface.
        conductor.change(experiment, next)
        const described = describeEdit(experiment, next, about)
        history = recordEdit(history, { before: snapshot(), ...described, isLoad: false, nowMs: nowMs() })
        const isSameRun = runParts.every((part) => next[part] === experiment[part])
        set({
          experiment: next,
          history,
          ...(isSameRun ? null : { presetId: stillPreset(presetId, next), isSettled: false }),
          ...withoutUndoNotice(),
        })
        conductor.wake()
      },
      undo: () => travel(undoStep(history, snapshot())),
      redo: () => travel(redoStep(history, snapshot())),
      jump: (steps) => travel(jumpSteps(history, snapshot(), steps)),

      loadPreset(id) {
        const preset = presets.find((candidate) => candidate.id === id)
        if (preset === undefined) {
          set({ notice: { tone: 'warning', text: `There is no preset called “${id}”.` } })
          return
        }
        const { view, playback, recall } = get().experiment
        const before = presets.find((candidate) => candidate.id === get().presetId)
        const phase = phaseAfterLoading(preset, before, view.phase)
        const experiment = { ...preset.experiment, view: { ...view, phase }, playback, recall }
        load(experiment, id, `Load “${preset.title}”`)
      },
      open: (experiment, label, readOnly) => load(experiment, matchingPreset(experiment), label, readOnly),
      editCopy() {
        if (get().readOnly === null) return
        const label = 'Edit a copy'
        const entry = { before: snapshot(), label, gesture: null, gestureMs: 0, isLoad: false, nowMs: nowMs() }
        history = recordEdit(history, entry)
        set({ readOnly: null, history, ...withoutCopyNotice() })
      },

      dropBall([x1, x2]) {
        const { balls } = get().experiment
        if (balls.length >= maximumBalls) {
          const text = `There can be at most ${maximumBalls} balls. Clear the balls to drop new ones.`
          set({ notice: { tone: 'info', text } })
          return
        }
        const id = 1 + Math.max(0, ...balls.map((ball) => ball.id))
        const start = [clampToRange(x1, ranges.ballCoordinate), clampToRange(x2, ranges.ballCoordinate)] as const
        get().edit((experiment) => ({ ...experiment, balls: [...balls, { id, start }] }), { label: 'Drop a ball' })
      },
      clearBalls() {
        get().edit((experiment) => ({ ...experiment, balls: [] }), { label: 'Clear the balls' })
      },

      play() {
        if (isRunOver()) get().reset()
        set({ isPlaying: true })
        conductor.wake()
      },
      pause() {
        set({ isPlaying: false })
        conductor.pause()
      },
      step() {
        get().pause()
        conductor.step()
      },
      reset() {
        conductor.reset()
        set(isRunOver() ? { isSettled: false, notice: null } : { isSettled: false })
        conductor.wake()
      },

      highlight(highlightedKey) {
        if (highlightedKey !== get().highlightedKey) set({ highlightedKey })
      },
      select(selectedKey) {
        if (selectedKey !== get().selectedKey) set({ selectedKey })
      },
      setWebgl: (webgl) => set({ webgl }),
      setTheme: (theme) => save({ theme }),
      toggleFold(panel) {
        const { folded } = get()
        save({ folded: { ...folded, [panel]: !folded[panel] } })
      },
      setFocused: (isFocused) => set({ isFocused }),
      notify: (notice) => set({ notice }),
      dismissNotice: () => set({ notice: null }),
    }
  })
}
