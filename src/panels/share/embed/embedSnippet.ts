import { embedFragment, embedWords } from '../../../experiment/embed/embedFragment.ts'
import type { EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import { escapeAttribute } from './escapeHtml.ts'

/** How tall an embed is where nobody said so. CSS pixels. */
export const usualHeight = 420

/** The address of the embed page with its options. `lab`: where Memoryscape is, such as `https://example.org/memoryscape/`. */
export function embedAddress(lab: string, options: Partial<EmbedOptions>): string {
  return `${withSlash(lab)}embed.html#${embedFragment(wellFormed(options))}`
}

/** An iframe: works wherever a page may hold one, without a script. */
export function frameSnippet(lab: string, options: Partial<EmbedOptions>): string {
  const { height, aspect, alt, caption } = options
  const title = alt || caption || 'Memoryscape: an energy landscape'
  const shape = aspect ? `aspect-ratio: ${aspect.join(' / ')}` : `height: ${height ?? usualHeight}px`
  return tag('iframe', [
    ['src', embedAddress(lab, options)],
    ['title', title],
    ['style', `width: 100%; ${shape}; border: 0`],
    ['loading', 'lazy'],
  ])
}

/** One script, and an element that holds the embed and can be spoken to. */
export function elementSnippet(lab: string, options: Partial<EmbedOptions>): string {
  const { x = null, preset = null, ...others } = options
  const src = embedAddress(lab, { x, preset })
  const attributes = embedWords({ height: options.aspect ? null : usualHeight, ...others })
  return `${tag('script', [['src', `${withSlash(lab)}memory-scape.js`]])}\n${tag('memory-scape', [['src', src], ...attributes])}`
}

/** Half a character, as a cut in the wrong place leaves it, cannot stand in an address. */
function wellFormed(options: Partial<EmbedOptions>): Partial<EmbedOptions> {
  const { caption = '', alt = '' } = options
  return { ...options, caption: caption.replaceAll(/\p{Cs}/gu, ' '), alt: alt.replaceAll(/\p{Cs}/gu, ' ') }
}

function tag(name: string, attributes: readonly (readonly [string, string])[]): string {
  const words = attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  return `<${name}${words.join('')}></${name}>`
}

function withSlash(lab: string): string {
  return lab.endsWith('/') ? lab : `${lab}/`
}
