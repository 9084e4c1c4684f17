import type { LaneKind, Memory, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import type { KernelFlavour } from '../../kernel/networkKernel.ts'
import type { ContourLine } from '../../model/contours.ts'
import type { Landscape } from '../../model/landscape.ts'
import type { SliceEquilibrium } from '../../model/sliceEquilibria.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { ViewScale } from '../../model/viewScale.ts'
import type { LandscapeBuffers } from '../protocol.ts'

/** Page to engine. Patterns in force are the memories that are on, in the order of the bank: P of them. */
export type RecallCommand =
  /** Everything starts again from the document. */
  | { readonly kind: 'load'; readonly recall: RecallSettings }
  /** The document changed: states stay where they are as far as the size allows; lanes that are new start now. */
  | { readonly kind: 'change'; readonly recall: RecallChange }
  /** Move model time on. `nowMs` is the page's clock; only differences count. */
  | { readonly kind: 'tick'; readonly nowMs: number }
  | { readonly kind: 'pause' }
  /** 'neuron': one update of one neuron in 'binary-async' (1/N of model time); 'unit': one unit of model time. */
  | { readonly kind: 'step'; readonly unit: 'neuron' | 'step' | 'unit' }
  | { readonly kind: 'reset' }
  /** Holds the input of the timeline at this time; null lets it run on from there. */
  | { readonly kind: 'scrub'; readonly time: number | null }
  | SliceCommand

/** A changed document. A hundred pictures are 270 kB, and while one draws they change with every pixel: only those that differ are sent. */
export interface RecallChange extends Omit<RecallSettings, 'memories'> {
  readonly memories: readonly (Memory | KnownMemory)[]
}

/** The memory of this id as in the document sent before. */
export interface KnownMemory {
  readonly knownId: number
}

/** Ask for the slice of the landscape of the present input. */
export interface SliceCommand {
  readonly kind: 'slice'
  readonly request: number
  readonly extent: number | null
  readonly columns: number
  readonly contourLevels: readonly number[] | null
  readonly buffers: LandscapeBuffers | null
}

export type RecallEvent = RecallFrameEvent | SliceEvent | RecallFailedEvent

/** Answers every command but `pause` and `slice`. */
export interface RecallFrameEvent {
  readonly kind: 'frame'
  readonly answers: 'load' | 'change' | 'tick' | 'step' | 'reset' | 'scrub'
  readonly time: number
  /** Where on the timeline the input is; 0 without a timeline. */
  readonly inputTime: number
  /** Ids of the memories in force: the order of every array of P numbers. */
  readonly memoryIds: readonly number[]
  /** α(u) now, P. */
  readonly saliency: Float32Array<ArrayBuffer>
  /** u now, as `round(127.5 (1 + u / inputScale))`, clamped to a byte, N; null where it is as before. */
  readonly inputPixels: Uint8Array<ArrayBuffer> | null
  readonly lanes: readonly LaneFrame[]
  /** Another number whenever the landscape on the slice is another. */
  readonly landscapeVersion: number
  readonly isSettled: boolean
  /** Model time that the clock asked for and that was dropped because it was too much work; after a step: what the next ticks make up for. */
  readonly droppedTime: number
  readonly reset: boolean
}

/** What happened in one lane since the last frame. */
export interface LaneFrame {
  readonly kind: LaneKind
  /** The samples kept before are void: the lane began again. */
  readonly isNew: boolean
  /** ψ(x) as `round(127.5 (1 + ψ))`, N. */
  readonly pixels: Uint8Array<ArrayBuffer>
  /** S sample times; the last one is now. */
  readonly sampleTimes: Float32Array<ArrayBuffer>
  /** S x P. */
  readonly overlaps: Float32Array<ArrayBuffer>
  /** S. */
  readonly energies: Float32Array<ArrayBuffer>
  /** Only in the lane of the slice: S x 4, (y₊, y₋), the slice's energy there, distance from the plane / √N. Else null. */
  readonly projections: Float32Array<ArrayBuffer> | null
  /** The last sample is provisional: the next frame replaces it. */
  readonly endsBetweenSamples: boolean
  readonly verdict: Verdict
  /** Model time that the recalled memory took: from when the lane began, or its input last changed, to `verdict.since`; null for other verdicts. */
  readonly recalledAfter: number | null
  /** How much of its weights a binary network has learned, 0 to 1, and at 1 makes up for the time that took; null while it runs. */
  readonly learnedShare: number | null
  /** When the state came to rest, or null while it moves (always null with noise). */
  readonly settledTime: number | null
  readonly energyRose: boolean
  /** Binary, synchronous: it alternates between two states. */
  readonly isInTwoCycle: boolean
  /** Binary, asynchronous: the last neuron that was asked, for step mode. */
  readonly lastUpdate: NeuronUpdate | null
  /** Largest saliency (or strength) over σ: what noise has to fight; null without noise. */
  readonly signalToNoise: number | null
  /** What computes it; null where it cannot run. */
  readonly flavour: KernelFlavour | 'wasm' | null
  /** Why this lane cannot run (a rule that needs too much memory, ...); the others go on. */
  readonly refusal: string | null
}

export interface NeuronUpdate {
  readonly neuron: number
  readonly field: number
  readonly hasFlipped: boolean
  /** What each memory adds to the field, P (Hebb and pseudo-inverse); null for dense rules. */
  readonly contributions: Float32Array<ArrayBuffer> | null
}

export interface SliceEvent {
  readonly kind: 'slice'
  readonly request: number
  /** Ids; the first is the direction (1, 1), the second (1, −1). Twice the same where only one memory is on. */
  readonly memories: readonly [number, number]
  /** The second direction is no memory but the first with every other pixel turned, since the two memories span no plane. */
  readonly hasAuxiliaryDirection: boolean
  readonly landscape: Landscape
  readonly equilibria: readonly SliceEquilibrium[]
  readonly needed: ViewScale
  readonly contours: readonly ContourLine[] | null
  /** Where the lane of the slice is now: y₊, y₋, the slice's energy there, distance from the plane / √N. Null when that lane does not run. */
  readonly ball: Float32Array<ArrayBuffer> | null
  readonly computeMs: number | null
}

export interface RecallFailedEvent {
  readonly kind: 'failed'
  readonly sentence: string
  readonly answers: RecallCommand['kind']
  readonly isOnlyAnswer: boolean
}
