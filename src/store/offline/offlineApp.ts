/** What the page knows of its life without a network. */
export interface OfflineState {
  /** Whether everything is kept, so that the page opens without a network; 'never' where the browser or the address forbids it. */
  readonly kept: 'never' | 'not yet' | 'all'
  /** A newer build is there, whole, and waits to be asked for. */
  readonly hasUpdate: boolean
  /** The browser offers to install the page as an app. */
  readonly canInstall: boolean
}

export interface OfflineApp {
  readonly getState: () => OfflineState
  readonly subscribe: (listener: () => void) => () => void
  /** Loads the newer build in the place of this page. */
  readonly loadUpdate: () => void
  /** Asks the browser to install the page. Only in answer to a click. */
  readonly install: () => void
}

/** What a page with an event for it offers (Chromium); not in TypeScript's list. */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>
}

/** Of the browser, what is used, so that a test can make it up. */
export interface OfflineEnvironment {
  /** Null where the page may not have one: another protocol, a sandbox, a build that is one file. */
  readonly workers: Pick<ServiceWorkerContainer, 'controller' | 'register' | 'addEventListener' | 'ready'> | null
  readonly page: EventTarget
  readonly reload: () => void
  /** Calls back when the page is shown again after it was hidden. */
  readonly onShown: (listener: () => void) => void
  readonly nowMs: () => number
}

/** A browser looks for a newer build on each visit. A page that stays open looks when it is shown again, this long after the last time. */
const lookAgainMs = 3_600_000

/** Registers the service worker and follows it. Where that fails, the page is as it was: nothing is said. */
export function createOfflineApp({ workers, page, reload, onShown, nowMs }: OfflineEnvironment) {
  let state: OfflineState = { kept: workers === null ? 'never' : 'not yet', hasUpdate: false, canInstall: false }
  let registration: ServiceWorkerRegistration | null = null
  let installEvent: InstallEvent | null = null
  let hasAsked = false
  let wasControlled = false
  const listeners = new Set<() => void>()
  const change = (part: Partial<OfflineState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  page.addEventListener('beforeinstallprompt', (event) => {
    // The button in the share dialog asks for it, at a time that a person chose.
    event.preventDefault()
    installEvent = event as InstallEvent
    change({ canInstall: true })
  })
  page.addEventListener('appinstalled', () => change({ canInstall: false }))

  function follow(found: ServiceWorkerRegistration) {
    registration = found
    const look = () => {
      if (found.waiting && found.active) change({ hasUpdate: true })
    }
    found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', look))
    found.installing?.addEventListener('statechange', look)
    look()
    let lastMs = nowMs()
    onShown(() => {
      if (nowMs() - lastMs < lookAgainMs) return
      lastMs = nowMs()
      found.update().catch(() => {})
    })
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** To be called when the page has loaded: fetching everything must not delay the first picture. */
    start(address: string) {
      if (workers === null) return
      wasControlled = workers.controller !== null
      workers.addEventListener('controllerchange', () => {
        if (hasAsked) reload()
        // Another window asked for the newer build: this one goes on with what it has.
        else if (wasControlled) change({ hasUpdate: true })
        wasControlled = true
      })
      void workers.ready.then(() => change({ kept: 'all' }))
      const options = { updateViaCache: 'none' } as const
      workers
        .register(address, options)
        .then(follow)
        .catch(() => change({ kept: 'never' }))
    },
    loadUpdate() {
      hasAsked = true
      if (registration?.waiting) registration.waiting.postMessage('take over')
      else reload()
    },
    install() {
      void installEvent?.prompt()
      installEvent = null
      change({ canInstall: false })
    },
  }
}
