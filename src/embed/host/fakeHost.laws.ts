import type { AnalysisPorts } from '../../engine/analysis/analysisClient.ts'
import { createMainThreadPort } from '../../engine/mainThreadPort.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { createLab } from '../../store/createLab.ts'
import type { Environment } from '../../store/environment.ts'
import type { EmbedTheme } from '../../experiment/embed/embedOptions.ts'
import { attachHost } from './attachHost.ts'
import { openHostLine, type EarlyPage } from './hostLine.ts'
import type { Answer, HostEvent } from './messages.ts'

// A made-up page around a made-up window, for the tests of the line.

/** What the host received. */
export type Received = { readonly memoryscape: 1 } & (Answer | HostEvent)

const silent = () => ({ post: () => {}, listen: () => {}, close: () => {} })
const analysis: AnalysisPorts = { createPort: silent, createFallbackPort: silent }

/** A lab without a browser: frames come when told to. */
function fakeLab(experiment?: Experiment) {
  let nowMs = 0
  let callbacks: ((nowMs: number) => void)[] = []
  const environment: Environment = {
    createPort: createMainThreadPort,
    createFallbackPort: createMainThreadPort,
    analysis,
    timers: { now: () => nowMs, after: () => () => {} },
    frames: {
      request: (callback) => callbacks.push(callback),
      cancel: () => void (callbacks = []),
    },
    page: { isVisible: () => true, subscribe: () => () => {} },
    storage: null,
    prefersReducedMotion: () => false,
  }
  const lab = createLab({ columns: 17, environment, ...(experiment ? { experiment } : null) })
  const frames = async (count: number, elapsedMs = 16) => {
    for (let frame = 0; frame < count; frame++) {
      nowMs += elapsedMs
      for (const callback of callbacks.splice(0)) callback(nowMs)
      for (let k = 0; k < 20; k++) await Promise.resolve()
    }
  }
  return { lab, frames }
}

/** A window with a parent that keeps what it receives. */
export function fakeWindow(bodyHeight = 300) {
  const received: { readonly message: Received; readonly target: string }[] = []
  const listeners = new Set<(event: MessageEvent) => void>()
  const parent = {
    postMessage: (message: Received, target: string) =>
      void received.push({ message: structuredClone(message), target }),
  }
  const self = {
    parent,
    document: { body: { getBoundingClientRect: () => ({ height: bodyHeight }) } },
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: MessageEvent) => void) => void listeners.delete(listener),
  }
  const post = (data: unknown, origin = 'https://host.example', source: unknown = parent) => {
    for (const listener of listeners) listener({ data, origin, source } as MessageEvent)
  }
  return { window: self as unknown as Window, post, received, listeners }
}

/** A lab on the line, and the host at its other end. */
export function setUpHost(options: { allow?: readonly string[]; experiment?: Experiment; early?: EarlyPage } = {}) {
  const { lab, frames } = fakeLab(options.experiment)
  const { window, post, received } = fakeWindow()
  const themes: EmbedTheme[] = []
  const line = openHostLine(window, () => options.allow ?? null, options.early)
  const attach = () => attachHost(line, lab, { setTheme: (theme) => themes.push(theme), title: () => 'Two memories' })
  /** Sends, and gives what came back in the same turn. */
  const say = (message: object) => {
    const before = received.length
    post({ memoryscape: 1, ...message })
    return received.slice(before).map((entry) => entry.message)
  }
  /** The answer to a message with an id. */
  const ask = (message: object): Answer => {
    const found = say({ id: 'asked', ...message }).find((each) => each.type === 'answer')
    if (found === undefined) throw new Error('There was no answer.')
    return found
  }
  const told = (event: string) =>
    received.flatMap(({ message }) => (message.type === 'event' && message.event === event ? [message.detail] : []))
  return { lab, frames, line, attach, post, received, themes, say, ask, told, state: () => lab.store.getState() }
}
