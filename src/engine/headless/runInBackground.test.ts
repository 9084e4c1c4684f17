import { expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Port, PortListeners } from '../port.ts'
import { createHeadlessLocalPort } from './headlessLocalPort.ts'
import { headlessTools } from './headlessTools.ts'
import type { HeadlessCommand, HeadlessEvent } from './run/protocol.ts'
import { runExperiment } from './run/runExperiment.ts'
import type { RunWish } from './run/wish.ts'
import { runInBackground } from './runInBackground.ts'

const wish: RunWish = { parts: ['landscape', 'trajectories', 'basins'], duration: 2, samples: null }

/** A page that has its turn when told to. */
function setUp() {
  const due: (() => void)[] = []
  const createLocal = () => createHeadlessLocalPort((task) => due.push(task))
  const events: HeadlessEvent[] = []
  return {
    due,
    events,
    onEvent: (event: HeadlessEvent) => events.push(event),
    ports: { createPort: createLocal, createFallbackPort: createLocal },
    finish() {
      for (let task = due.shift(); task !== undefined; task = due.shift()) task()
    },
  }
}

test('within the page: in slices, with progress, to the same results', () => {
  const { due, events, onEvent, ports, finish } = setUp()
  runInBackground(defaultExperiment, wish, onEvent, ports)
  expect(events).toEqual([])
  expect(due).toHaveLength(1)
  finish()
  expect(events.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true)
  const results = runExperiment(
    defaultExperiment,
    wish,
    headlessTools(null, () => 0),
  )
  expect(events.at(-1)).toEqual({ kind: 'results', results })
})

test('stopped: nothing more is heard or done', () => {
  const { due, events, onEvent, ports, finish } = setUp()
  const stop = runInBackground(defaultExperiment, wish, onEvent, ports)
  stop()
  finish()
  expect(events).toEqual([])
  expect(due).toEqual([])
})

test('a worker that dies gives way to the page', () => {
  const { events, onEvent, ports, finish } = setUp()
  let listeners: PortListeners<HeadlessEvent> | null = null
  let isClosed = false
  const dying: Port<HeadlessCommand, HeadlessEvent> = {
    post: () => {},
    listen(next) {
      listeners = next
    },
    close() {
      isClosed = true
    },
  }
  runInBackground(defaultExperiment, wish, onEvent, { ...ports, createPort: () => dying })
  listeners!.onDeath()
  expect(isClosed).toBe(true)
  finish()
  expect(events.at(-1)?.kind).toBe('results')
})

test('a document that cannot be run is told in a sentence', () => {
  const { events, onEvent, ports, finish } = setUp()
  const broken = { ...defaultExperiment, model: { ...defaultExperiment.model, gain: Number.NaN } }
  runInBackground(broken, wish, onEvent, ports)
  finish()
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({
    kind: 'failed',
    sentence: expect.stringMatching(/^The run could not go on: /) as string,
  })
})
