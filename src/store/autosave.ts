import type { Timers } from '../engine/watchdog.ts'
import type { PageVisibility } from './environment.ts'
import type { LabStore } from './labState.ts'
import type { SettingsStorage } from './settings.ts'
import { workKey, writeWork } from './work.ts'

/** Long enough that a drag is written once, short enough that nothing much is lost when the browser is ended. */
const restMs = 400

const notKeptSentence =
  'Your work is not kept on this machine any more: its storage is full or blocked. Save it as a file, under Share.'

interface AutosaveOptions {
  readonly store: LabStore
  readonly storage: SettingsStorage | null
  readonly timers: Timers
  readonly page: PageVisibility
}

/**
 * Keeps the document on this machine whenever it has been left alone for a moment, and when the page is hidden. Where storage is blocked from
 * the start nothing happens; where it fills up, one sentence says so once. A document that cannot be changed is not kept. Returns what ends it.
 */
export function startAutosave({ store, storage, timers, page }: AutosaveOptions): () => void {
  if (storage === null) return () => {}
  let cancel: (() => void) | null = null
  let hasFailed = false
  const save = () => {
    if (cancel === null) return
    cancel()
    cancel = null
    const { experiment, readOnly } = store.getState()
    // Of a newer document this would be only a part, in the place of something whole.
    if (readOnly !== null) return
    const isKept = writeWork(storage, workKey, experiment)
    if (!isKept && !hasFailed) store.getState().notify({ tone: 'info', text: notKeptSentence })
    hasFailed = !isKept
  }
  const unsubscribe = store.subscribe((state, before) => {
    if (state.experiment === before.experiment && state.readOnly === before.readOnly) return
    cancel?.()
    cancel = timers.after(restMs, save)
  })
  const leave = page.subscribe(() => {
    if (!page.isVisible()) save()
  })
  return () => {
    save()
    unsubscribe()
    leave()
  }
}
