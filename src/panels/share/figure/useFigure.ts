import { useEffect, useState, type RefObject } from 'react'
import type { Figure, FigureOffer } from './figure.ts'

interface MadeFigure {
  readonly offer: FigureOffer
  /** Null while it waits for what it shows. */
  readonly figure: Figure | null
  /** Why it will not come. */
  readonly failure: string | null
}

/** A figure that was taken off the page has no styles any more. */
const isThere = (figure: Figure | null) => figure !== null && (figure.kind === 'drawn' || figure.element.isConnected)

/** The figure of an offer as soon as all is there. `hostRef`: where its source is put. */
export function useFigure(offer: FigureOffer, hostRef: RefObject<HTMLElement | null>): Omit<MadeFigure, 'offer'> {
  const [made, setMade] = useState<MadeFigure | null>(null)
  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    const look = () =>
      setMade((before) => {
        if (before?.offer === offer && isThere(before.figure)) return before
        const figure = offer.make(host)
        const failure = figure === null ? (offer.origin?.failure?.() ?? null) : null
        const isSame = before?.offer === offer && before.figure === figure && before.failure === failure
        return isSame ? before : { offer, figure, failure }
      })
    const observer = new MutationObserver(look)
    observer.observe(host, { childList: true, subtree: true })
    const unsubscribe = offer.origin?.subscribe(look)
    const release = offer.origin?.want?.()
    look()
    return () => {
      release?.()
      unsubscribe?.()
      observer.disconnect()
    }
  }, [offer, hostRef])
  return made?.offer === offer ? made : { figure: null, failure: null }
}
