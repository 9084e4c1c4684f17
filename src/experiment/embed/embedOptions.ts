import type { LayerSettings } from '../experiment.ts'
import type { PhaseLayers } from '../phaseSettings.ts'

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

/** Layers by their names in the document: those of `view.layers`, then those of `view.phase`. */
export const embedLayers = [
  'contours',
  'trails',
  'labels',
  'equilibria',
  'flow',
  'descent',
  'nullclines',
  'separatrices',
  'directions',
  'cloud',
] as const satisfies readonly (keyof LayerSettings | keyof PhaseLayers)[]

export type EmbedLayer = (typeof embedLayers)[number]

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
  /** CSS pixels that the author gave the frame; null where they said nothing. */
  readonly height: number | null
  /** Width to height; null where the author said nothing. */
  readonly aspect: readonly [number, number] | null
  /** Origins that may send messages; empty: only the window around the frame. */
  readonly allow: readonly string[]
  /** Whether “Open in Memoryscape” is shown. */
  readonly open: boolean
}

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
  height: null,
  aspect: null,
  allow: [],
  open: true,
}

/** Options of a fragment or of attributes, and a sentence for each value that was left out. */
export interface ParsedEmbedOptions {
  readonly options: EmbedOptions
  readonly problems: readonly string[]
}

/** Longer than any fragment that `embedFragment` writes for a link that can be opened. */
const longestFragment = 220_000
/** A caption is one line or two; a description may take a paragraph. */
export const longestCaption = 300
export const longestAlt = 1000
/** CSS pixels: a smaller frame has no room for a picture, a larger one is on no page. */
export const heightRange = [120, 4000] as const
/** Narrower or wider than 10:1 nothing is to be seen. */
const mostAspect = 10
const mostOrigins = 20

/** How many of the problems are told: a page of them helps nobody. */
const mostProblems = 8

/**
 * Reads the options of an embed from a fragment, with or without its `#`, or from what stands behind the `?` of one (`#/landscape?x=…`, the address of
 * the lab itself). What makes no sense is left out, with a sentence. Never throws.
 */
export function parseEmbedFragment(fragment: string): ParsedEmbedOptions {
  if (fragment.length > longestFragment) {
    const problem = `The address of this embed has ${fragment.length} characters; the limit is ${longestFragment}. Nothing of it was read.`
    return { options: defaultEmbedOptions, problems: [problem] }
  }
  const text = fragment.replace(/^#/, '').replace(/^\/?[a-z]*\?/, '')
  const words = new Map<string, string>()
  const problems: string[] = []
  for (const part of text.split('&')) {
    if (part === '') continue
    const at = part.indexOf('=')
    const key = decoded(at < 0 ? part : part.slice(0, at))
    const value = decoded(at < 0 ? '' : part.slice(at + 1))
    if (key === null || value === null) problems.push(`“${shortened(part)}” could not be read: a % stands alone in it.`)
    else if (words.has(key)) problems.push(`“${shortened(key)}” is given twice; the first one counts.`)
    else words.set(key, value)
  }
  return parseEmbedWords(words, problems)
}

/** The same from pairs of names and values, such as the attributes of an element. Names that are not known are told as problems. Never throws. */
export function parseEmbedWords(
  words: Iterable<readonly [string, string]>,
  earlier: readonly string[] = [],
): ParsedEmbedOptions {
  const problems = [...earlier]
  const options = { ...defaultEmbedOptions }
  for (const [key, value] of words) {
    if (!isKnown(key)) {
      problems.push(`An embed has no setting “${shortened(key)}”.`)
      continue
    }
    const read = readers[key](value.trim())
    problems.push(...read.problems.map((problem) => `${key}: ${problem}`))
    if (read.value !== undefined) Object.assign(options, { [key]: read.value })
  }
  return { options, problems: problems.slice(0, mostProblems) }
}

/** The fragment that `parseEmbedFragment` reads back to the same options, without its `#`. What is as in `defaultEmbedOptions` takes no room. */
export function embedFragment(options: Partial<EmbedOptions>): string {
  return embedWords(options)
    .map(([key, value]) => `${key}=${encoded(value)}`)
    .join('&')
}

/** The same as pairs, for attributes of an element. */
export function embedWords(options: Partial<EmbedOptions>): (readonly [keyof EmbedOptions, string])[] {
  const all = { ...defaultEmbedOptions, ...options }
  return embedKeys.flatMap((key) => {
    const text = wordOf(all[key])
    return text === wordOf(defaultEmbedOptions[key]) ? [] : [[key, text] as const]
  })
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
  'height',
  'aspect',
  'allow',
  'open',
] as const satisfies readonly (keyof EmbedOptions)[]

function wordOf(value: EmbedOptions[keyof EmbedOptions]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (isAspect(value)) return value.join(':')
  return value.length === 0 ? 'none' : value.join(' ')
}

function isAspect(value: readonly unknown[]): boolean {
  return value.length === 2 && value.every((part) => typeof part === 'number')
}

function isKnown(key: string): key is keyof EmbedOptions {
  return (embedKeys as readonly string[]).includes(key)
}

interface Read<T> {
  /** Undefined: the value was left out. */
  readonly value: T | undefined
  readonly problems: readonly string[]
}

const given = <T>(value: T): Read<T> => ({ value, problems: [] })
const leftOut = (problem: string): Read<never> => ({ value: undefined, problems: [problem] })

const readers: { readonly [K in keyof EmbedOptions]: (text: string) => Read<EmbedOptions[K]> } = {
  x: (text) => given(text === '' ? null : text),
  preset: (text) => given(text === '' ? null : text.slice(0, 60)),
  controls: (text) => listOf(text, embedControls),
  locked: (text) => listOf(text, embedControls),
  theme: (text) => oneOf(text, embedThemes),
  layers: (text) => (text === '' ? given(null) : listOf(text, embedLayers)),
  picture: (text) => (text === '' ? given(null) : oneOf(text, ['surface', 'map'] as const)),
  autoplay: readFlag,
  open: readFlag,
  caption: (text) => readText(text, longestCaption),
  alt: (text) => readText(text, longestAlt),
  height: readHeight,
  aspect: readAspect,
  allow: readOrigins,
}

/** Words of a list, separated by spaces, plus signs or commas, each once and in the order of the list. */
function listOf<const T extends string>(text: string, known: readonly T[]): Read<readonly T[]> {
  const words = text.split(/[\s+,]+/).filter((word) => word !== '' && word !== 'none')
  const unknown = words.filter((word) => !(known as readonly string[]).includes(word))
  return {
    value: known.filter((word) => words.includes(word)),
    problems: [...new Set(unknown)].map((word) => `“${shortened(word)}” is none of ${known.join(', ')}.`),
  }
}

function oneOf<const T extends string>(text: string, known: readonly T[]): Read<T> {
  const word = known.find((each) => each === text)
  return word === undefined ? leftOut(`“${shortened(text)}” is none of ${known.join(', ')}.`) : given(word)
}

/** A name alone, as of an attribute, means yes. */
function readFlag(text: string): Read<boolean> {
  if (text === '1' || text === 'true' || text === '') return given(true)
  return text === '0' || text === 'false' ? given(false) : leftOut(`“${shortened(text)}” is neither 1 nor 0.`)
}

function readText(text: string, most: number): Read<string> {
  // Control characters could hide or turn around what follows them.
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ').trim()
  const letters = Array.from(plain)
  if (letters.length <= most) return given(plain)
  const cut = letters.slice(0, most).join('').trimEnd()
  return { value: cut, problems: [`it has ${letters.length} characters; only the first ${most} are shown.`] }
}

function readHeight(text: string): Read<number | null> {
  if (text === '') return given(null)
  const [low, high] = heightRange
  const height = Number(text.replace(/px$/, ''))
  if (!Number.isFinite(height)) return leftOut(`“${shortened(text)}” is no number of pixels.`)
  const value = Math.min(high, Math.max(low, Math.round(height)))
  return { value, problems: value === Math.round(height) ? [] : [`it is from ${low} to ${high} pixels.`] }
}

function readAspect(text: string): Read<readonly [number, number] | null> {
  if (text === '') return given(null)
  const match = /^(\d{1,5}(?:\.\d{1,4})?)\s*[:/]\s*(\d{1,5}(?:\.\d{1,4})?)$/.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const ratio = width / height
  if (!(ratio >= 1 / mostAspect && ratio <= mostAspect))
    return leftOut(`“${shortened(text)}” is no shape such as 16:9.`)
  return given([width, height])
}

function readOrigins(text: string): Read<readonly string[]> {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== 'none')
  const origins = words.map((word) => ({ word, origin: originOf(word) }))
  const wrong = origins.filter(({ origin }) => origin === null)
  const right = new Set(origins.flatMap(({ origin }) => (origin === null ? [] : [origin])))
  return {
    value: [...right].slice(0, mostOrigins),
    problems: wrong.map(({ word }) => `“${shortened(word)}” is no origin such as https://example.org.`),
  }
}

/** `https://example.org` and the like, as browsers write it; `null` for pages without an origin of their own, such as files. */
function originOf(word: string): string | null {
  if (word === 'null') return 'null'
  const match = /^(https?):\/\/([a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::(\d{1,5}))?\/?$/i.exec(word)
  if (!match) return null
  const [, scheme, host, port] = match
  const isUsual = port === undefined || Number(port) === (scheme.toLowerCase() === 'https' ? 443 : 80)
  if (Number(port ?? 0) > 65_535) return null
  return `${scheme}://${host}${isUsual ? '' : `:${Number(port)}`}`.toLowerCase()
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

/** As people write addresses: what may stand in a fragment as it is, stays; a space is a plus sign. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3A', ':').replaceAll('%2F', '/')
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
