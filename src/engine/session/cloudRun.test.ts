import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { Command, Event, FrameEvent } from '../protocol.ts'
import { createSession, type Session } from './session.ts'
import { transferList } from './transferList.ts'

const { view, noise } = defaultExperiment
const cloudy: Experiment = {
  ...defaultExperiment,
  noise: { ...noise, strength: 0.6, particles: 400 },
  view: { ...view, phase: { ...view.phase, cloud: true } },
}
const clear: Experiment = { ...cloudy, view: { ...view, phase: { ...view.phase, cloud: false } } }

function loaded(experiment: Experiment): Session {
  const session = createSession()
  session.handle({ kind: 'load', experiment })
  return session
}

function frameOf(events: readonly Event[]): FrameEvent {
  const frame = events.find((event) => event.kind === 'frame')
  if (frame === undefined) throw new Error('no frame')
  return frame
}

/** The frame after the commands. */
function after(session: Session, ...commands: readonly Command[]): FrameEvent {
  return frameOf(commands.flatMap((command) => session.handle(command)).slice(-1))
}

const ticks = (stepMs: number, untilMs: number): Command[] =>
  Array.from({ length: Math.floor(untilMs / stepMs) + 1 }, (_, k) => ({ kind: 'tick', nowMs: k * stepMs }))

describe('the cloud', () => {
  test('is there with its layer and with noise, not otherwise', () => {
    expect(after(loaded(cloudy), { kind: 'step' }).cloud?.positions).toHaveLength(800)
    expect(after(loaded(clear), { kind: 'step' }).cloud).toBeNull()
    expect(after(loaded({ ...cloudy, noise: { ...cloudy.noise, strength: 0 } }), { kind: 'step' }).cloud).toBeNull()
  })

  test('the same seed gives the same cloud, however the ticks fall; another seed another one', () => {
    const slow = after(loaded(cloudy), ...ticks(50, 2000))
    const fast = after(loaded(cloudy), ...ticks(10, 2000))
    expect(slow.time).toBeCloseTo(2, 9)
    expect(fast.time).toBe(slow.time)
    // The positions, that is: stopwatches are read a few steps apart.
    expect(fast.cloud?.positions).toEqual(slow.cloud?.positions)
    const other = after(loaded({ ...cloudy, noise: { ...cloudy.noise, seed: 3 } }), ...ticks(50, 2000))
    expect(other.cloud?.positions).not.toEqual(slow.cloud?.positions)
  })

  test('a reset brings the first cloud back', () => {
    const session = loaded(cloudy)
    const first = after(session, { kind: 'reset' }).cloud
    const later = after(session, ...ticks(50, 500)).cloud
    expect(later?.positions).not.toEqual(first?.positions)
    expect(after(session, { kind: 'reset' }).cloud).toEqual(first)
  })

  test('does not disturb the balls, and never settles, even without any', () => {
    const session = loaded(cloudy)
    const accompanied = after(session, ...ticks(50, 1000))
    const alone = after(loaded(clear), ...ticks(50, 1000))
    expect(accompanied.samples).toEqual(alone.samples)
    const empty = after(loaded({ ...cloudy, balls: [] }), ...ticks(50, 1000))
    expect(empty.isSettled).toBe(false)
    expect(empty.time).toBeCloseTo(1, 9)
    expect(after(loaded({ ...clear, balls: [] }), { kind: 'step' }).isSettled).toBe(true)
  })

  test('particles stay where they are when the network moves or their number changes, and begin anew with another seed', () => {
    const session = loaded(cloudy)
    const before = after(session, ...ticks(50, 500)).cloud
    const moved: Experiment = { ...cloudy, input: { saliency: [1.2, 2.1] } }
    expect(after(session, { kind: 'change', experiment: moved }).cloud?.positions).toEqual(before?.positions)
    const more: Experiment = { ...moved, noise: { ...moved.noise, particles: 500 } }
    const grown = after(session, { kind: 'change', experiment: more }).cloud?.positions
    expect(grown).toHaveLength(1000)
    expect(grown?.subarray(0, 800)).toEqual(before?.positions)
    const reseeded: Experiment = { ...more, noise: { ...more.noise, seed: 5 } }
    expect(after(session, { kind: 'change', experiment: reseeded }).cloud?.positions).not.toEqual(grown)
  })

  test('one step moves it, by one time step', () => {
    const session = loaded({ ...cloudy, balls: [] })
    const before = after(session, { kind: 'reset' })
    const next = after(session, { kind: 'step' })
    expect(next.time).toBe(cloudy.integration.timeStep)
    expect(next.cloud?.positions).not.toEqual(before.cloud?.positions)
  })

  test('stopwatches run for both memories, and stand at zero after a change of the network', () => {
    const session = loaded(cloudy)
    const running = after(session, ...ticks(50, 1000)).cloud?.stopwatches ?? []
    expect(running.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([
      '0 other',
      '0 twin',
      '1 other',
      '1 twin',
    ])
    expect(running.some(({ exposure }) => exposure > 0)).toBe(true)
    const moved: Experiment = { ...cloudy, input: { saliency: [1.6, 2.1] } }
    session.handle({ kind: 'change', experiment: moved })
    const anew = after(session, { kind: 'step' }).cloud?.stopwatches ?? []
    const total = (list: typeof anew) => list.reduce((sum, { exposure }) => sum + exposure, 0)
    expect(total(anew)).toBeLessThan(total(running) / 10)
  })

  test('its work is counted: what is too much for one tick is dropped, and said so', () => {
    const session = loaded({
      ...cloudy,
      noise: { ...cloudy.noise, particles: 10_000 },
      playback: { speed: 10 },
    })
    session.handle({ kind: 'tick', nowMs: 0 })
    const frame = after(session, { kind: 'tick', nowMs: 100 })
    expect(frame.time).toBeGreaterThan(0)
    expect(frame.droppedTime).toBeCloseTo(1 - frame.time, 9)
    expect(frame.droppedTime).toBeGreaterThan(0.5)
  })

  test('positions are given away, and those of the next frame are others', () => {
    const session = loaded(cloudy)
    const frame = after(session, { kind: 'step' })
    expect(transferList(frame)).toContain(frame.cloud?.positions.buffer)
    structuredClone(frame, { transfer: transferList(frame) })
    expect(frame.cloud?.positions).toHaveLength(0)
    expect(after(session, { kind: 'step' }).cloud?.positions).toHaveLength(800)
  })
})
