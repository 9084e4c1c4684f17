import { expect, test } from 'vitest'
import type { Port, PortListeners } from '../port.ts'
import type { Timers } from '../watchdog.ts'
import { createAnalysisClient, type AnalysisClientEvent } from './analysisClient.ts'
import type { AnalysisCommand, AnalysisEvent, AnalysisWish } from './protocol.ts'

const wish: AnalysisWish = {
  system: { saliency: [1.5, 2], gain: 1, current: [0, 0] },
  extent: 3,
  basins: { columns: 257 },
  density: null,
  escape: null,
  diagram: null,
  auditedStarts: 0,
}

function setUp() {
  let nowMs = 0
  let tasks: { dueMs: number; task: () => void }[] = []
  const timers: Timers = {
    now: () => nowMs,
    after(delayMs, task) {
      const entry = { dueMs: nowMs + delayMs, task }
      tasks.push(entry)
      return () => void (tasks = tasks.filter((other) => other !== entry))
    },
  }
  const ports: { kind: string; commands: AnalysisCommand[]; isClosed: boolean }[] = []
  const heard: AnalysisClientEvent[] = []
  let listeners: PortListeners<AnalysisEvent> | null = null
  const createPort = (kind: string) => (): Port<AnalysisCommand, AnalysisEvent> => {
    const made = { kind, commands: [] as AnalysisCommand[], isClosed: false }
    ports.push(made)
    return {
      post: (command) => void made.commands.push(command),
      listen: (next) => void (listeners = next),
      close: () => void (made.isClosed = true),
    }
  }
  const client = createAnalysisClient({
    createPort: createPort('worker'),
    createFallbackPort: createPort('page'),
    onEvent: (event) => heard.push(event),
    timers,
  })
  return {
    client,
    ports,
    heard,
    say: (event: AnalysisEvent) => listeners?.onEvent(event),
    die: () => listeners?.onDeath(),
    pass(ms: number) {
      const untilMs = nowMs + ms
      for (let k = 0; k < 1000; k++) {
        const next = tasks.filter(({ dueMs }) => dueMs <= untilMs).toSorted((a, b) => a.dueMs - b.dueMs)[0]
        if (next === undefined) break
        tasks = tasks.filter((entry) => entry !== next)
        nowMs = next.dueMs
        next.task()
      }
      nowMs = untilMs
    },
  }
}

test('nothing is fetched before the first wish, and wishes are numbered', () => {
  const { client, ports } = setUp()
  client.stop()
  expect(ports).toEqual([])
  client.study(wish)
  client.study({ ...wish, extent: 4 })
  expect(ports).toHaveLength(1)
  expect(ports[0].commands).toMatchObject([
    { kind: 'study', request: 1 },
    { kind: 'study', request: 2, wish: { extent: 4 } },
  ])
})

test('a worker that dies is started again with the newest wish, and it is said', () => {
  const { client, ports, heard, say, die } = setUp()
  client.study(wish)
  say({ kind: 'working', request: 1 })
  client.study({ ...wish, extent: 4 })
  die()
  expect(ports.map(({ kind, isClosed }) => `${kind} ${isClosed}`)).toEqual(['worker true', 'worker false'])
  expect(ports[1].commands).toMatchObject([{ kind: 'study', request: 3, wish: { extent: 4 } }])
  expect(heard.at(-1)).toEqual({
    kind: 'restarted',
    sentence: 'The analysis stopped and was started again.',
    isFallback: false,
  })
})

test('a worker that never answered, and one that dies again and again, are replaced by the page itself', () => {
  const first = setUp()
  first.client.study(wish)
  first.die()
  expect(first.ports.map(({ kind }) => kind)).toEqual(['worker', 'page'])
  expect(first.heard).toMatchObject([{ kind: 'restarted', isFallback: true }])

  const second = setUp()
  second.client.study(wish)
  for (let k = 0; k < 3; k++) {
    second.say({ kind: 'working', request: 1 })
    second.die()
  }
  expect(second.ports.map(({ kind }) => kind)).toEqual(['worker', 'worker', 'worker', 'page'])
})

test('silence while something is due is a death; silence after the last answer, or when nothing is wanted, is none', () => {
  const { client, ports, say, pass } = setUp()
  client.study(wish)
  pass(9000)
  say({ kind: 'working', request: 1 })
  pass(2500)
  say({ kind: 'done', request: 1 })
  pass(60_000)
  expect(ports).toHaveLength(1)
  client.study({ ...wish, extent: 4 })
  client.stop()
  // An answer that was on its way.
  say({ kind: 'working', request: 2 })
  pass(60_000)
  expect(ports).toHaveLength(1)
  client.study(wish)
  pass(4000)
  expect(ports).toHaveLength(2)
})

test('the end of an older wish is not the end of the newest one', () => {
  const { client, ports, say, pass } = setUp()
  client.study(wish)
  client.study({ ...wish, extent: 4 })
  say({ kind: 'done', request: 1 })
  pass(4000)
  expect(ports).toHaveLength(2)
})

test('in the page nobody watches, and after the end nothing is said', () => {
  const { client, ports, die, pass } = setUp()
  client.study(wish)
  die()
  pass(60_000)
  expect(ports).toHaveLength(2)
  client.close()
  client.study(wish)
  die()
  expect(ports).toHaveLength(2)
  expect(ports[1]).toMatchObject({ isClosed: true, commands: [{ kind: 'study' }] })
})
