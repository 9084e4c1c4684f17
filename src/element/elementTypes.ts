import type {
  EventDetails,
  EventName,
  HostParameters,
  HostValues,
  LoadAnswer,
  SetAnswer,
  SettableParameters,
  ValueName,
} from '../embed/host/messages.ts'
import type { Experiment } from '../experiment/experiment.ts'

/** Attributes, as properties: `element.caption = '…'` is `setAttribute('caption', '…')`. Null takes it away; so does false, but for `open`, where it is '0'. */
export interface MemoryScapeAttributes {
  src: string | null
  preset: string | null
  /** Any of play, step, reset, balls, alpha, gain, noise, speed, model, picture; or none. */
  controls: string | null
  locked: string | null
  theme: string | null
  autoplay: string | boolean | null
  caption: string | null
  alt: string | null
  /** CSS pixels, a length of CSS, or auto. */
  height: string | number | null
  /** Such as 16:9. */
  aspect: string | null
  allow: string | null
  open: string | boolean | null
  /** lazy (as it is without) or eager. */
  loading: string | null
}

/** Parameters, as properties: reading one gives its newest known value, undefined until the embed is ready; setting one is `set({ … })`. */
export type MemoryScapeParameters = {
  -readonly [Name in Exclude<keyof HostParameters, 'layers'>]: HostParameters[Name] | undefined
} & {
  get layers(): HostParameters['layers'] | undefined
  set layers(value: SettableParameters['layers'] | string | undefined)
}

/** Events of the element: `memoryscape-ready`, `memoryscape-regime` …; they bubble. */
export type MemoryScapeEventMap = {
  [Name in EventName as `memoryscape-${Name}`]: CustomEvent<EventDetails[Name]>
}

type Listener<Type extends keyof MemoryScapeEventMap> = (
  this: MemoryScapeElement,
  event: MemoryScapeEventMap[Type],
) => unknown

/** `<memory-scape>`. Every promise is rejected with the embed's own sentence where it refuses. */
export interface MemoryScapeElement extends HTMLElement, MemoryScapeAttributes, MemoryScapeParameters {
  readonly set: (values: Partial<SettableParameters>, gesture?: string) => Promise<SetAnswer>
  readonly get: <Name extends ValueName>(name: Name) => Promise<HostValues[Name]>
  /** A document, as an object or as JSON; or a link or an address with one. */
  readonly load: (document: unknown) => Promise<LoadAnswer>
  readonly play: () => Promise<void>
  readonly pause: () => Promise<void>
  readonly step: () => Promise<void>
  readonly reset: () => Promise<void>
  readonly document: Promise<Experiment>
  addEventListener<Type extends keyof MemoryScapeEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  removeEventListener<Type extends keyof MemoryScapeEventMap>(
    type: Type,
    listener: Listener<Type>,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void
}

declare global {
  interface HTMLElementTagNameMap {
    'memory-scape': MemoryScapeElement
  }
}
