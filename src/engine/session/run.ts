import { inputBallId, startingBalls, type StartingBall } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { createRandom } from '../../model/random.ts'
import { pairEnergy, pairOverlaps } from '../../model/twoNeurons.ts'
import type { FrameEvent } from '../protocol.ts'
import { createCloudRun } from './cloudRun.ts'
import { createMechanics, type RunningBall } from './mechanics.ts'
import { createRecorder } from './recorder.ts'

/** Model time between two regular samples, about: a fast ball then moves a few pixels. */
const sampleSpacing = 0.02
/** Steps times balls in one tick: about 10 ms on a slow phone. The rest of the time asked for is dropped, and said so. */
const workPerTick = 20_000
/** Work of a step of one particle of the cloud, in steps of a ball: measured, 0.12 µs for 0.4. */
const workPerParticle = 0.3
/** Absorbs the rounding of sums of time steps when whole steps are counted. In steps. */
const stepRounding = 1e-9

/** The balls of one document in model time. No clock: the caller says how much time to add. */
export interface Run {
  /** Takes over a changed document; balls stay where they are. */
  readonly change: (experiment: Experiment) => void
  /** Everything back to the start of the document. */
  readonly restart: () => void
  /** Adds model time, in whole steps; what is less than a step is kept for the next call. */
  readonly advance: (span: number) => void
  /** One time step. */
  readonly stepOnce: () => void
  /** What was recorded since the last frame, and the present moment. */
  readonly takeFrame: (answers: FrameEvent['answers']) => FrameEvent
  /** Why the run stopped, once. */
  readonly takeFailure: () => string | null
}

/** A run of the document from its start. */
export function createRun(first: Experiment): Run {
  let experiment = first
  let mechanics = createMechanics(first)
  let balls: RunningBall[] = []
  let time = 0
  let unspentTime = 0
  let stepsSinceSample = 0
  let isSettled = false
  let hasEnergyRisen = false
  let droppedTime = 0
  let hasRestarted = false
  let newBallIds: number[] = []
  let isStopped = false
  let failure: string | null = null
  const recorder = createRecorder()
  const cloud = createCloudRun(first)

  function place({ id, start }: StartingBall): RunningBall {
    newBallIds.push(id)
    const state = Float64Array.of(start[0], start[1])
    return { id, state, random: createRandom(experiment.noise.seed, id), energy: 0 }
  }

  function restart() {
    recorder.clear()
    newBallIds = []
    balls = startingBalls(experiment).map(place)
    cloud.restart()
    time = 0
    unspentTime = 0
    droppedTime = 0
    hasEnergyRisen = false
    hasRestarted = true
    settleAnew()
  }

  function change(next: Experiment) {
    const previousStarts = new Map(startingBalls(experiment).map((ball) => [ball.id, ball.start]))
    experiment = next
    mechanics = createMechanics(next)
    cloud.change(next)
    const present = new Map(balls.map((ball) => [ball.id, ball]))
    recorder.clear()
    balls = startingBalls(next).map((wanted) => {
      const ball = present.get(wanted.id)
      const from = previousStarts.get(wanted.id)
      // The ball that starts at the input stands for the input: where it moves, the recall begins again.
      const hasMoved = wanted.id === inputBallId && (from?.[0] !== wanted.start[0] || from[1] !== wanted.start[1])
      return ball === undefined || hasMoved ? place(wanted) : ball
    })
    if (mechanics.isNoisy) hasEnergyRisen = false
    settleAnew()
  }

  function settleAnew() {
    isStopped = false
    failure = null
    for (const ball of balls) ball.energy = pairEnergy(mechanics.system, ball.state[0], ball.state[1])
    recordSample()
  }

  function recordSample() {
    stepsSinceSample = 0
    record(0)
    isSettled = !cloud.isMoving && balls.every(mechanics.isAtRest)
  }

  /** A sample of every ball, `span` after the last whole step. */
  function record(span: number) {
    const { system, glimpse } = mechanics
    recorder.beginSample(time + span)
    for (const ball of balls) {
      const [x1, x2] = glimpse(ball, span)
      recorder.add(x1, x2, pairEnergy(system, x1, x2), ...pairOverlaps(x1, x2, system.gain))
    }
  }

  function moveAll() {
    for (const ball of balls) {
      const outcome = mechanics.move(ball)
      if (outcome === 'rose') hasEnergyRisen = true
      if (outcome !== 'lost') continue
      isStopped = true
      unspentTime = 0
      failure = 'The run stopped, because a ball left the range of numbers. Reset starts it again.'
      return
    }
    time += mechanics.timeStep
    stepsSinceSample++
    if (stepsSinceSample >= Math.max(1, Math.round(sampleSpacing / mechanics.timeStep))) recordSample()
  }

  function advance(span: number) {
    if (isStopped || isSettled) return
    const { timeStep } = mechanics
    const asked = Math.floor((unspentTime + span) / timeStep + stepRounding)
    const allowed = Math.max(1, Math.floor(workPerTick / (balls.length + workPerParticle * cloud.count)))
    const count = Math.min(asked, allowed)
    unspentTime = Math.max(0, unspentTime + span - asked * timeStep)
    droppedTime += (asked - count) * timeStep
    let done = 0
    for (let k = 0; k < count; k++) {
      moveAll()
      done++
      if (isStopped || isSettled) break
    }
    cloud.step(timeStep, done)
    if (isSettled) unspentTime = 0
  }

  function stepOnce() {
    unspentTime = 0
    if (isStopped || (balls.length === 0 && !cloud.isMoving)) return
    moveAll()
    cloud.step(mechanics.timeStep, 1)
  }

  function takeFrame(answers: FrameEvent['answers']): FrameEvent {
    // A noisy path cannot be told ahead: it is shown at its last step.
    const span = mechanics.isNoisy || unspentTime < stepRounding * mechanics.timeStep ? 0 : unspentTime
    const endsBetweenSamples = span > 0 || stepsSinceSample > 0
    if (endsBetweenSamples) record(span)
    const frame: FrameEvent = {
      kind: 'frame',
      answers,
      time,
      ballIds: balls.map((ball) => ball.id),
      newBallIds,
      ...recorder.take(balls.length),
      endsBetweenSamples,
      cloud: cloud.takeFrame(),
      isSettled,
      energyRose: hasEnergyRisen,
      droppedTime,
      reset: hasRestarted,
    }
    newBallIds = []
    droppedTime = 0
    hasRestarted = false
    return frame
  }

  function takeFailure(): string | null {
    const sentence = failure
    failure = null
    return sentence
  }

  restart()
  return { change, restart, advance, stepOnce, takeFrame, takeFailure }
}
