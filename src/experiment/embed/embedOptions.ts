import type { EmbedLayer } from './layers.ts'

/** What the bar of an embed can hold, in its order. */
export const embedControls = [
  'play',
  'step',
  'reset',
  'balls',
  'alpha',
  'gain',
  'noise',
  'speed',
  'model',
  'picture',
] as const

export type EmbedControl = (typeof embedControls)[number]

export const embedThemes = ['auto', 'light', 'dark', 'transparent'] as const

export type EmbedTheme = (typeof embedThemes)[number]

/** How an embed looks and what it lets a reader do. It is no part of the document: the same document can be embedded in many ways. */
export interface EmbedOptions {
  /** The document as a link (`experiment/link`), not yet decoded. It wins over `preset`. */
  readonly x: string | null
  readonly preset: string | null
  readonly controls: readonly EmbedControl[]
  /** Those shown that cannot be changed. */
  readonly locked: readonly EmbedControl[]
  readonly theme: EmbedTheme
  /** Exactly the layers that are on; null for those of the document. */
  readonly layers: readonly EmbedLayer[] | null
  /** Null for the document's own. */
  readonly picture: 'surface' | 'map' | null
  readonly autoplay: boolean
  readonly caption: string
  /** Says what is to be seen to those who cannot see it; empty for a description of the landscape. */
  readonly alt: string
  /** Width to height; null where the author said nothing. */
  readonly aspect: readonly [number, number] | null
  /** Origins that may send messages; null where the author said nothing, and the window around may, whatever its origin. Of an empty list nobody may. */
  readonly allow: readonly string[] | null
  /** Whether “Open in Memoryscape” is shown. */
  readonly open: boolean
}

/** How tall an embed is where nobody said so. CSS pixels. */
export const usualEmbedHeight = 420

export const defaultEmbedOptions: EmbedOptions = {
  x: null,
  preset: null,
  controls: ['play', 'reset', 'alpha'],
  locked: [],
  theme: 'auto',
  layers: null,
  picture: null,
  autoplay: false,
  caption: '',
  alt: '',
  aspect: null,
  allow: null,
  open: true,
}

/** In the order of an address. */
export const embedKeys = [
  'x',
  'preset',
  'controls',
  'locked',
  'theme',
  'layers',
  'picture',
  'autoplay',
  'caption',
  'alt',
  'aspect',
  'allow',
  'open',
] as const satisfies readonly (keyof EmbedOptions)[]

/** A caption is one line or two; a description may take a paragraph. */
export const longestCaption = 300
export const longestAlt = 1000
