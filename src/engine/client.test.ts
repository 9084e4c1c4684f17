import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { createEngineClient, type ClientEvent } from './client.ts'
import type { Port, PortListeners } from './port.ts'
import type { Command } from './protocol.ts'
import { createSession } from './session/session.ts'
import type { Timers } from './watchdog.ts'

/** A port whose session answers when told to, or never. */
function createFakePort() {
  const session = createSession()
  const commands: Command[] = []
  const transfers: ArrayBuffer[][] = []
  let listeners: PortListeners | null = null
  let answered = 0
  const fake = {
    commands,
    transfers,
    isClosed: false,
    kinds: () => commands.map((command) => command.kind),
    answerAll() {
      while (answered < commands.length)
        for (const event of session.handle(commands[answered++])) listeners?.onEvent(event)
    },
    die: () => listeners?.onDeath(),
    port: {
      post(command, transfer) {
        commands.push(command)
        transfers.push(transfer)
      },
      listen(next) {
        listeners = next
      },
      close() {
        fake.isClosed = true
      },
    } satisfies Port,
  }
  return fake
}

function createFakeTimers() {
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
  /** Lets time pass; with `isAsleep`, timers fire only at the end, as on a laptop that slept. */
  function pass(ms: number, isAsleep = false) {
    const untilMs = nowMs + ms
    for (;;) {
      const next = tasks.filter((entry) => entry.dueMs <= untilMs).toSorted((a, b) => a.dueMs - b.dueMs)[0]
      if (next === undefined) break
      tasks = tasks.filter((entry) => entry !== next)
      nowMs = isAsleep ? untilMs : Math.max(nowMs, next.dueMs)
      next.task()
    }
    nowMs = untilMs
  }
  return { timers, pass, pending: () => tasks.length }
}

function setUp({ hasWorker = true } = {}) {
  const clock = createFakeTimers()
  const workers: ReturnType<typeof createFakePort>[] = []
  const fallbacks: ReturnType<typeof createFakePort>[] = []
  const events: ClientEvent[] = []
  const open = (list: ReturnType<typeof createFakePort>[]) => () => {
    const fake = createFakePort()
    list.push(fake)
    return fake.port
  }
  const client = createEngineClient({
    createPort: hasWorker ? open(workers) : () => null,
    createFallbackPort: open(fallbacks),
    onEvent: (event) => events.push(event),
    timers: clock.timers,
  })
  return {
    ...clock,
    client,
    workers,
    fallbacks,
    events,
    restarts: () => events.filter((event) => event.kind === 'restarted'),
  }
}

const wish = { extent: 3, columns: 9, contourLevels: null }
const edited = { ...defaultExperiment, playback: { speed: 2 } }

test('change and sample go out at once; while a sample is under way the newest wish waits', () => {
  const { client, workers } = setUp()
  client.load(defaultExperiment)
  client.sample(wish)
  expect(workers[0].kinds()).toEqual(['load', 'sample'])
  client.change(edited)
  client.sample({ ...wish, extent: 4 })
  client.sample({ ...wish, extent: 5 })
  expect(workers[0].kinds()).toEqual(['load', 'sample', 'change'])
  workers[0].answerAll()
  const samples = workers[0].commands.filter((command) => command.kind === 'sample')
  expect(samples.map((command) => command.extent)).toEqual([3, 5])
})

test('one tick is under way at most', () => {
  const { client, workers } = setUp()
  client.load(defaultExperiment)
  client.tick(1)
  client.tick(2)
  workers[0].answerAll()
  client.tick(3)
  expect(workers[0].kinds()).toEqual(['load', 'tick', 'tick'])
})

test('buffers are handed back when two newer landscapes have arrived, and only if they fit', () => {
  const { client, workers, events } = setUp()
  client.load(defaultExperiment)
  for (let k = 0; k < 4; k++) {
    client.sample(wish)
    workers[0].answerAll()
  }
  const sent = workers[0].commands.flatMap((command) => (command.kind === 'sample' ? [command.buffers?.heights] : []))
  const arrived = events.flatMap((event) => (event.kind === 'landscape' ? [event.landscape.heights] : []))
  expect(sent.slice(0, 3)).toEqual([undefined, undefined, undefined])
  expect(sent[3]).toBe(arrived[0])
  expect(workers[0].transfers.at(-1)).toHaveLength(2)
  client.sample({ ...wish, columns: 17 })
  expect(workers[0].commands.at(-1)).toMatchObject({ buffers: null })
})

test('a worker that dies is replaced, and told the document and the wish', () => {
  const { client, workers, restarts } = setUp()
  client.load(defaultExperiment)
  workers[0].answerAll()
  client.change(edited)
  client.sample(wish)
  workers[0].die()
  expect(workers[0].isClosed).toBe(true)
  expect(workers[1].commands).toMatchObject([
    { kind: 'load', experiment: edited },
    { kind: 'sample', extent: 3 },
  ])
  expect(restarts()).toEqual([
    {
      kind: 'restarted',
      isFallback: false,
      sentence: 'The simulation stopped and was started again from your settings.',
    },
  ])
})

test('a worker that is silent for three seconds is taken for dead; one that owes nothing is not', () => {
  const { client, workers, pass, pending, restarts } = setUp()
  client.load(defaultExperiment)
  workers[0].answerAll()
  expect(pending()).toBe(0)
  pass(60_000)
  client.tick(0)
  pass(2900)
  expect(restarts()).toHaveLength(0)
  pass(200)
  expect(restarts()).toHaveLength(1)
  expect(workers).toHaveLength(2)
})

test('after the machine slept, the session gets another chance', () => {
  const { client, workers, pass, restarts } = setUp()
  client.load(defaultExperiment)
  workers[0].answerAll()
  client.tick(0)
  pass(3_600_000, true)
  workers[0].answerAll()
  pass(60_000)
  expect(restarts()).toHaveLength(0)
})

test('three deaths within a minute: the page runs it itself, and nothing more is watched', () => {
  const { client, workers, fallbacks, restarts, pass, events } = setUp()
  client.load(defaultExperiment)
  for (let k = 0; k < 3; k++) {
    workers[k].answerAll()
    client.tick(k)
    pass(1000)
    workers[k].die()
  }
  expect(workers).toHaveLength(3)
  expect(fallbacks).toHaveLength(1)
  expect(restarts().at(-1)).toMatchObject({
    isFallback: true,
    sentence: expect.stringContaining('kept stopping') as string,
  })
  client.sample(wish)
  pass(60_000)
  expect(fallbacks).toHaveLength(1)
  fallbacks[0].answerAll()
  expect(events.at(-1)?.kind).toBe('landscape')
})

test('deaths far apart are each followed by a new worker', () => {
  const { client, workers, fallbacks, pass } = setUp()
  client.load(defaultExperiment)
  for (let k = 0; k < 5; k++) {
    workers[k].answerAll()
    pass(40_000)
    workers[k].die()
  }
  expect(workers).toHaveLength(6)
  expect(fallbacks).toHaveLength(0)
})

test('a worker that fails before its first answer cannot run here: the page takes over at once', () => {
  const { client, workers, fallbacks, restarts } = setUp()
  client.load(defaultExperiment)
  client.sample(wish)
  workers[0].die()
  expect(workers).toHaveLength(1)
  expect(fallbacks[0].kinds()).toEqual(['load', 'sample'])
  expect(restarts()[0]).toMatchObject({ isFallback: true })
})

test('where there can be no worker the page runs it from the start, without a word', () => {
  const { client, fallbacks, restarts } = setUp({ hasWorker: false })
  client.load(defaultExperiment)
  expect(fallbacks[0].kinds()).toEqual(['load'])
  expect(restarts()).toEqual([])
})

test('what a dead worker still says is not heard, and nothing is posted after close', () => {
  const { client, workers, events } = setUp()
  client.load(defaultExperiment)
  workers[0].answerAll()
  client.tick(0)
  workers[0].die()
  const count = events.length
  workers[0].answerAll()
  expect(events).toHaveLength(count)
  client.close()
  client.sample(wish)
  expect(workers[1].kinds()).toEqual(['load'])
  expect(workers[1].isClosed).toBe(true)
})
