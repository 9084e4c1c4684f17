import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { encodeLink } from '../../experiment/link/link.ts'
import { sealLink } from '../../experiment/link/linkText.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { fakeWindow, setUpHost } from './fakeHost.laws.ts'
import { mostWaiting, openHostLine } from './hostLine.ts'
import { parameterNames } from './parameters.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const newerLink = sealLink({ form: 99, content: new Uint8Array(20) })

const attached = (options: Parameters<typeof setUpHost>[0] = {}) => {
  const host = setUpHost(options)
  host.attach()
  return host
}

describe('who is heard', () => {
  test('the parent window alone, and the answer goes to its origin', () => {
    const { post, received } = attached()
    post({ memoryscape: 1, type: 'get', name: 'gain', id: 1 }, 'https://host.example', {})
    expect(received).toEqual([])
    post({ memoryscape: 1, type: 'get', name: 'gain', id: 1 })
    expect(received).toEqual([
      { message: { memoryscape: 1, type: 'answer', id: 1, ok: true, value: 1 }, target: 'https://host.example' },
    ])
  })

  test('with a list of origins those alone; the others get no sign', () => {
    const { post, received } = attached({ allow: ['https://a.example', 'null'] })
    post({ memoryscape: 1, type: 'set', values: { gain: 3 }, id: 1 }, 'https://b.example')
    expect(received).toEqual([])
    post({ memoryscape: 1, type: 'get', name: 'gain', id: 2 }, 'https://a.example')
    expect(received.at(-1)?.message).toMatchObject({ id: 2, value: 1 })
    post({ memoryscape: 1, type: 'get', name: 'gain', id: 3 }, 'null')
    expect(received.at(-1)).toMatchObject({ target: '*', message: { id: 3 } })
  })

  test('with an empty list nobody', () => {
    const { post, received } = attached({ allow: [] })
    post({ memoryscape: 1, type: 'hello', id: 1 })
    post({ memoryscape: 1, type: 'get', name: 'gain', id: 2 }, 'null')
    expect(received).toEqual([])
  })

  test('a window without a parent listens to nobody', () => {
    const { window, post, received } = fakeWindow()
    openHostLine(Object.assign(window, { parent: window }), () => null)
    post({ memoryscape: 1, type: 'hello', id: 1 }, 'https://host.example', window)
    expect(received).toEqual([])
  })

  test('messages of others who talk with the page are left alone', () => {
    const { post, received } = attached()
    for (const data of [null, 1, 'hello', [], {}, { type: 'webpackOk' }, { type: 'get', id: 1 }]) post(data)
    expect(received).toEqual([])
  })

  test('another version is told which one is spoken here', () => {
    const { post, received } = attached()
    post({ memoryscape: 2, type: 'get', name: 'gain', id: 1 })
    expect(received[0]?.message).toMatchObject({ id: 1, ok: false })
  })
})

describe('before there is a lab', () => {
  test('hello is answered, all else waits in its order', async () => {
    const { say, attach, received, state, told, lab } = setUpHost()
    expect(say({ type: 'hello', id: 1 })).toMatchObject([{ id: 1, ok: true, value: { version: 1 } }])
    expect(say({ type: 'set', values: { alpha1: 2 }, id: 2 })).toEqual([])
    expect(say({ type: 'get', name: 'alpha1', id: 3 })).toEqual([])
    attach()
    expect(received.slice(1).map(({ message }) => message)).toMatchObject([
      { id: 2, ok: true },
      { id: 3, value: 2 },
    ])
    expect(state().experiment.input.saliency[0]).toBe(2)
    await lab.ready
    await Promise.resolve()
    expect(told('ready')).toEqual([{ version: 1, title: 'Two memories' }])
  })

  test('what needs the lab wakes it, once; a theme and the height need none', () => {
    const wake = vi.fn<() => void>()
    const setTheme = vi.fn<() => void>()
    const { say, ask, told } = setUpHost({ early: { wake, setTheme } })
    say({ type: 'hello' })
    expect(ask({ type: 'theme', theme: 'dark' })).toMatchObject({ ok: true })
    say({ type: 'subscribe', events: ['height', 'regime'] })
    expect(told('height')).toEqual([{ height: 300 }])
    expect(wake).not.toHaveBeenCalled()
    expect(setTheme).toHaveBeenCalledWith('dark')
    for (const type of ['subscribe', 'unsubscribe'])
      expect(ask({ type, events: ['height'] })).toMatchObject({ ok: true })
    expect(wake).not.toHaveBeenCalled()
    say({ type: 'get', name: 'gain' })
    say({ type: 'play' })
    expect(wake).toHaveBeenCalledTimes(1)
  })

  test.each([
    { type: 'pause' },
    { type: 'pause', id: 1 },
    { type: 'subscribe', events: ['regime'], id: 1 },
    { type: 'unsubscribe', events: ['height', 'play'], id: 1 },
    { type: 'theme', theme: 'pink', id: 1 },
    { type: 'fly', id: 1 },
  ])('$type wakes it where somebody awaits the answer, or where it stops something', (message) => {
    const wake = vi.fn<() => void>()
    const { say, attach, received } = setUpHost({ early: { wake, setTheme: () => {} } })
    expect(say(message)).toEqual([])
    expect(wake).toHaveBeenCalledTimes(1)
    attach()
    expect(received.filter(({ message: { type } }) => type === 'answer')).toHaveLength('id' in message ? 1 : 0)
  })

  test('a flood is refused', () => {
    const { say } = setUpHost()
    for (let k = 0; k < mostWaiting; k++) expect(say({ type: 'play', id: k })).toEqual([])
    expect(say({ type: 'play', id: 'last' })).toMatchObject([{ ok: false }])
  })
})

describe('set and get', () => {
  test('every parameter that was read can be set again', () => {
    const { ask, state } = attached()
    for (const name of parameterNames) {
      const read = ask({ type: 'get', name })
      expect(read.ok && ask({ type: 'set', values: { [name]: read.value } })).toMatchObject({ ok: true })
    }
    expect(state().experiment).toEqual(defaultExperiment)
  })

  test('several at once are one step to undo, and the answer says what was out of range', () => {
    const { ask, state } = attached()
    expect(
      ask({ type: 'set', values: { alpha1: 99, gain: 2, model: 'classic', layers: { flow: true } } }),
    ).toMatchObject({
      ok: true,
      value: { values: { alpha1: 5, gain: 2, model: 'classic' }, clamped: ['alpha1'] },
    })
    expect(state().history.past).toHaveLength(1)
    expect(state().experiment.view.phase.flow).toBe(true)
    state().undo()
    expect(state().experiment).toEqual(defaultExperiment)
  })

  test('a drag is one step, and another gesture is another', () => {
    const { ask, state } = attached()
    for (const alpha1 of [1, 1.1, 1.2]) ask({ type: 'set', values: { alpha1 }, gesture: 'drag 1' })
    for (const alpha1 of [1.3, 1.4]) ask({ type: 'set', values: { alpha1 }, gesture: 'drag 2' })
    expect(state().history.past).toHaveLength(2)
  })

  test('a list of layers turns on these and no others', () => {
    const { ask } = attached()
    ask({ type: 'set', values: { layers: ['flow', 'labels'] } })
    const read = ask({ type: 'get', name: 'layers' })
    const on = read.ok && Object.entries(read.value as object).flatMap(([name, isOn]) => (isOn ? [name] : []))
    expect(on).toEqual(['labels', 'flow'])
  })

  test('readings follow what was set at once', () => {
    const { ask } = attached()
    ask({ type: 'set', values: { alpha: [0.5, 0.5] } })
    expect(ask({ type: 'get', name: 'regime' })).toMatchObject({ value: { regime: 'none', stable: [] } })
    expect(ask({ type: 'get', name: 'equilibria' })).toMatchObject({ value: [{ key: 'origin', stability: 'stable' }] })
    ask({ type: 'set', values: { alpha: [1.5, 2] } })
    expect(ask({ type: 'get', name: 'regime' })).toMatchObject({ value: { regime: 'two', stable: [1, 2] } })
    ask({ type: 'set', values: { model: 'classic', inputAs: 'current' } })
    expect(ask({ type: 'get', name: 'regime' })).toMatchObject({ value: { regime: 'tilted' } })
  })

  test.each([
    [{ type: 'fly' }, 'type should be "hello"'],
    [{ type: 'get', name: 'alpha3' }, 'name should be "alpha"'],
    [{ type: 'set' }, 'values is missing'],
    [{ type: 'set', values: { alpha1: '2' } }, 'values.alpha1 should be a number from −3 to 5, but is "2".'],
    [{ type: 'set', values: { alpha: [1] } }, 'values.alpha'],
    [{ type: 'set', values: { alpha3: 1 } }, 'values.alpha3 means nothing here: there are alpha,'],
    [{ type: 'set', values: { layers: { hills: true } } }, 'values.layers.hills means nothing here'],
    [{ type: 'set', values: { layers: ['hills'] } }, 'values.layers[0] should be "contours"'],
    [{ type: 'set', values: {}, force: true }, 'force means nothing here'],
    [{ type: 'set', values: { gain: 1 }, gesture: 'x'.repeat(61) }, 'gesture should be a word'],
    [{ type: 'subscribe', events: 'regime' }, 'events should be a list'],
    [{ type: 'theme', theme: 'pink' }, 'theme should be "auto"'],
    [{ type: 'load' }, 'either document or link'],
    [{ type: 'load', document: {}, link: 'x' }, 'either document or link'],
    [{ type: 'load', document: { version: 99 } }, 'newer'],
    [{ type: 'load', document: { version: 99, secret: 1 } }, 'newer'],
    [{ type: 'load', link: newerLink }, 'This link is from a newer Memoryscape'],
    [{ type: 'load', document: '{' }, 'not JSON'],
    [{ type: 'load', link: 'nonsense' }, 'damaged'],
    [{ type: 'load', link: 'x'.repeat(300_000) }, 'link should be a link of at most 100000 characters'],
    [{ type: 'load', document: 'x'.repeat(20_000_001) }, 'the limit is 20 MB'],
  ])('%o is refused with a sentence', (message, sentence) => {
    const { ask, say, state } = attached()
    const answer = ask(message)
    expect(!answer.ok && answer.sentence).toContain(sentence)
    expect(say(message)).toMatchObject([{ type: 'event', event: 'error' }])
    expect(state().experiment).toBe(defaultExperiment)
  })
})

describe('load, and the run', () => {
  test('a document as object or text, and a link', () => {
    const { ask, state } = attached()
    const { experiment } = presets[2]
    expect(ask({ type: 'load', document: structuredClone(experiment) })).toMatchObject({ ok: true })
    expect(state().experiment.input).toEqual(experiment.input)
    expect(ask({ type: 'load', document: JSON.stringify(defaultExperiment) })).toMatchObject({ ok: true })
    expect(state().experiment).toEqual(defaultExperiment)
    expect(ask({ type: 'load', link: `https://lab.example/#/landscape?x=${encodeLink(experiment)}` })).toMatchObject({
      ok: true,
    })
    expect(state().experiment).toEqual(experiment)
    expect(ask({ type: 'get', name: 'link' })).toMatchObject({ value: encodeLink(experiment) })
    expect(ask({ type: 'get', name: 'document' })).toMatchObject({ value: experiment })
  })

  test('a refusal holds nothing of what was refused', () => {
    const { ask } = attached()
    const answer = ask({ type: 'load', document: { version: 99, secret: 'of the host' } })
    expect(Object.keys(answer).toSorted()).toEqual(['id', 'memoryscape', 'ok', 'sentence', 'type'])
  })

  describe('a document of a newer version', () => {
    const newer = { ...defaultExperiment, version: 99, model: { ...defaultExperiment.model, gain: 2 }, wind: 'west' }
    const remark = /^This document is from a newer Memoryscape: it has version 99, .* Not understood: wind\.$/

    test('is shown as far as it is understood, cannot be changed, and the answer says so', () => {
      const { ask, state } = attached()
      ask({ type: 'pause' })
      expect(ask({ type: 'load', document: newer })).toMatchObject({
        ok: true,
        value: { remark: expect.stringMatching(remark) as string },
      })
      expect(state()).toMatchObject({ readOnly: { version: 99 }, isPlaying: false, experiment: { model: { gain: 2 } } })
      expect(ask({ type: 'set', values: { gain: 3 } })).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('can only be looked at here') as string,
      })
      expect(ask({ type: 'set', values: { picture: 'map', speed: 2 } })).toMatchObject({ ok: true })
      expect(ask({ type: 'play' })).toMatchObject({ ok: true })
      expect(ask({ type: 'load', document: defaultExperiment })).toMatchObject({ value: { remark: null } })
      expect(ask({ type: 'set', values: { gain: 3 } })).toMatchObject({ ok: true })
    })

    test('is told as an error where nobody waits for an answer, once', () => {
      const { say, told } = attached()
      say({ type: 'subscribe', events: ['error'] })
      say({ type: 'load', document: JSON.stringify(newer) })
      vi.advanceTimersByTime(1000)
      expect(told('error')).toEqual([{ sentence: expect.stringMatching(remark) as string }])
    })
  })

  test('what was paused stays paused', () => {
    const { ask, state } = attached()
    ask({ type: 'pause' })
    ask({ type: 'load', document: presets[2].experiment })
    expect(state().isPlaying).toBe(false)
    ask({ type: 'play' })
    expect(ask({ type: 'get', name: 'playing' })).toMatchObject({ value: true })
    ask({ type: 'step' })
    expect(ask({ type: 'get', name: 'playing' })).toMatchObject({ value: false })
    expect(ask({ type: 'reset' })).toMatchObject({ ok: true, value: null })
  })
})

describe('events', () => {
  test('subscribing tells the present state, and then only what changes, at most ten times a second', () => {
    const { ask, say, told } = attached()
    say({ type: 'subscribe', events: ['regime', 'change', 'play'] })
    expect(told('regime')).toEqual([{ regime: 'two', stable: [1, 2] }])
    expect(told('change')[0]).toMatchObject({ alpha: [1.5, 2], gain: 1 })
    for (const alpha1 of [0.9, 0.8, 0.7]) ask({ type: 'set', values: { alpha1 } })
    expect(told('regime')).toHaveLength(1)
    vi.advanceTimersByTime(100)
    expect(told('regime')).toEqual([expect.anything(), { regime: 'one', stable: [2] }])
    expect(told('change')[1]).toEqual({ alpha: [0.7, 2], alpha1: 0.7 })
    ask({ type: 'set', values: { alpha1: 0.75 } })
    vi.advanceTimersByTime(1000)
    expect(told('regime')).toHaveLength(2)
    say({ type: 'unsubscribe', events: ['change'] })
    ask({ type: 'set', values: { alpha1: 0.6 } })
    vi.advanceTimersByTime(1000)
    expect(told('change')).toHaveLength(3)
    expect(told('play')).toHaveLength(1)
  })

  test('a ball that has settled at a memory is told once', async () => {
    const { say, told, frames } = attached()
    say({ type: 'subscribe', events: ['recalled'] })
    for (let k = 0; k < 60; k++) {
      await frames(20, 50)
      vi.advanceTimersByTime(100)
    }
    const balls = told('recalled').map((detail) => (detail as { ball: number }).ball)
    expect(balls.toSorted((a, b) => a - b)).toEqual(defaultExperiment.balls.map(({ id }) => id))
    expect(told('recalled')[0]).toHaveProperty('memory')
  })

  test('after the end nothing is told, and nothing waits', () => {
    const host = setUpHost()
    const end = host.attach()
    host.say({ type: 'subscribe', events: ['change'] })
    host.ask({ type: 'set', values: { gain: 2 } })
    const before = host.received.length
    end()
    vi.advanceTimersByTime(1000)
    expect(host.received).toHaveLength(before)
    expect(vi.getTimerCount()).toBe(0)
  })
})
