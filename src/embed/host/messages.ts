import type { Experiment } from '../../experiment/experiment.ts'
import type { PhaseSettings } from '../../experiment/phaseSettings.ts'
import type { EmbedTheme } from '../../experiment/embed/embedOptions.ts'
import type { EmbedLayer } from '../../experiment/embed/layers.ts'

// The line between a page and an embed in it. Types only, but for the version: a page takes no code from here.

/** Stands in every message, as `memoryscape: 1`. A later version keeps these messages, or has another number. */
export const messageVersion = 1 as const

/** What a host can set and get, by name. Numbers out of range are moved to the nearest end; the answer says which. */
export interface HostParameters {
  /** α₁ and α₂, the saliencies. */
  readonly alpha1: number
  readonly alpha2: number
  /** (α₁, α₂) at once. */
  readonly alpha: readonly [number, number]
  /** g of tanh(g x). */
  readonly gain: number
  readonly model: 'idp' | 'classic'
  /** Classic model only: the input is held on, or is where the ball starts. */
  readonly inputAs: 'current' | 'start'
  /** Of both memories. Classic model only. */
  readonly strength: number
  /** σ. */
  readonly noise: number
  readonly seed: number
  /** Model time per second. */
  readonly speed: number
  /** Model time. */
  readonly timeStep: number
  readonly picture: 'surface' | 'map'
  readonly ground: PhaseSettings['ground']
  readonly tint: PhaseSettings['tint']
  /** Every layer, on or off. To set some of them, name these alone; a list means those that are on, and all others off. */
  readonly layers: Readonly<Record<EmbedLayer, boolean>>
}

export type SettableParameters = Omit<HostParameters, 'layers'> & {
  readonly layers: Readonly<Partial<Record<EmbedLayer, boolean>>> | readonly EmbedLayer[]
}

/** What can be asked for: the parameters, and what follows from them. */
export interface HostValues extends HostParameters {
  readonly document: Experiment
  /** The part of a link behind `x=`. */
  readonly link: string
  readonly regime: RegimeDetail
  readonly equilibria: readonly EquilibriumDetail[]
  /** Where every ball is now. */
  readonly balls: readonly BallDetail[]
  readonly playing: boolean
  /** Model time since the run began. */
  readonly time: number
  readonly title: string
}

export type ValueName = keyof HostValues

export interface RegimeDetail {
  /** What the two memories are without an input current; 'tilted' where a current bends the landscape. */
  readonly regime: 'none' | 'one' | 'one-stable' | 'two' | 'tilted'
  /** Numbers of the memories that are stable. */
  readonly stable: readonly (1 | 2)[]
}

export interface EquilibriumDetail {
  /** 'origin', 'memory-1+', 'memory-1-', 'memory-2+', 'memory-2-', 'mixed-a' … */
  readonly key: string
  readonly kind: 'memory' | 'mixed' | 'origin'
  readonly stability: 'stable' | 'saddle' | 'source'
  /** (x₁, x₂). */
  readonly state: readonly [number, number]
  readonly energy: number
}

export interface BallDetail {
  /** Its number; 0 is the one that starts at the input. */
  readonly ball: number
  readonly state: readonly [number, number]
  readonly energy: number
  /** (m₁, m₂). */
  readonly overlaps: readonly [number, number]
}

/** A ball has come to rest at a memory. With noise none ever does. */
export interface RecalledDetail {
  readonly ball: number
  readonly memory: 1 | 2
  /** −1 for its twin. */
  readonly sign: 1 | -1
  readonly state: readonly [number, number]
  /** Model time that it rolled. */
  readonly time: number
}

/** What each event tells. */
export interface EventDetails {
  /** The lab is there. It answers each 'hello', and needs no subscription. */
  readonly ready: { readonly version: typeof messageVersion; readonly title: string }
  readonly regime: RegimeDetail
  readonly equilibria: { readonly equilibria: readonly EquilibriumDetail[] }
  readonly recalled: RecalledDetail
  /** The parameters that have another value now, whoever gave it to them; empty where something without a name has changed, such as a ball. */
  readonly change: Readonly<Partial<HostParameters>>
  readonly play: { readonly playing: boolean; /** Nothing moves any more. */ readonly settled: boolean }
  /** How high the embed would like to be, in CSS pixels. Needs no lab. */
  readonly height: { readonly height: number }
  /** What went wrong or is not as it was sent, in a sentence, where no answer tells of it. */
  readonly error: { readonly sentence: string }
}

export type EventName = keyof EventDetails

/** From the page to the embed. What has an id is answered under it; what has none and is refused comes back as the event 'error'. */
export type HostRequest =
  | { readonly type: 'hello' | 'play' | 'pause' | 'step' | 'reset' }
  | { readonly type: 'get'; readonly name: ValueName }
  | {
      readonly type: 'set'
      readonly values: Readonly<Partial<SettableParameters>>
      /** Messages in a row with the same word are undone together. */
      readonly gesture?: string | undefined
    }
  /** A document, as an object or as its text; or a link. */
  | { readonly type: 'load'; readonly document: unknown }
  | { readonly type: 'load'; readonly link: string }
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly events: readonly EventName[] }
  | { readonly type: 'theme'; readonly theme: EmbedTheme }

/** A short text or a number. */
export type MessageId = string | number

/** What a 'set' did. */
export interface SetAnswer {
  /** What was asked for, as it is now. */
  readonly values: Readonly<Partial<HostParameters>>
  /** Names of the numbers that were out of range. */
  readonly clamped: readonly string[]
}

/** What a 'load' did. */
export interface LoadAnswer {
  /** Such as that the document is of a newer version, can only be looked at, and what of it was not understood. Null: all is as it was sent. */
  readonly remark: string | null
}

/** The value is a `SetAnswer`, a `LoadAnswer`, what was asked for, the version with 'hello', and null with all else. */
export type Answer =
  | { readonly type: 'answer'; readonly id: MessageId; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: MessageId; readonly ok: false; readonly sentence: string }

export type HostEvent = {
  readonly [Name in EventName]: { readonly type: 'event'; readonly event: Name; readonly detail: EventDetails[Name] }
}[EventName]

/** From the embed to the page; the envelope adds `memoryscape: 1`. */
export type EmbedMessage = Answer | HostEvent
