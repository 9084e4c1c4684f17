import { embedThemes, type EmbedTheme } from '../../experiment/embed/embedOptions.ts'
import { messageVersion, type EmbedMessage, type MessageId } from './messages.ts'

/** A message of the host: an object with the right version, and nothing else checked. */
export type RawMessage = Readonly<Record<string, unknown>>

/** What the page can do for a host before there is a lab. */
export interface EarlyPage {
  readonly setTheme: (theme: EmbedTheme) => void
  /** The host asks for what only the lab can do: called once, so that the lab is loaded even where nobody has touched the picture. */
  readonly wake: () => void
}

/** The embed's end of the line to the page around it. */
export interface HostLine {
  /** Sends to the page around, once that has spoken: before, its origin is not known. */
  readonly send: (message: EmbedMessage) => void
  /** Hands over every message that waits, and from then on every other one. Returns what ends that. */
  readonly attach: (take: (message: RawMessage) => void) => () => void
  readonly close: () => void
}

/** As many messages wait for the lab. */
export const mostWaiting = 200
/** What needs the lab, and cannot wait until somebody looks at the embed. So does whatever has an id: somebody awaits the answer. */
const waking = ['get', 'set', 'load', 'play', 'pause', 'step', 'reset']

/**
 * Listens to the page around. Works from the first paint on: answers 'hello', reports the height of `<body>` to a host that subscribed to it (so where the
 * author leaves the height to the embed, `<body>` must not take it from the frame), passes themes on, and keeps everything else until `attach`.
 *
 * Only messages of the parent window count, and with a list of origins, even an empty one, only those of these origins; `allow` is asked at each message.
 * All others get no sign that anybody is here.
 */
export function openHostLine(window: Window, allow: () => readonly string[] | null, early?: EarlyPage): HostLine {
  const waiting: RawMessage[] = []
  let origin: string | null = null
  let take: ((message: RawMessage) => void) | null = null
  let isAwake = false
  const heights = watchHeight(window, (height) => send({ type: 'event', event: 'height', detail: { height } }))

  function send(message: EmbedMessage) {
    if (origin === null) return
    // A page of a file or in a sandbox has the origin 'null', which cannot be named as a target. The message still reaches that one window alone,
    // and says nothing that its page does not know or could not ask.
    const target = origin === 'null' ? '*' : origin
    window.parent.postMessage({ memoryscape: messageVersion, ...message }, target)
  }
  const answer = (id: unknown, value: unknown) => {
    if (isMessageId(id)) send({ type: 'answer', id, ok: true, value })
  }
  const refuse = (id: unknown, sentence: string) => {
    if (isMessageId(id)) send({ type: 'answer', id, ok: false, sentence })
    else send({ type: 'event', event: 'error', detail: { sentence } })
  }

  function listen(event: MessageEvent<unknown>) {
    const isHost = event.source === window.parent && window.parent !== window
    if (!isHost || allow()?.includes(event.origin) === false) return
    const { data } = event
    if (typeof data !== 'object' || data === null || !('memoryscape' in data)) return
    origin = event.origin
    const message = data as RawMessage
    const { id, type } = message
    if (message['memoryscape'] !== messageVersion) {
      refuse(
        id,
        `This embed speaks version ${messageVersion} of the messages: memoryscape should be ${messageVersion}.`,
      )
      return
    }
    if (type === 'hello') answer(id, { version: messageVersion })
    const isSubscription = type === 'subscribe' || type === 'unsubscribe'
    if (isSubscription) heights.follow(message['events'], type === 'subscribe')
    if (isSubscription && !take && isHeightAlone(message['events'])) {
      answer(id, null)
      return
    }
    const theme = embedThemes.find((name) => type === 'theme' && name === message['theme'])
    if (early && theme !== undefined) {
      early.setTheme(theme)
      answer(id, null)
      return
    }
    if (take) take(message)
    else if (waiting.length >= mostWaiting)
      refuse(id, `More than ${mostWaiting} messages wait for the lab: this one is dropped.`)
    else waiting.push(message)
    const isAwaited = isMessageId(id) && type !== 'hello'
    if (!isAwake && (isAwaited || waking.includes(String(type)))) {
      isAwake = true
      early?.wake()
    }
  }

  window.addEventListener('message', listen)
  return {
    send,
    attach(next) {
      take = next
      for (const message of waiting.splice(0)) next(message)
      return () => {
        if (take === next) take = null
      }
    },
    close() {
      window.removeEventListener('message', listen)
      heights.close()
    },
  }
}

/** Ids come back as they were sent: nothing large, and nothing that is not a plain value. */
export function isMessageId(id: unknown): id is MessageId {
  return (typeof id === 'string' && id.length <= 100) || (typeof id === 'number' && Number.isFinite(id))
}

/** What the line can do without the lab. */
function isHeightAlone(events: unknown): boolean {
  return Array.isArray(events) && events.every((name) => name === 'height')
}

/** Tells the height of the body whenever it changes, to who follows. */
function watchHeight(window: Window, tell: (height: number) => void) {
  let observer: ResizeObserver | null = null
  let told = 0
  const look = () => {
    const height = Math.ceil(window.document.body.getBoundingClientRect().height)
    if (height === told || height === 0) return
    told = height
    tell(height)
  }
  const close = () => {
    observer?.disconnect()
    observer = null
  }
  return {
    close,
    follow(events: unknown, isOn: boolean) {
      if (!Array.isArray(events) || !events.includes('height')) return
      close()
      told = 0
      if (!isOn) return
      observer = new ResizeObserver(look)
      observer.observe(window.document.body)
      look()
    },
  }
}
