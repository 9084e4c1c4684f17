import type { EmbedMessage, HostRequest } from '../embed/host/messages.ts'

interface Pending {
  readonly message: HostRequest
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The element's end of the line to the embed in its frame. */
export interface MessageLine {
  /** Sends, now or when the frame is loaded; fulfilled with the answer's value, rejected with its sentence. */
  readonly ask: (message: HostRequest) => Promise<unknown>
  /** The frame is there, perhaps anew: all that is not answered is sent. */
  readonly open: (frame: HTMLIFrameElement, origin: string, greetings: readonly HostRequest[]) => void
  readonly pause: () => void
  /** Rejects all that waits. */
  readonly close: () => void
  /** Reads what came from a window; true if it was the embed of this element. */
  readonly listen: (event: MessageEvent<unknown>) => boolean
}

/** A line for one element. `tell` gets the events. */
export function createMessageLine(tell: (event: string, detail: unknown) => void): MessageLine {
  const pending = new Map<number, Pending>()
  let send: ((message: object) => void) | null = null
  let isEmbed: (event: MessageEvent) => boolean = () => false
  let count = 0
  return {
    ask(message) {
      const answer = new Promise<unknown>((resolve, reject) => {
        pending.set(++count, { message, resolve, reject })
        send?.({ ...message, id: count })
      })
      // Who waits for it hears of a refusal; who does not is spared an unhandled rejection.
      answer.catch(() => {})
      return answer
    },
    open(frame, origin, greetings) {
      const target = frame.contentWindow
      // In a page of a file or in a sandbox the frame has no origin that could be named: the message still reaches this one window alone.
      const isOpaque = origin === 'null' || self.origin === 'null'
      isEmbed = (event) => event.source === target && (event.origin === origin || isOpaque)
      send = (message) => target?.postMessage({ memoryscape: 1, ...message }, isOpaque ? '*' : origin)
      for (const message of greetings) send(message)
      for (const [id, { message }] of pending) send({ ...message, id })
    },
    pause: () => void (send = null),
    close() {
      for (const { reject } of pending.values()) reject(new Error('Taken off the page.'))
      pending.clear()
      send = null
    },
    listen(event) {
      const message = event.data as (EmbedMessage & { readonly memoryscape?: unknown }) | null | undefined
      if (!isEmbed(event) || !message?.memoryscape) return false
      if (message.type === 'event') tell(message.event, message.detail)
      if (message.type === 'answer') {
        const asked = pending.get(message.id as number)
        pending.delete(message.id as number)
        if (message.ok) asked?.resolve(message.value)
        else asked?.reject(new Error(message.sentence))
      }
      return true
    },
  }
}
