import type { Experiment } from '../experiment/experiment.ts'
import type { Landscape } from '../model/landscape.ts'
import type { ContourLine } from '../model/contours.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { PhaseCurves } from '../model/phase/phaseCurves.ts'
import type { Stopwatch } from '../model/phase/stopwatch.ts'
import type { TwoNeuronSystem } from '../model/twoNeurons.ts'
import type { ViewScale } from '../model/viewScale.ts'

/** Buffers of an older landscape, handed back to be written again. */
export interface LandscapeBuffers {
  readonly heights: Float32Array<ArrayBuffer>
  readonly gradients: Float32Array<ArrayBuffer>
}

/** Page to engine. */
export type Command =
  /** Everything starts again from the document. */
  | { readonly kind: 'load'; readonly experiment: Experiment }
  /** The document changed: balls stay where they are, new ones are dropped at their start, missing ones go. */
  | { readonly kind: 'change'; readonly experiment: Experiment }
  /** Move model time on. `nowMs` is the page's clock; only differences count. */
  | { readonly kind: 'tick'; readonly nowMs: number }
  /** Forget the clock, so that the time until the next tick does not count. */
  | { readonly kind: 'pause' }
  /** One time step of the integrator. */
  | { readonly kind: 'step' }
  /** Every ball back to its start, time zero, the generators to their seeds. */
  | { readonly kind: 'reset' }
  | SampleCommand

/** Ask for the landscape of the present document and everything that is known about it. */
export interface SampleCommand {
  readonly kind: 'sample'
  readonly request: number
  /** Half-width of the square; null for the extent that is needed. */
  readonly extent: number | null
  /** Grid points along a side. */
  readonly columns: number
  readonly contourLevels: readonly number[] | null
  readonly buffers: LandscapeBuffers | null
}

/** Engine to page. */
export type Event = LandscapeEvent | FrameEvent | FailedEvent

export interface LandscapeEvent {
  readonly kind: 'landscape'
  readonly request: number
  readonly system: TwoNeuronSystem
  readonly landscape: Landscape
  readonly equilibria: readonly NamedEquilibrium[]
  /** What of the states and energies is worth showing. */
  readonly needed: ViewScale
  readonly contours: readonly ContourLine[] | null
  /** What `experiment.view.phase` asks for; null where it asks for none. */
  readonly curves: PhaseCurves | null
  /** Time in the engine; null where there is no clock to measure it. */
  readonly computeMs: number | null
}

/** What happened to the balls. Every command but `pause` and `sample` is answered by one frame. */
export interface FrameEvent {
  readonly kind: 'frame'
  readonly answers: 'load' | 'change' | 'tick' | 'step' | 'reset'
  /** Model time now. */
  readonly time: number
  readonly ballIds: readonly number[]
  /** Balls whose trajectory begins in this frame: what was kept of them before is void. */
  readonly newBallIds: readonly number[]
  /** S sample times; S is 0 when nothing happened. */
  readonly sampleTimes: Float32Array<ArrayBuffer>
  /** B x S x 5, ball by ball: x₁, x₂, E, m₁, m₂. */
  readonly samples: Float32Array<ArrayBuffer>
  /** The last sample is the present moment between two regular samples: the next frame replaces it. */
  readonly endsBetweenSamples: boolean
  /** Where the particles are; null without the layer, and without noise: they would all lie at the bottoms. */
  readonly cloud: CloudFrame | null
  /** Nothing will move any more: no noise, and every ball at rest. */
  readonly isSettled: boolean
  /** The audit: without noise a step has raised the energy of a ball by more than rounding, since the last load or reset. */
  readonly energyRose: boolean
  /** Model time that the clock asked for and that was dropped because it was too much work for one tick. */
  readonly droppedTime: number
  /** Model time began again at zero. */
  readonly reset: boolean
}

/** The particles at the time of the frame. */
export interface CloudFrame {
  /** x₁, x₂ of one particle after the other. */
  readonly positions: Float32Array<ArrayBuffer>
  /** How often particles have left the wells since the network or the noise last changed. */
  readonly stopwatches: readonly Stopwatch[]
}

/** The run has stopped; load, change or reset starts it again. */
export interface FailedEvent {
  readonly kind: 'failed'
  readonly sentence: string
  readonly answers: Command['kind']
  /** True when this is all the answer there is; false when a frame with the last good states came before it. */
  readonly isOnlyAnswer: boolean
}

/** Numbers of one sample in `FrameEvent.samples`. */
export type SampleWidth = 5
