import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { startingBalls, systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { pairEnergy } from '../../model/twoNeurons.ts'
import type { Command, Event, FrameEvent, LandscapeEvent, SampleCommand } from '../protocol.ts'
import { createSession, type Session } from './session.ts'
import { transferList } from './transferList.ts'

const noisy: Experiment = { ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.7, seed: 11 } }
const sampleCommand: SampleCommand = {
  kind: 'sample',
  request: 7,
  extent: 3,
  columns: 33,
  contourLevels: null,
  buffers: null,
}

function frameOf(events: readonly Event[]): FrameEvent {
  const frame = events.find((event) => event.kind === 'frame')
  if (frame === undefined) throw new Error('no frame')
  return frame
}

function landscapeOf(events: readonly Event[]): LandscapeEvent {
  const event = events[0]
  if (event.kind !== 'landscape') throw new Error(`no landscape, but ${event.kind}`)
  return event
}

function loaded(experiment: Experiment): Session {
  const session = createSession()
  session.handle({ kind: 'load', experiment })
  return session
}

/** Regular samples of every ball, as 'time: x1 x2 E', with the clock read at the times given. */
function runThrough(experiment: Experiment, nowMs: readonly number[]): Map<number, string[]> {
  const session = createSession()
  const samples = new Map<number, string[]>()
  const take = (frame: FrameEvent) => {
    const count = frame.sampleTimes.length
    frame.ballIds.forEach((id, ball) => {
      const list = samples.get(id) ?? []
      samples.set(id, list)
      for (let k = 0; k < count - (frame.endsBetweenSamples ? 1 : 0); k++) {
        const at = (ball * count + k) * 5
        list.push([frame.sampleTimes[k], ...frame.samples.subarray(at, at + 5)].join(' '))
      }
    })
  }
  take(frameOf(session.handle({ kind: 'load', experiment })))
  for (const ms of nowMs) take(frameOf(session.handle({ kind: 'tick', nowMs: ms })))
  return samples
}

const everyMs = (stepMs: number, untilMs: number) =>
  Array.from({ length: Math.floor(untilMs / stepMs) + 1 }, (_, k) => k * stepMs)

const lastState = (frame: FrameEvent, ball: number) => {
  const at = ((ball + 1) * frame.sampleTimes.length - 1) * 5
  return [frame.samples[at], frame.samples[at + 1]] as const
}

describe('the run', () => {
  test.each([
    ['without noise', defaultExperiment],
    ['with noise', noisy],
  ])('%s: the same document gives the same run, however the ticks fall', (_, experiment) => {
    const slow = runThrough(experiment, everyMs(97, 9700))
    const fast = runThrough(experiment, everyMs(5, 9700))
    for (const { id } of experiment.balls) {
      const a = slow.get(id) ?? []
      const b = fast.get(id) ?? []
      const common = Math.min(a.length, b.length)
      expect(common).toBeGreaterThan(400)
      expect(a.slice(0, common)).toEqual(b.slice(0, common))
    }
  })

  test('samples are about 0.02 of model time apart', () => {
    const times = (runThrough(defaultExperiment, everyMs(16, 1600)).get(1) ?? []).map((line) =>
      Number(line.split(' ')[0]),
    )
    expect(times[0]).toBe(0)
    for (let k = 1; k < times.length; k++) expect(times[k] - times[k - 1]).toBeCloseTo(0.02, 5)
  })

  test('a tick counts for at most 100 ms, and the first one for nothing', () => {
    const session = loaded(defaultExperiment)
    expect(frameOf(session.handle({ kind: 'tick', nowMs: 5000 })).time).toBe(0)
    expect(frameOf(session.handle({ kind: 'tick', nowMs: 65_000 })).time).toBeCloseTo(0.1, 10)
  })

  test('after a pause the time in between is forgotten; a clock that goes back counts for nothing', () => {
    const session = loaded(defaultExperiment)
    session.handle({ kind: 'tick', nowMs: 0 })
    session.handle({ kind: 'tick', nowMs: 50 })
    expect(session.handle({ kind: 'pause' })).toEqual([])
    expect(frameOf(session.handle({ kind: 'tick', nowMs: 90 })).time).toBeCloseTo(0.05, 10)
    expect(frameOf(session.handle({ kind: 'tick', nowMs: 10 })).time).toBeCloseTo(0.05, 10)
  })

  test('between two steps the ball is shown where it will be', () => {
    const session = loaded(defaultExperiment)
    session.handle({ kind: 'tick', nowMs: 0 })
    const frame = frameOf(session.handle({ kind: 'tick', nowMs: 5 }))
    expect(frame.time).toBe(0)
    expect(frame.endsBetweenSamples).toBe(true)
    expect(frame.sampleTimes.at(-1)).toBeCloseTo(0.005, 6)
    expect(lastState(frame, 0)).not.toEqual(defaultExperiment.balls[0].start)
  })

  test('a step is one time step', () => {
    const frame = frameOf(loaded(defaultExperiment).handle({ kind: 'step' }))
    expect(frame.time).toBe(defaultExperiment.integration.timeStep)
  })

  test('too much work for one tick is dropped, and said so', () => {
    const balls = Array.from({ length: 24 }, (_, i) => ({ id: i + 1, start: [2, 0.1 * i] as const }))
    const session = loaded({
      ...noisy,
      balls,
      playback: { speed: 10 },
      integration: { ...noisy.integration, timeStep: 0.001 },
    })
    session.handle({ kind: 'tick', nowMs: 0 })
    const frame = frameOf(session.handle({ kind: 'tick', nowMs: 100 }))
    expect(frame.time * 1000 * 24).toBeLessThanOrEqual(20_000)
    expect(frame.droppedTime).toBeCloseTo(1 - frame.time, 9)
    expect(frame.sampleTimes.length).toBeLessThan(60)
  })

  test('noise: each ball has a stream of its own, and the seed changes it', () => {
    const twins: Experiment = { ...noisy, balls: [1, 2].map((id) => ({ id, start: [0, 0] as const })) }
    const run = runThrough(twins, everyMs(50, 500))
    expect(run.get(1)?.at(-1)).not.toEqual(run.get(2)?.at(-1))
    const other = runThrough({ ...twins, noise: { ...twins.noise, strength: 0.7, seed: 12 } }, everyMs(50, 500))
    expect(run.get(1)?.at(-1)).not.toEqual(other.get(1)?.at(-1))
  })
})

describe('rest', () => {
  test('a noise-free run settles, and time stops at the same moment however the ticks fall', () => {
    const ends = [7, 33].map((stepMs) => {
      const session = loaded(defaultExperiment)
      let frame = frameOf(session.handle({ kind: 'tick', nowMs: 0 }))
      for (let nowMs = stepMs; !frame.isSettled && nowMs < 60_000; nowMs += stepMs) {
        frame = frameOf(session.handle({ kind: 'tick', nowMs }))
      }
      expect(frame.isSettled).toBe(true)
      expect(frame.energyRose).toBe(false)
      return frame.time
    })
    expect(ends[0]).toBe(ends[1])
  })

  test('no balls: at rest. Noise: never', () => {
    expect(frameOf(createSession().handle({ kind: 'load', experiment: { ...noisy, balls: [] } })).isSettled).toBe(true)
    const still: Experiment = { ...noisy, balls: [{ id: 1, start: [0, 0] }] }
    expect(frameOf(createSession().handle({ kind: 'load', experiment: still })).isSettled).toBe(false)
  })

  test('a change of the landscape sets a ball at rest in motion again', () => {
    const atRest: Experiment = { ...defaultExperiment, balls: [{ id: 1, start: [0, 0] }] }
    const session = createSession()
    expect(frameOf(session.handle({ kind: 'load', experiment: atRest })).isSettled).toBe(true)
    const tilted: Experiment = { ...atRest, model: { ...atRest.model, kind: 'classic' } }
    expect(frameOf(session.handle({ kind: 'change', experiment: tilted })).isSettled).toBe(false)
  })
})

describe('changes and reset', () => {
  function movedSession() {
    const session = loaded(defaultExperiment)
    session.handle({ kind: 'tick', nowMs: 0 })
    for (let nowMs = 50; nowMs <= 1000; nowMs += 50) session.handle({ kind: 'tick', nowMs })
    return session
  }

  test('balls stay where they are, with the energy of the new landscape', () => {
    const session = movedSession()
    const before = frameOf(session.handle({ kind: 'tick', nowMs: 1010 }))
    const next: Experiment = { ...defaultExperiment, input: { saliency: [0.5, 3] } }
    const after = frameOf(session.handle({ kind: 'change', experiment: next }))
    expect(after.newBallIds).toEqual([])
    expect(lastState(after, 0)).toEqual(lastState(before, 0))
    const [x1, x2] = lastState(after, 0)
    expect(after.samples[(after.sampleTimes.length - 1) * 5 + 2]).toBeCloseTo(pairEnergy(systemOf(next), x1, x2), 5)
    expect(after.time).toBe(before.time)
  })

  test('a new ball is dropped now, a missing one goes, and reset brings all to their starts', () => {
    const session = movedSession()
    const balls = [defaultExperiment.balls[1], { id: 9, start: [1, 2] as const }]
    const changed = frameOf(session.handle({ kind: 'change', experiment: { ...defaultExperiment, balls } }))
    expect(changed.ballIds).toEqual([2, 9])
    expect(changed.newBallIds).toEqual([9])
    expect(lastState(changed, 1)).toEqual([1, 2])
    expect(changed.time).toBeGreaterThan(0.9)
    const reset = frameOf(session.handle({ kind: 'reset' }))
    expect(reset).toMatchObject({ reset: true, time: 0, ballIds: [2, 9], newBallIds: [2, 9] })
    expect(lastState(reset, 0)).toEqual(defaultExperiment.balls[1].start)
  })

  test('after a reset the run is the same, noise and all', () => {
    const session = createSession()
    const collect = (first: Command) => {
      const frames = [frameOf(session.handle(first))]
      session.handle({ kind: 'pause' })
      for (let nowMs = 0; nowMs < 500; nowMs += 20) frames.push(frameOf(session.handle({ kind: 'tick', nowMs })))
      return frames.map((frame) => [...frame.samples])
    }
    expect(collect({ kind: 'load', experiment: noisy })).toEqual(collect({ kind: 'reset' }))
  })

  test('classic, input as start: a ball starts at u, and starts again when u moves, and only then', () => {
    const classic: Experiment = {
      ...defaultExperiment,
      model: { ...defaultExperiment.model, kind: 'classic', inputAs: 'start' },
    }
    const session = loaded(classic)
    session.handle({ kind: 'tick', nowMs: 0 })
    session.handle({ kind: 'tick', nowMs: 100 })
    const stronger: Experiment = { ...classic, model: { ...classic.model, strength: 2 } }
    expect(frameOf(session.handle({ kind: 'change', experiment: stronger })).newBallIds).toEqual([])
    const moved: Experiment = { ...stronger, input: { saliency: [1, 0.5] } }
    const frame = frameOf(session.handle({ kind: 'change', experiment: moved }))
    expect(frame.newBallIds).toEqual([0])
    expect(lastState(frame, 0)).toEqual([1.5, 0.5])
  })
})

describe('the energy audit', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  test('without noise E never rises, with any allowed setting, at 0.9 of the stability limit and below', () => {
    fc.assert(
      fc.property(
        fc.tuple(number(-3, 5), number(-3, 5)),
        number(0.5, 10),
        number(0.001, 0.5),
        fc.constantFrom('rk4' as const, 'heun' as const),
        fc.constantFrom('idp' as const, 'classic' as const),
        fc.array(fc.tuple(number(-12, 12), number(-12, 12)), { minLength: 1, maxLength: 3 }),
        (saliency, gain, timeStep, scheme, kind, starts) => {
          const session = loaded({
            ...defaultExperiment,
            model: { ...defaultExperiment.model, kind, gain },
            input: { saliency },
            balls: starts.map((start, i) => ({ id: i + 1, start })),
            integration: { ...defaultExperiment.integration, scheme, timeStep },
          })
          session.handle({ kind: 'tick', nowMs: 0 })
          let frame = frameOf(session.handle({ kind: 'tick', nowMs: 100 }))
          for (let nowMs = 200; nowMs < 4000; nowMs += 100) frame = frameOf(session.handle({ kind: 'tick', nowMs }))
          expect(frame.energyRose).toBe(false)
          expect(frame.samples.every(Number.isFinite)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  }, 60_000)

  test('with noise E rises, and the audit does not count it', () => {
    const session = loaded(noisy)
    session.handle({ kind: 'tick', nowMs: 0 })
    expect(frameOf(session.handle({ kind: 'tick', nowMs: 100 })).energyRose).toBe(false)
  })
})

describe('failure', () => {
  // No valid document does this: the numbers are far outside what `parseExperiment` lets through.
  const broken: Experiment = {
    ...defaultExperiment,
    model: { ...defaultExperiment.model, kind: 'classic', strength: 1e308, gain: 1e308 },
    integration: { ...defaultExperiment.integration, timeStep: 1e300 },
  }

  test('a run that leaves the numbers stops with a sentence, and no frame ever holds a NaN', () => {
    const session = loaded(defaultExperiment)
    session.handle({ kind: 'tick', nowMs: 0 })
    session.handle({ kind: 'change', experiment: { ...broken, playback: { speed: 1e305 } } })
    const events = [50, 100, 150].flatMap((nowMs) => session.handle({ kind: 'tick', nowMs }))
    expect(events.filter((event) => event.kind === 'failed').map((event) => event.sentence)).toEqual([
      'The run stopped, because a ball left the range of numbers. Reset starts it again.',
    ])
    for (const event of events) if (event.kind === 'frame') expect(event.samples.some(Number.isNaN)).toBe(false)
    const well = frameOf(session.handle({ kind: 'load', experiment: defaultExperiment }))
    expect(lastState(well, 2)).toEqual([-0.3, 2.7].map(Math.fround))
  })

  test('what throws is told as a failure', () => {
    const session = createSession()
    const nonsense = { kind: 'load', experiment: null } as unknown as Command
    expect(session.handle(nonsense)[0]).toMatchObject({ kind: 'failed', answers: 'load', isOnlyAnswer: true })
  })

  test('before the first load nothing is answered', () => {
    expect(createSession().handle({ kind: 'tick', nowMs: 0 })).toEqual([])
  })
})

describe('sample', () => {
  test('gives the landscape, its equilibria and what is worth showing', () => {
    const event = landscapeOf(loaded(defaultExperiment).handle(sampleCommand))
    expect(event.request).toBe(7)
    expect(event.landscape).toMatchObject({ columns: 33, rows: 33, extent: 3 })
    expect(event.equilibria.filter((point) => point.stability === 'stable')).toHaveLength(4)
    expect(event.contours).toBeNull()
  })

  test('writes into the buffers handed back, where they fit', () => {
    const session = loaded(defaultExperiment)
    const buffers = { heights: new Float32Array(33 * 33), gradients: new Float32Array(2 * 33 * 33) }
    expect(landscapeOf(session.handle({ ...sampleCommand, buffers })).landscape.heights).toBe(buffers.heights)
    const small = { heights: new Float32Array(4), gradients: new Float32Array(8) }
    expect(landscapeOf(session.handle({ ...sampleCommand, buffers: small })).landscape.heights).toHaveLength(33 * 33)
  })

  test('without an extent it takes the needed one, which holds every ball at its start', () => {
    for (const preset of presets) {
      const event = landscapeOf(loaded(preset.experiment).handle({ ...sampleCommand, extent: null }))
      expect(event.landscape.extent).toBe(event.needed.extent)
      for (const { start } of startingBalls(preset.experiment)) {
        expect(Math.max(...start.map(Math.abs))).toBeLessThanOrEqual(event.needed.extent)
      }
    }
  })

  test('draws contours on demand', () => {
    const event = landscapeOf(loaded(defaultExperiment).handle({ ...sampleCommand, contourLevels: [-0.4, 0] }))
    expect(event.contours?.map((line) => line.level)).toEqual([-0.4, 0])
  })

  test('everything large is transferred, nothing twice', () => {
    const session = loaded(defaultExperiment)
    const event = landscapeOf(session.handle({ ...sampleCommand, contourLevels: [-0.4, 0] }))
    const list = transferList(event)
    // Heights, gradients, two contours, and the separatrices together.
    expect(list).toHaveLength(5)
    expect(new Set(list).size).toBe(5)
    expect(transferList(frameOf(session.handle({ kind: 'step' })))).toHaveLength(2)
  })
})
