import { describe, expect, test, vi } from 'vitest'
import { createOfflineApp } from './offlineApp.ts'

class FakeWorker extends EventTarget {
  postMessage = vi.fn<(message: unknown) => void>()
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null
  waiting: FakeWorker | null = null
  installing: FakeWorker | null = null
  update = vi.fn(async () => {})

  /** A newer worker is found, and then whole. */
  install(): FakeWorker {
    const worker = new FakeWorker()
    this.installing = worker
    this.dispatchEvent(new Event('updatefound'))
    this.installing = null
    if (this.active) this.waiting = worker
    worker.dispatchEvent(new Event('statechange'))
    return worker
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  registration = new FakeRegistration()
  declareReady: () => void = () => {}
  ready = new Promise<unknown>((resolve) => (this.declareReady = () => resolve(this.registration)))
  register: () => Promise<unknown> = async () => this.registration
}

function setUp(container: FakeContainer | null = new FakeContainer()) {
  const page = new EventTarget()
  const reload = vi.fn()
  let show: () => void = () => {}
  let now = 0
  const app = createOfflineApp({
    workers: container as unknown as ServiceWorkerContainer | null,
    page,
    reload,
    onShown: (listener) => (show = listener),
    nowMs: () => now,
  })
  return { app, page, reload, showAfter: (ms: number) => ((now += ms), show()) }
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

async function withActive() {
  const container = new FakeContainer()
  container.controller = new FakeWorker()
  container.registration.active = container.controller
  const parts = setUp(container)
  parts.app.start('./sw.js')
  container.declareReady()
  await settle()
  return { ...parts, container }
}

describe('the page without a network', () => {
  test('where there can be no worker nothing is said or done', async () => {
    const { app } = setUp(null)
    app.start('./sw.js')
    expect(app.getState()).toEqual({ kept: 'never', hasUpdate: false, canInstall: false })
  })

  test.each([
    ['refused', () => Promise.reject(new DOMException('no', 'SecurityError'))],
    ['answered with nothing', () => Promise.resolve(undefined)],
  ])('a registration that is %s is silent', async (_, register) => {
    const container = new FakeContainer()
    container.register = register
    const { app } = setUp(container)
    app.start('./sw.js')
    await settle()
    expect(app.getState().kept).toBe('never')
  })

  test('the first worker makes it ready, and is no update', async () => {
    const container = new FakeContainer()
    const { app, reload } = setUp(container)
    app.start('./sw.js')
    await settle()
    expect(app.getState().kept).toBe('not yet')
    container.registration.install()
    container.dispatchEvent(new Event('controllerchange'))
    container.declareReady()
    await settle()
    expect(app.getState()).toMatchObject({ kept: 'all', hasUpdate: false })
    expect(reload).not.toHaveBeenCalled()
  })

  test('a newer build waits; asked for, it takes over, and then the page is loaded', async () => {
    const { app, container, reload } = await withActive()
    const heard = vi.fn()
    app.subscribe(heard)
    const newer = container.registration.install()
    expect(app.getState().hasUpdate).toBe(true)
    expect(heard).toHaveBeenCalled()
    expect(newer.postMessage).not.toHaveBeenCalled()
    app.loadUpdate()
    expect(newer.postMessage).toHaveBeenCalledExactlyOnceWith('take over')
    expect(reload).not.toHaveBeenCalled()
    container.dispatchEvent(new Event('controllerchange'))
    expect(reload).toHaveBeenCalledOnce()
  })

  test('another window that loads it leaves this one as it is, with an offer', async () => {
    const { app, container, reload } = await withActive()
    container.dispatchEvent(new Event('controllerchange'))
    expect(reload).not.toHaveBeenCalled()
    expect(app.getState().hasUpdate).toBe(true)
    app.loadUpdate()
    expect(reload).toHaveBeenCalledOnce()
  })

  test('a page that stays open looks for a newer build when it is shown again after an hour', async () => {
    const { container, showAfter } = await withActive()
    showAfter(60_000)
    expect(container.registration.update).not.toHaveBeenCalled()
    showAfter(3_600_000)
    showAfter(1000)
    expect(container.registration.update).toHaveBeenCalledOnce()
  })

  test('installing is offered when the browser offers it, and once', () => {
    const { app, page } = setUp()
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: vi.fn() })
    page.dispatchEvent(offer)
    expect(offer.defaultPrevented).toBe(true)
    expect(app.getState().canInstall).toBe(true)
    app.install()
    expect(offer.prompt).toHaveBeenCalledOnce()
    expect(app.getState().canInstall).toBe(false)
  })
})
