type Attributes = Readonly<Record<string, string | boolean>>

function withAttributes(element: Element, attributes: Attributes, children: readonly (Node | string)[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
}

/** An element with its attributes and what is in it. Text stays text: nothing from outside becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  withAttributes(element, attributes, children)
  return element
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Lines of 1.5 on a 20 × 20 grid, as in `ui/icons.tsx`; those of `filled` are areas. */
const icons = {
  play: { filled: 'M6.5 4.2v11.6l9-5.8z', lines: '' },
  pause: { filled: 'M5.2 4.5h2.7v11H5.2zM12.100 4.5h2.7v11h-2.7z', lines: '' },
  step: { filled: 'M5 4.8v10.4l7.6-5.2z', lines: 'M15 4.5v11' },
  reset: { filled: '', lines: 'M4.2 4.5v4h4M4.6 8.3A6 6 0 1 1 4 11.6' },
  open: { filled: '', lines: 'M8.500 4.500h-4v11h11v-4M11.500 4h4.500v4.500M15.700 4.300 9.500 10.500' },
} as const

export type IconName = keyof typeof icons

export function icon(name: IconName): SVGSVGElement {
  const { filled, lines } = icons[name]
  const svg = document.createElementNS(svgNamespace, 'svg')
  withAttributes(svg, { viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false', class: 'icon' }, [])
  for (const [data, kind] of [
    [filled, 'icon-filled'],
    [lines, 'icon-lines'],
  ] as const) {
    if (data === '') continue
    const path = document.createElementNS(svgNamespace, 'path')
    withAttributes(path, { d: data, class: kind }, [])
    svg.append(path)
  }
  return svg
}
