import type { PhaseSettings } from './phaseSettings.ts'
import type { RecallSettings } from './recall/recallSettings.ts'

/**
 * The document: everything a person can set, as one plain JSON value with a version. Presets, saved files and links all speak it.
 * The same document gives the same run on every machine. It changes only with a new version and a migration.
 */
export interface Experiment {
  readonly version: 3
  readonly model: ModelSettings
  readonly input: InputSettings
  /** What reset goes back to. At most `maximumBalls`, ids unique. */
  readonly balls: readonly Ball[]
  readonly noise: CloudNoiseSettings
  readonly integration: IntegrationSettings
  readonly playback: PlaybackSettings
  readonly view: ViewSettings
  /** The other view: a network of many neurons that remembers pictures. */
  readonly recall: RecallSettings
}

export interface ModelSettings {
  /** 'idp': the input re-weights the synapses. 'classic': the weights are fixed. */
  readonly kind: 'idp' | 'classic'
  /** Classic model only: the input is held on as a current b = u, or is the initial state x(0) = u. */
  readonly inputAs: 'current' | 'start'
  /** s, the strength of both memories. Classic model only. */
  readonly strength: number
  /** g, the gain of the activation tanh(g x). */
  readonly gain: number
}

export interface InputSettings {
  /** (α₁, α₂). The input itself is u = α₁ ξ¹ + α₂ ξ². */
  readonly saliency: readonly [number, number]
}

export interface Ball {
  /** 1 or more: 0 is kept for the ball that starts at the input (see `startingBalls`). */
  readonly id: number
  /** The initial state (x₁, x₂). */
  readonly start: readonly [number, number]
}

export interface NoiseSettings {
  /** σ of dx = f dt + σ dB. */
  readonly strength: number
  /** Whole number from 0 to 2³² − 1. */
  readonly seed: number
}

/** The noise of the two neurons, which a cloud of particles shows. */
export interface CloudNoiseSettings extends NoiseSettings {
  /** How many particles the cloud has. */
  readonly particles: number
}

export interface IntegrationSettings {
  /** Used when there is no noise. */
  readonly scheme: 'rk4' | 'heun'
  /** Used with noise. */
  readonly noisyScheme: 'euler-maruyama' | 'stochastic-heun'
  /** Model time. The run uses `effectiveTimeStep`, which stays under the stability limit. */
  readonly timeStep: number
}

export interface PlaybackSettings {
  /** Model time per second of the clock. */
  readonly speed: number
}

export interface CameraSettings {
  /** Radians, from −π to π. */
  readonly azimuth: number
  /** Radians above the plane of the states. */
  readonly elevation: number
  /** In units of half the width of the landscape. */
  readonly distance: number
}

export interface LayerSettings {
  readonly contours: boolean
  readonly trails: boolean
  readonly labels: boolean
  readonly equilibria: boolean
}

export interface ViewSettings {
  readonly picture: 'surface' | 'map'
  readonly camera: CameraSettings
  readonly layers: LayerSettings
  /** What the Landscape view shows beyond the surface. */
  readonly phase: PhaseSettings
}
