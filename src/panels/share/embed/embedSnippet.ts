import { embedFragment, embedWords } from '../../../experiment/embed/embedFragment.ts'
import type { EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import type { EmbedSize } from './embedShape.ts'
import { escapeAttribute } from './escapeHtml.ts'

/** What is chosen of an embed, but for its size. */
type Choices = Partial<Omit<EmbedOptions, 'aspect'>>

/**
 * The address of the embed page with its options. `lab`: where Memoryscape is, such as `https://example.org/memoryscape/`. Its size is for the frame to say:
 * a shape in the address is that of the picture alone, and the page with its bar would be higher than a frame of the same shape.
 */
export function embedAddress(lab: string, options: Choices): string {
  return `${withSlash(lab)}embed.html#${embedFragment(wellFormed(options))}`
}

/** An iframe: works wherever a page may hold one, without a script. */
export function frameSnippet(lab: string, options: Choices, size: EmbedSize): string {
  const { alt, caption } = options
  const title = alt || caption || 'Memoryscape: an energy landscape'
  const shape = size.aspect === null ? `height: ${size.height}px` : `aspect-ratio: ${size.aspect.join(' / ')}`
  return tag('iframe', [
    ['src', embedAddress(lab, options)],
    ['title', title],
    ['style', `width: 100%; ${shape}; border: 0`],
    ['loading', 'lazy'],
  ])
}

/** One script, and an element that holds the embed and can be spoken to. */
export function elementSnippet(lab: string, options: Choices, size: EmbedSize): string {
  const { x = null, preset = null, ...others } = options
  const attributes = [
    ['src', embedAddress(lab, { x, preset })] as const,
    ...embedWords({ ...others, aspect: size.aspect }),
    ...(size.aspect === null ? [['height', `${size.height}`] as const] : []),
  ]
  return `${tag('script', [['src', `${withSlash(lab)}memory-scape.js`]])}\n${tag('memory-scape', attributes)}`
}

/** Half a character, as a cut in the wrong place leaves it, cannot stand in an address. */
function wellFormed(options: Choices): Choices {
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
