import { recallTimeStep } from '../../../experiment/recall/deriveRecall.ts'
import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import type { BinaryKernel } from '../../../kernel/binaryKernel.ts'
import type { KernelWish, NetworkKernel } from '../../../kernel/networkKernel.ts'
import type { RecallFrameEvent } from '../protocol.ts'
import { createInputClock } from './inputClock.ts'
import { createInputTrack, isSameInput, momentInputInto, momentSaliencyInto, type InputMoment } from './inputTrack.ts'
import type { SteppedLane } from './lane.ts'
import type { LaneContext, Pass } from './laneContext.ts'
import { createNetworkFacts, hasSameMemories } from './networkFacts.ts'
import { createRace, timeRounding } from './race.ts'
import { isPulseOn } from './pulse.ts'
import { inputBytes } from './pixelBytes.ts'

/** Model time between two samples, about. */
const sampleSpacing = 0.02

export interface RecallRunOptions {
  readonly createKernel: (wish: KernelWish) => NetworkKernel
  readonly createBinaryKernel: () => BinaryKernel
  readonly now: () => number
  /** The whole race waits while a network learns its weights; else the others go on, and it follows. What comes out is the same. */
  readonly waitsForLearning?: boolean
}

/** The lanes of one document on one clock. */
export interface RecallRun {
  readonly context: LaneContext
  /** Where the slice lies, and its energy, from now on. */
  readonly setSlice: (slice: Pick<LaneContext, 'plane' | 'sliceEnergyAt'>) => void
  /** The lane of continuous neurons of this kind, where it runs. */
  readonly steppedLane: (kind: LaneKind) => SteppedLane | null
  readonly shownTime: () => number
  /** Another number whenever the landscape of the slice's lane is another. */
  readonly landscapeVersion: () => number
  readonly change: (recall: RecallSettings) => void
  readonly restart: () => void
  /** What a step still owes is forgotten. */
  readonly pause: () => void
  /** Adds model time, or works off what a step still owes. */
  readonly advance: (span: number, pass: Pass) => void
  readonly step: (unit: 'neuron' | 'step' | 'unit', pass: Pass) => void
  readonly scrub: (place: number | null) => void
  readonly takeFrame: (answers: RecallFrameEvent['answers']) => RecallFrameEvent
  readonly dispose: () => void
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export function createRecallRun(first: RecallSettings, options: RecallRunOptions): RecallRun {
  const factsOf = createNetworkFacts()
  const track = createInputTrack()
  const clock = createInputClock()
  const kernels = new Map<KernelWish, NetworkKernel>()
  let binaryKernel: BinaryKernel | null = null
  let wantedTime = 0
  let owedUntil: number | null = null
  let droppedTime = 0
  let hasRestarted = true
  /** What the landscape of the slice was made from when it was last asked for. */
  let surface: {
    readonly recall: RecallSettings
    readonly hasPulse: boolean
    readonly moment: InputMoment
    readonly version: number
  } | null = null
  let sentInput: { readonly moment: InputMoment; readonly inputScale: number } | null = null

  const context: Writable<LaneContext> = {
    recall: first,
    facts: factsOf(first),
    kernel: kernelFor(first),
    createBinaryKernel: () => (binaryKernel ??= options.createBinaryKernel()),
    timeStep: 0,
    stepsPerSample: 1,
    momentAt: (time) => track.at(clock.placeAt(context.recall, time)),
    inputHoldsUntil: (time) => clock.holdsUntil(context.recall, time),
    sinceKeyframe: (time) => clock.sinceKeyframe(context.recall, time),
    pulseFrom: 0,
    plane: null,
    sliceEnergyAt: () => Number.NaN,
  }

  const race = createRace(context, options.now)
  const { shownTime, moveTo, steppedLane } = race

  function kernelFor({ integration }: RecallSettings): NetworkKernel {
    const kernel = kernels.get(integration.kernel) ?? options.createKernel(integration.kernel)
    kernels.set(integration.kernel, kernel)
    return kernel
  }

  /** What follows from the document. */
  function derive(recall: RecallSettings) {
    const { facts } = context
    context.recall = recall
    context.facts = factsOf(recall)
    // Its indices count the memories in force: the next slice sets it anew.
    if (!hasSameMemories(context.facts, facts)) context.plane = null
    context.kernel = kernelFor(recall)
    track.setDocument(recall, context.facts)
    context.timeStep = recallTimeStep(recall, largestWeightNorm())
    context.stepsPerSample = Math.max(1, Math.round(sampleSpacing / context.timeStep))
  }

  /** |W| of the lane with the strongest weights, over the whole timeline. */
  function largestWeightNorm(): number {
    const { recall, facts } = context
    const { saliency, weightNorm } = track.largest()
    const strength = recall.network.equalisesScale ? saliency : recall.network.strength
    const classic = strength * (facts.inverse === null ? facts.gramNorm() : 1)
    const hasClassic = recall.lanes.some((kind) => kind.startsWith('classic'))
    const largest = Math.max(recall.lanes.includes('idp') ? weightNorm : 0, hasClassic ? classic : 0)
    // A zeroed diagonal adds at most Σα/N.
    return largest * (1 + facts.patterns.patternCount / facts.patterns.neuronCount)
  }

  function restart() {
    derive(context.recall)
    clock.begin()
    wantedTime = 0
    owedUntil = null
    droppedTime = 0
    context.pulseFrom = 0
    hasRestarted = true
    race.begin()
  }

  function change(next: RecallSettings) {
    const { recall: before, facts } = context
    if (next === before) return
    if (next.size !== before.size) {
      context.recall = next
      return restart()
    }
    const isLookedAt = isOnlyLookedAt(before, next)
    const time = race.aheadTime()
    const inputBefore = inputAt(time)
    derive(next)
    if (isLookedAt) return
    const isInputEdited = inputAt(time).some((value, i) => value !== inputBefore[i])
    if (isInputEdited) context.pulseFrom = time
    race.adopt({ recall: before, facts }, isInputEdited)
  }

  const inputAt = (time: number) =>
    momentInputInto(new Float32Array(context.facts.patterns.neuronCount), context.momentAt(time))

  function advance(span: number, pass: Pass) {
    if (owedUntil !== null) return payOff(owedUntil, pass)
    if (isSettled()) return
    wantedTime += span
    moveTo(wantedTime, pass, options.waitsForLearning === true)
    if (shownTime() >= wantedTime - timeRounding) return
    droppedTime += wantedTime - shownTime()
    wantedTime = shownTime()
  }

  /** A step that is too much work for one tick goes on in the next ones; until it is done its rest counts as dropped. */
  function payOff(until: number, pass: Pass) {
    // Who takes a single step wants to see it in every lane.
    moveTo(until, pass, true)
    wantedTime = shownTime()
    const isDone = shownTime() >= until - timeRounding
    owedUntil = isDone ? null : until
    droppedTime = isDone ? 0 : until - shownTime()
  }

  function step(unit: 'neuron' | 'step' | 'unit', pass: Pass) {
    const asked = race.lanes().find((lane) => lane.kind === 'binary-async')
    const next = asked?.tempo === 'updates' ? asked.nextUpdateTime() : null
    if (unit === 'neuron' && next !== null) payOff(next, pass)
    else payOff(shownTime() + (unit === 'unit' ? 1 : context.timeStep), pass)
  }

  function scrub(place: number | null) {
    if (place !== null) context.pulseFrom = shownTime()
    clock.scrub(place, shownTime())
  }

  const isSettled = () =>
    race.lanes().every((lane) => lane.isSettled) &&
    context.inputHoldsUntil(shownTime()) === Infinity &&
    isSameInput(context.momentAt(shownTime()), context.momentAt(race.aheadTime() - context.timeStep / 2))

  function inputPixels(moment: InputMoment): Uint8Array<ArrayBuffer> | null {
    const { inputScale } = context.recall
    if (!hasRestarted && isSameInput(sentInput?.moment ?? null, moment) && sentInput?.inputScale === inputScale)
      return null
    sentInput = { moment, inputScale }
    return inputBytes(momentInputInto(new Float32Array(context.facts.patterns.neuronCount), moment), inputScale)
  }

  function landscapeVersion(): number {
    const { recall, momentAt } = context
    const moment = momentAt(shownTime())
    const { lane } = recall.slice
    const hasPulse = lane === 'classic-pulse' && isPulseOn(context, steppedLane(lane)?.startTime() ?? 0, shownTime())
    const isSame = surface?.recall === recall && surface.hasPulse === hasPulse && isSameInput(surface.moment, moment)
    surface = { recall, hasPulse, moment, version: (surface?.version ?? 0) + (isSame ? 0 : 1) }
    return surface.version
  }

  function takeFrame(answers: RecallFrameEvent['answers']): RecallFrameEvent {
    const moment = context.momentAt(shownTime())
    const frame: RecallFrameEvent = {
      kind: 'frame',
      answers,
      time: shownTime(),
      inputTime: clock.placeAt(context.recall, shownTime()),
      memoryIds: context.facts.memoryIds,
      saliency: momentSaliencyInto(new Float32Array(context.facts.patterns.patternCount), moment),
      inputPixels: inputPixels(moment),
      lanes: race.lanes().map((lane) => lane.takeFrame(shownTime())),
      landscapeVersion: landscapeVersion(),
      isSettled: isSettled(),
      droppedTime,
      reset: hasRestarted,
    }
    droppedTime = 0
    hasRestarted = false
    return frame
  }

  restart()
  return {
    context,
    setSlice({ plane, sliceEnergyAt }) {
      context.plane = plane
      context.sliceEnergyAt = sliceEnergyAt
    },
    steppedLane,
    shownTime,
    landscapeVersion,
    change,
    restart,
    pause() {
      owedUntil = null
    },
    advance,
    step,
    scrub,
    takeFrame,
    dispose: race.dispose,
  }
}

/** Nothing changed but speed, slice and camera. Parts that did not change are the same objects. */
function isOnlyLookedAt(before: RecallSettings, next: RecallSettings): boolean {
  return (Object.keys(next) as (keyof RecallSettings)[]).every(
    (part) => part === 'playback' || part === 'slice' || before[part] === next[part],
  )
}
