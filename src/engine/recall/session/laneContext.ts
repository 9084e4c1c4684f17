import { decodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createRandom } from '../../../model/random.ts'
import type { BinaryKernel } from '../../../kernel/binaryKernel.ts'
import type { NetworkKernel } from '../../../kernel/networkKernel.ts'
import type { InputMoment } from './inputTrack.ts'
import type { NetworkFacts } from './networkFacts.ts'

/** The memories between which the slice lies, as indices into the memories in force. */
export interface SlicePlane {
  readonly mu: number
  readonly nu: number
}

/** What all lanes share: the document and what follows from it, the one clock, and the input. The run changes it, the lanes read it. */
export interface LaneContext {
  readonly recall: RecallSettings
  readonly facts: NetworkFacts
  readonly kernel: NetworkKernel
  readonly createBinaryKernel: () => BinaryKernel
  /** Model time of one step, and steps from one sample to the next. */
  readonly timeStep: number
  readonly stepsPerSample: number
  /** The input at a model time. */
  readonly momentAt: (time: number) => InputMoment
  /** Model time from which the input may be another than at `time`; `time` itself while it turns. */
  readonly inputHoldsUntil: (time: number) => number
  /** Model time since the keyframe in force began; null where no timeline runs. */
  readonly sinceKeyframe: (time: number) => number | null
  /** When the input was last edited by hand, or the run began: a pulse begins. */
  readonly pulseFrom: number
  /** Null before the first slice. */
  readonly plane: SlicePlane | null
  /** The energy of the newest slice at (y₊, y₋). */
  readonly sliceEnergyAt: (yPlus: number, yMinus: number) => number
}

/** Model time at which the input in force at `time` came: edited or held by hand, with its keyframe, or with the run. */
export function inputChangeBefore({ pulseFrom, sinceKeyframe }: LaneContext, time: number): number {
  const since = sinceKeyframe(time)
  return since === null ? pulseFrom : Math.max(pulseFrom, time - since)
}

/** Streams of the seed: one start and one noise for all lanes, so that they race under the same conditions. */
export const streams = { start: 1, noise: 2, order: 3, unlearning: 4 } as const

/** Normal numbers, from which models start that do not start at the input. */
export function randomStart(recall: RecallSettings): Float32Array {
  const random = createRandom(recall.noise.seed, streams.start)
  const { columns, rows } = recall.size
  return Float32Array.from({ length: columns * rows }, () => random.normal())
}

/** x(0) of a model that does not start at the input by itself. `input`: u at the start. A memory that is gone counts as random. */
export function startOf(recall: RecallSettings, input: Float32Array): Float32Array {
  const { start, memories } = recall
  switch (start.kind) {
    case 'random':
      return randomStart(recall)
    case 'input':
      return input.slice()
    case 'memory': {
      const memory = memories.find((candidate) => candidate.id === start.memory)
      if (memory === undefined) return randomStart(recall)
      const sign = start.isInverted ? -1 : 1
      return Float32Array.from(decodeBits(memory.bits, input.length), (pixel) => sign * pixel)
    }
    default:
      return start satisfies never
  }
}

/** Asked before so many milliseconds of work: false when the time of this tick does not suffice. The first work of a tick always passes. */
export type Pass = (expectedMs: number) => boolean
