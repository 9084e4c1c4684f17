import type { HostRequest, ValueName } from '../embed/host/messages.ts'
import { usualEmbedHeight } from '../experiment/embed/embedOptions.ts'
import { addressAttributes, frameAddress, isHeightAuto } from './frameAddress.ts'
import { hostTheme, watchHostTheme } from './hostTheme.ts'
import { createMessageLine } from './messageLine.ts'

export type {
  MemoryScapeAttributes,
  MemoryScapeElement,
  MemoryScapeEventMap,
  MemoryScapeParameters,
} from './elementTypes.ts'

// Nothing here touches the browser until `defineMemoryscape` is called, so that a server can import it.

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
const defaultHeight = `${usualEmbedHeight}px`
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
        if (Object.hasOwn(this, name)) {
          const own = this as unknown as Record<string, unknown>
          const value = own[name]
          Reflect.deleteProperty(this, name)
          own[name] = value
        }
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
      // A frame has a ground from the start, or none.
      if (name === 'theme' && !/transparent/.test(`${before}${value}`)) this.#followTheme()
      // Where it was the embed's to say, or is now, the page in the frame is another.
      else if (name === 'height' && !/auto|null/.test(`${before}${value}`)) this.#size()
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

    #build(link: unknown = null) {
      const sheet = new CSSStyleSheet()
      // Adopted, and not a <style>: a page may forbid these.
      sheet.replaceSync(':host(:not([hidden])){display:block}iframe{display:block;width:100%;border:0}')
      this.#root.adoptedStyleSheets = [sheet]
      this.#isReady = false
      this.#isHeard = false
      this.#line.pause()
      this.#theme = ''
      // Told as well once it is loaded: where the ground is the page's, the address does not say it.
      this.#followTheme()
      const url = frameAddress(this.#read, base, this.#theme)
      if (typeof url === 'string') {
        this.#fail(url)
        return
      }
      if (link) url.hash = url.hash.replace(/^#(x=[^&]*&)?/, `#x=${link as string}&`)
      const frame = document.createElement('iframe')
      this.#frame = frame
      this.#origin = url.origin
      frame.title = this.#read('alt') || this.#read('caption') || 'An energy landscape'
      frame.loading = (this.#read('loading') || 'lazy') as 'lazy'
      frame.allow = 'fullscreen; clipboard-write'
      // In a frame of this page's own origin a sandbox with both of the first two holds nothing back, and browsers warn of it.
      if (url.origin !== origin)
        frame.sandbox.value = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox'
      frame.addEventListener('load', () => this.#greet(frame))
      this.#size()
      frame.style.colorScheme = this.#theme
      frame.src = url.href
      this.#root.replaceChildren(frame)
    }

    #greet(frame: HTMLIFrameElement) {
      this.#line.open(frame, this.#origin, greetings)
      if (this.#isAuto()) void this.#ask({ type: 'subscribe', events: ['height'] })
      setTimeout(() => {
        // A list of who may speak may leave out this page.
        if (this.#isHeard || frame !== this.#frame || !this.isConnected || /[#&]allow=/.test(frame.src)) return
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

    /** Light or dark, as the author says, else as the page around: the frame's own scheme, too, or browsers put an opaque ground behind what is in it. */
    #followTheme() {
      const theme = hostTheme(this, this.#read('theme') || /theme=\w+/.exec(this.#read('src') ?? '')?.[0])
      if (theme === this.#theme) return
      this.#theme = theme
      if (this.#frame) this.#frame.style.colorScheme = theme
      void this.#ask({ type: 'theme', theme })
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
      return this.#ask({ type: 'set', values: all, gesture })
    }
    get(name: string) {
      return this.#ask({ type: 'get', name: name as ValueName })
    }
    load(what: unknown) {
      const isLink = typeof what === 'string' && !/^\s*\{/.test(what)
      return this.#ask({ type: 'load', [isLink ? 'link' : 'document']: what } as HostRequest)
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
            // The link to the lab is shown where nothing is said of it.
            const text = value === true ? '' : value === false && name === 'open' ? '0' : (value ?? false)
            if (text === false) this.removeAttribute(name)
            else this.setAttribute(name, `${text}`)
          },
        })
      }
    }
  }
  customElements.define(tag, MemoryScape)
}
