import { useEffect, useRef } from 'react'

interface FigurePreviewProps {
  /** The file. */
  readonly svg: string
  readonly label: string
  readonly theme: 'light' | 'dark' | 'transparent'
}

/** The file itself, small: in a tree of its own, so that its names and styles and those of the page do not meet. */
export function FigurePreview({ svg, label, theme }: FigurePreviewProps) {
  const hostRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const host = hostRef.current
    if (!host) return
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const figure = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    if (!(figure instanceof SVGSVGElement)) {
      root.replaceChildren()
      return
    }
    figure.removeAttribute('aria-labelledby')
    figure.setAttribute('aria-hidden', 'true')
    figure.setAttribute('width', '100%')
    figure.setAttribute('height', '100%')
    root.replaceChildren(document.importNode(figure, true))
  }, [svg])
  return <div ref={hostRef} className="figure-preview" data-theme={theme} role="img" aria-label={label} />
}
