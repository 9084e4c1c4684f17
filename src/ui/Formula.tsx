import { useLayoutEffect, useRef } from 'react'
import './mathFace.ts'
import './Formula.css'

interface FormulaProps {
  /** HTML made at build time from a `.formulas.txt` file (tools/katexPlugin.ts), with MathML inside for those who listen. */
  readonly html: string
  /** On its own line, with room around it; wider than its column, it is set smaller. */
  readonly isBlock?: boolean | undefined
}

/** Below this share of its size a formula cannot be read; it stands out of its column rather than shrink further. */
const smallest = 0.6

export function Formula({ html, isBlock }: FormulaProps) {
  return isBlock ? <FormulaBlock html={html} /> : <FormulaInline html={html} />
}

function FormulaInline({ html }: { readonly html: string }) {
  const ref = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => setStyles(ref.current, html), [html])
  // oxlint-disable-next-line react/no-danger -- made by KaTeX in our own build, never from what a person typed
  return <span ref={ref} className="formula" dangerouslySetInnerHTML={{ __html: html }} />
}

function FormulaBlock({ html }: { readonly html: string }) {
  const hostRef = useRef<HTMLDivElement>(null)
  const innerRef = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [host, inner] = [hostRef.current, innerRef.current]
    if (!host || !inner) return
    setStyles(inner, html)
    const fit = () => {
      inner.style.fontSize = ''
      const [room, needed] = [host.clientWidth, inner.scrollWidth]
      if (needed > room) inner.style.fontSize = `${Math.max(smallest, Math.floor((100 * room) / needed) / 100)}em`
    }
    const observer = new ResizeObserver(fit)
    observer.observe(host)
    // Set in its own faces it may be wider than before they came.
    void document.fonts.ready.then(fit)
    return () => observer.disconnect()
  }, [html])

  return (
    <div className="formula-block" ref={hostRef}>
      {/* oxlint-disable-next-line react/no-danger -- the same */}
      <div ref={innerRef} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}

/** The build puts the styles of a formula into `data-style`: a strict policy would drop the attribute itself, but lets a script set them. */
function setStyles(formula: HTMLElement | null, html: string): void {
  if (!html.includes('data-style')) return
  for (const part of formula?.querySelectorAll<HTMLElement | SVGElement>('[data-style]') ?? []) {
    part.style.cssText = part.dataset.style ?? ''
  }
}
