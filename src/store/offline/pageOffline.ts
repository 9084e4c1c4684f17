import type { LabStore } from '../labState.ts'
import { createOfflineApp, type OfflineApp } from './offlineApp.ts'

/** Where the build puts the worker: beside the page, in whatever folder that is. */
const workerAddress = './sw.js'
/** After the page has loaded: the first picture has the processor and the network to itself. */
const startMs = 1500

const updateSentence = 'A newer Memoryscape is ready. Your work is kept when you load it.'

let only: ReturnType<typeof createOfflineApp> | null = null

/** Of the page that this is. There is one: a browser knows one worker a page, and offers to install it once. */
export function pageOffline(): OfflineApp {
  only ??= createOfflineApp({
    workers: workersHere(),
    page: window,
    reload: () => window.location.reload(),
    onShown: (listener) =>
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener()),
    nowMs: () => performance.now(),
  })
  return only
}

/** Begins to keep the page for a life without a network, once it stands, and says when a newer one is ready. */
export function startPageOffline(store: LabStore): void {
  const app = pageOffline()
  announceUpdate(app, store)
  const later = () => setTimeout(() => only?.start(workerAddress), startMs)
  if (document.readyState === 'complete') later()
  else window.addEventListener('load', later, { once: true })
}

/** One calm notice, once, and never in the place of another. */
export function announceUpdate(app: OfflineApp, store: LabStore): void {
  let isSaid = false
  const say = () => {
    if (isSaid || !app.getState().hasUpdate || store.getState().notice !== null) return
    isSaid = true
    store.getState().notify({ tone: 'info', text: updateSentence, action: 'update' })
  }
  app.subscribe(say)
  store.subscribe(say)
}

/** Null in development, in a page that is one file, and where the browser has none or forbids them. */
function workersHere(): ServiceWorkerContainer | null {
  if (!import.meta.env.PROD || isOneFile()) return null
  try {
    return navigator.serviceWorker ?? null
  } catch {
    // A sandboxed frame throws at the mere question.
    return null
  }
}

/** True in the build that is one file: it has no files to keep. */
export function isOneFile(): boolean {
  return import.meta.env.ONE_FILE === true
}
