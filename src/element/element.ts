import type {
  EventDetails,
  EventName,
  HostParameters,
  HostRequest,
  HostValues,
  SetAnswer,
  SettableParameters,
  ValueName,
} from '../embed/host/messages.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { addressAttributes, frameAddress, isHeightAuto } from './frameAddress.ts'
import { hostTheme, watchHostTheme } from './hostTheme.ts'
import { createMessageLine } from './messageLine.ts'

// Nothing here touches the browser until `defineMemoryscape` is called, so that a server can import it.

/** Attributes, as properties: `element.caption = '…'` is `setAttribute('caption', '…')`. False and null take it away. */
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
  readonly load: (document: unknown) => Promise<void>
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

export interface DefineOptions {
  /** What a `src` is relative to; where there is none, an embed.html beside it is shown. The address of the script, where there is one. */
  readonly base?: string | undefined
}

const tag = 'memory-scape'
export const parameterNames =
  'alpha1 alpha2 alpha gain model inputAs strength noise seed speed timeStep picture ground tint layers'.split(' ')
/** Attributes that are properties too; `picture` and `layers` are parameters. */
const attributeNames: readonly string[] = [
  'src',
  'theme',
  'loading',
  ...addressAttributes.filter((name) => !/layers|picture/.test(name)),
]
const observed = ['src', 'theme', ...addressAttributes]
const greetings: readonly HostRequest[] = [
  { type: 'hello' },
  { type: 'subscribe', events: ['regime', 'equilibria', 'recalled', 'change', 'play', 'error'] },
]
const defaultHeight = '420px'
const heightLimit = 10_000
/** An embed answers as soon as it is loaded; after this long it is none. */
const silenceMs = 15_000

/** Makes `<memory-scape>` known to the page. Does nothing the second time, and on a server. */
export function defineMemoryscape({ base }: DefineOptions = {}): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return

  class MemoryScape extends HTMLElement {
    static readonly observedAttributes = observed
    readonly #root = this.attachShadow({ mode: 'open' })
    readonly #read = (name: string) => this.getAttribute(name)
    #frame: HTMLIFrameElement | undefined
    #origin = ''
    #theme = ''
    #values: Record<string, unknown> = {}
    #isReady = false
    #isHeard = false
    #changed = ''
    #stop = () => {}
    readonly #line = createMessageLine((event, detail) => this.#take(event, detail as Record<string, unknown>))

    connectedCallback() {
      // What was set on the element before it was known stands in the way of the accessors.
      for (const name of [...attributeNames, ...parameterNames]) {
        if (!Object.hasOwn(this, name)) continue
        const own = this as unknown as Record<string, unknown>
        const value = own[name]
        Reflect.deleteProperty(this, name)
        own[name] = value
      }
      const listen = (event: MessageEvent) => void (this.#line.listen(event) && (this.#isHeard = true))
      addEventListener('message', listen)
      const unwatch = watchHostTheme(() => this.#followTheme())
      this.#stop = () => {
        removeEventListener('message', listen)
        unwatch()
      }
      this.#build()
    }

    disconnectedCallback() {
      this.#stop()
      this.#line.close()
      this.#isReady = false
    }

    attributeChangedCallback(name: string, before: string | null, value: string | null) {
      if (!this.#root.firstChild || before === value) return
      if (name === 'theme') this.#followTheme()
      else if (name === 'height' && !/auto|^$/.test(`${before ?? ''}${value ?? ''}`)) this.#size()
      else if (value && /picture|layers/.test(name)) void this.set({ [name]: value })
      else {
        if (this.#changed === '') queueMicrotask(() => void this.#refresh())
        this.#changed += name
      }
    }

    /** Attributes that change together make one new frame. It shows what the old one did, but where the document is another. */
    async #refresh() {
      const isNew = /src|preset/.test(this.#changed)
      this.#changed = ''
      const link = this.#isReady && !isNew ? await this.get('link').catch(() => null) : null
      if (this.isConnected) this.#build(link)
    }

    #askHeight() {
      if (this.#isAuto()) void this.#ask({ type: 'subscribe', events: ['height'] })
    }

    #build(link: unknown = null) {
      const sheet = new CSSStyleSheet()
      // Adopted, and not a <style>: a page may forbid these.
      sheet.replaceSync(':host(:not([hidden])){display:block}iframe{display:block;width:100%;border:0}')
      this.#root.adoptedStyleSheets = [sheet]
      this.#isReady = false
      this.#isHeard = false
      this.#line.pause()
      this.#theme = hostTheme(this)
      const url = frameAddress(this.#read, base, this.#theme)
      if (typeof url === 'string') {
        this.#fail(url)
        return
      }
      if (link) url.hash = url.hash.replace(/^#(x=[^&]*&)?/, `#x=${link as string}&`)
      const frame = document.createElement('iframe')
      this.#frame = frame
      this.#origin = url.origin
      frame.title = this.#read('alt') || this.#read('caption') || 'Memoryscape: an energy landscape'
      frame.loading = (this.#read('loading') || 'lazy') as 'lazy'
      frame.allow = 'fullscreen; clipboard-write'
      // In a frame of this page's own origin a sandbox with both of the first two holds nothing back, and browsers warn of it.
      if (url.origin !== origin)
        frame.sandbox.value = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'
      frame.addEventListener('load', () => this.#greet(frame))
      this.#size()
      frame.src = url.href
      this.#root.replaceChildren(frame)
    }

    #greet(frame: HTMLIFrameElement) {
      this.#line.open(frame, this.#origin, greetings)
      this.#askHeight()
      setTimeout(() => {
        if (this.#isHeard || frame !== this.#frame || !this.isConnected) return
        this.#fail(`There is no answer from ${frame.src.replace(/#.*/s, '')}. Is it an embed? May this page frame it?`)
      }, silenceMs)
    }

    #fail(sentence: string) {
      this.#frame = undefined
      const words = document.createElement('p')
      words.setAttribute('role', 'alert')
      words.textContent = sentence
      this.#root.replaceChildren(words)
      this.#tell('error', { sentence })
    }

    #size() {
      const height = this.#read('height') ?? ''
      // Until the embed has said more, where it is to.
      if (this.#frame)
        this.#frame.style.height = /^[\d.]+$/.test(height) ? `${height}px` : /\d/.test(height) ? height : defaultHeight
    }

    #isAuto = () => isHeightAuto(this.#read)

    #followTheme() {
      const theme = this.#read('theme') || 'auto'
      const next = theme === 'auto' ? hostTheme(this) : theme
      if (next === this.#theme) return
      this.#theme = next
      void this.#ask({ type: 'theme', theme: next as 'light' })
    }

    #take(event: string, detail: Record<string, unknown>) {
      if (event === 'ready') this.#isReady = true
      if (event === 'change') Object.assign(this.#values, detail)
      const height = Number(detail['height'])
      if (event === 'height' && this.#frame && this.#isAuto() && height > 0) {
        this.#frame.style.height = `${Math.min(height, heightLimit)}px`
      }
      this.#tell(event, detail)
    }

    #tell(event: string, detail: unknown) {
      this.dispatchEvent(new CustomEvent(`memoryscape-${event}`, { detail, bubbles: true, composed: true }))
    }

    #ask(message: HostRequest): Promise<unknown> {
      // What is asked for cannot wait until somebody scrolls to it.
      if (this.#frame && !/theme|subscribe/.test(message.type)) this.#frame.loading = 'eager'
      return this.#line.ask(message)
    }

    set(values: Record<string, unknown>, gesture?: string) {
      const { layers } = values
      const all = typeof layers === 'string' ? { ...values, layers: layers.match(/\w+/g) ?? [] } : values
      return this.#ask({ type: 'set', values: all, ...(gesture === undefined ? null : { gesture }) })
    }
    get(name: string) {
      return this.#ask({ type: 'get', name: name as ValueName })
    }
    load(what: unknown) {
      const isLink = typeof what === 'string' && !/^\s*\{/.test(what)
      return this.#ask(isLink ? { type: 'load', link: what } : { type: 'load', document: what })
    }
    get document() {
      return this.get('document')
    }

    static {
      for (const type of ['play', 'pause', 'step', 'reset'] as const) {
        Object.defineProperty(this.prototype, type, {
          value(this: MemoryScape) {
            return this.#ask({ type })
          },
        })
      }
      for (const name of parameterNames) {
        Object.defineProperty(this.prototype, name, {
          get(this: MemoryScape) {
            return this.#values[name]
          },
          set(this: MemoryScape, value: unknown) {
            this.set({ [name]: value }).catch((error: Error) => this.#tell('error', { sentence: error.message }))
          },
        })
      }
      for (const name of attributeNames) {
        Object.defineProperty(this.prototype, name, {
          get(this: MemoryScape) {
            return this.#read(name)
          },
          set(this: MemoryScape, value: string | number | boolean | null | undefined) {
            const text = value === true ? '' : (value ?? false)
            if (text === false) this.removeAttribute(name)
            else this.setAttribute(name, `${text}`)
          },
        })
      }
    }
  }
  customElements.define(tag, MemoryScape)
}
