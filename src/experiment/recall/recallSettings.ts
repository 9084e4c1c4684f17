import type { CameraSettings, NoiseSettings, PlaybackSettings } from '../experiment.ts'

/** The part of the document that the Recall view sets: a network of `columns` x `rows` pixels, its memories, and what it is shown. */
export interface RecallSettings {
  readonly size: PictureSize
  /** In the order of the bank; ids unique. At most `maximumMemories`, at least one on. */
  readonly memories: readonly Memory[]
  /** What the network is shown, as long as the timeline is off. */
  readonly input: RecallInput
  /** u is the picture (from −1 to 1) times this. */
  readonly inputScale: number
  readonly timeline: Timeline
  /** The models that race on one clock: one to three, all different. */
  readonly lanes: readonly LaneKind[]
  readonly network: RecallNetworkSettings
  readonly start: RecallStart
  readonly noise: NoiseSettings
  readonly integration: RecallIntegration
  readonly playback: PlaybackSettings
  readonly slice: SliceSettings
}

export interface PictureSize {
  readonly columns: number
  readonly rows: number
}

/** A stored pattern ξ^μ. */
export interface Memory {
  readonly id: number
  readonly name: string
  /** Off: kept in the bank, but not in the network. */
  readonly isOn: boolean
  /** One bit a pixel, row by row, 1 = ink = +1; packed and base64url (`pixelCode.ts`). */
  readonly bits: string
}

/** Three ways to say the same thing: each can be turned into another (`recallEdits.ts`). */
export type RecallInput = DrawnInput | MixedInput | CorruptedInput

export interface DrawnInput {
  readonly kind: 'drawing'
  /** Two bits a pixel, ink (+1), paper (−1) or unknown (0); packed and base64url (`pixelCode.ts`). */
  readonly pixels: string
}

export interface MixedInput {
  readonly kind: 'mix'
  /** u = Σ amount ξ^memory. Memories without a fader count 0. */
  readonly faders: readonly Fader[]
  /** Amounts are divided by the sum of their magnitudes, so that they are shares. */
  readonly isNormalised: boolean
}

export interface Fader {
  readonly memory: number
  readonly amount: number
}

export interface CorruptedInput {
  readonly kind: 'corrupted'
  readonly memory: number
  /** So many pixels, chosen by the seed, are turned to their opposite: exactly. */
  readonly flips: number
  /** Standard deviation of the normal numbers added to the pixels. */
  readonly noise: number
  readonly seed: number
  readonly occlusion: Occlusion
}

/** Pixels that are hidden are 0: the network is told nothing about them. */
export type Occlusion =
  | { readonly kind: 'none' }
  | { readonly kind: 'half'; readonly hides: 'left' | 'right' | 'top' | 'bottom' }
  | { readonly kind: 'window'; readonly shows: 'inside' | 'outside'; readonly window: PixelWindow }

/** In fractions of the width and height, from 0 to 1, so that it survives a change of the size. */
export interface PixelWindow {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Inputs over model time. */
export interface Timeline {
  readonly isOn: boolean
  readonly isLooped: boolean
  /** Sorted by time; the first at 0. */
  readonly keyframes: readonly Keyframe[]
}

export interface Keyframe {
  readonly id: number
  readonly time: number
  readonly input: RecallInput
  /** True: turns gradually into the next one. False: held until the next one. */
  readonly isMorphing: boolean
}

/** The models of section 1 and 7; the binary ones begin at the sign of the input, classic-start at the input. */
export type LaneKind = 'binary-async' | 'binary-sync' | 'classic-start' | 'classic-pulse' | 'classic-held' | 'idp'

export interface RecallNetworkSettings {
  /** g. */
  readonly gain: number
  /** s of the classic models. */
  readonly strength: number
  /** Model time for which the pulse of 'classic-pulse' is on after the start and after each keyframe. */
  readonly pulseDuration: number
  /** W_ii = 0 in all models. */
  readonly hasZeroDiagonal: boolean
  /** 'pseudo-inverse' holds for all models (it removes the correlations); 'storkey' for the binary ones, the others then use Hebb. */
  readonly rule: 'hebb' | 'storkey' | 'pseudo-inverse'
  /** Binary models only: so many spurious states are found from random starts and unlearned, each at this rate. */
  readonly unlearning: { readonly steps: number; readonly rate: number }
  /** Gives the classic models the strength max α(u), so that noise means the same to all (model.md section 8 of the theory). */
  readonly equalisesScale: boolean
}

/** Where the models begin that do not begin at the input. */
export type RecallStart =
  /** Normal numbers from the seed. */
  | { readonly kind: 'random' }
  | { readonly kind: 'input' }
  | { readonly kind: 'memory'; readonly memory: number; readonly isInverted: boolean }

export interface RecallIntegration {
  /** Euler-Maruyama with noise, RK4 without; shortened to the limit of stability like that of the two neurons. */
  readonly timeStep: number
  /**
   * 'reproducible': the same bits wherever WebAssembly runs, at about two thirds of the speed. Only random starts and noisy pictures may differ in
   * their last digits, by the last bit of a logarithm.
   */
  readonly kernel: 'fastest' | 'reproducible'
}

export interface SliceSettings {
  /** The plane through these two memories; null for the two with the largest saliency now. */
  readonly memories: readonly [number, number] | null
  /** Whose landscape it is. */
  readonly lane: 'classic-start' | 'classic-pulse' | 'classic-held' | 'idp'
  readonly picture: 'surface' | 'map'
  readonly camera: CameraSettings
}
