import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { LabState, LabStore, Notice } from '../labState.ts'
import type { OfflineState } from './offlineApp.ts'
import { announceUpdate } from './pageOffline.ts'

function setUp(notice: Notice | null) {
  const store = createStore<Pick<LabState, 'notice' | 'notify'>>((set) => ({
    notice,
    notify: (next) => set({ notice: next }),
  }))
  let state: OfflineState = { kept: 'all', hasUpdate: false, canInstall: false }
  let tell: () => void = () => {}
  const app = {
    getState: () => state,
    subscribe: (listener: () => void) => ((tell = listener), () => {}),
    loadUpdate: () => {},
    install: () => {},
  }
  announceUpdate(app, store as unknown as LabStore)
  const arrive = () => {
    state = { ...state, hasUpdate: true }
    tell()
  }
  return { store, arrive, tell: () => tell() }
}

test('a newer build is announced once', () => {
  const { store, arrive, tell } = setUp(null)
  tell()
  expect(store.getState().notice).toBe(null)
  arrive()
  expect(store.getState().notice).toMatchObject({ tone: 'info', action: 'update' })
  store.setState({ notice: null })
  tell()
  expect(store.getState().notice).toBe(null)
})

test('and waits until another notice is gone', () => {
  const failure = { tone: 'failure', text: 'Stopped.' } as const
  const { store, arrive } = setUp(failure)
  arrive()
  expect(store.getState().notice).toBe(failure)
  store.setState({ notice: null })
  expect(store.getState().notice).toMatchObject({ action: 'update' })
})
