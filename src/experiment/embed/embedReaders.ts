import { embedControls, embedThemes, longestAlt, longestCaption, type EmbedOptions } from './embedOptions.ts'
import { embedLayers } from './layers.ts'

/** Narrower or wider than 10:1 nothing is to be seen. */
const mostAspect = 10
const mostOrigins = 20

interface Read<T> {
  /** Undefined: the value was left out. */
  readonly value: T | undefined
  readonly problems: readonly string[]
}

const given = <T>(value: T): Read<T> => ({ value, problems: [] })
const leftOut = (problem: string): Read<never> => ({ value: undefined, problems: [problem] })

/** A word of the address each: its value, or why it was left out. */
export const readers: { readonly [K in keyof EmbedOptions]: (text: string) => Read<EmbedOptions[K]> } = {
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

function readAspect(text: string): Read<readonly [number, number] | null> {
  if (text === '') return given(null)
  const match = /^(\d{1,5}(?:\.\d{1,4})?)\s*[:/]\s*(\d{1,5}(?:\.\d{1,4})?)$/.exec(text)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  const ratio = width / height
  if (!(ratio >= 1 / mostAspect && ratio <= mostAspect))
    return leftOut(`“${shortened(text)}” is no shape such as 16:9.`)
  return given([width, height])
}

/** A list that was given but names no origin is empty, and never the same as none: a slip of the author opens no door. */
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

/** What was found, short enough for a sentence. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
