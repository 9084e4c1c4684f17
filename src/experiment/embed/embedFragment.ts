import { defaultEmbedOptions, embedKeys, type EmbedOptions } from './embedOptions.ts'
import { readers, shortened } from './embedReaders.ts'

/** Options of a fragment or of attributes, and a sentence for each value that was left out. */
export interface ParsedEmbedOptions {
  readonly options: EmbedOptions
  readonly problems: readonly string[]
}

/** Longer than any fragment that `embedFragment` writes for a link that can be opened. */
const longestFragment = 220_000
/** Words that are no settings: the view of an address of the lab, and the height of older snippets, which is for the frame to say. */
const recallWord = 'recall'
const heightWord = 'height'
const recallSentence = 'The Recall view cannot be embedded: this is the Landscape view of the same document.'
/** How many of the problems are told: a page of them helps nobody. */
const mostProblems = 8

/**
 * Reads the options of an embed from a fragment, with or without its `#`, or from what stands behind the `?` of one (`#/landscape?x=…`, the address of
 * the lab itself). What makes no sense is left out, with a sentence. Never throws.
 */
export function parseEmbedFragment(fragment: string): ParsedEmbedOptions {
  if (fragment.length > longestFragment) {
    const problem = `The address of this embed has ${fragment.length} characters; the limit is ${longestFragment}. Nothing of it was read.`
    // Whom it allowed is not known either.
    return { options: { ...defaultEmbedOptions, allow: [] }, problems: [problem] }
  }
  const text = fragment
    .replace(/^#/, '')
    .replace(/^\/?recall\?/, `${recallWord}&`)
    .replace(/^\/?[a-z]*\?/, '')
  const words = new Map<string, string>()
  const problems: string[] = []
  for (const part of text.split('&')) {
    if (part === '') continue
    const at = part.indexOf('=')
    const key = decoded(at < 0 ? part : part.slice(0, at))
    const value = decoded(at < 0 ? '' : part.slice(at + 1))
    if (key === null || value === null) {
      problems.push(`“${shortened(part)}” could not be read: a % stands alone in it.`)
      // It was given, and names nobody.
      if (key === 'allow' && !words.has(key)) words.set(key, 'none')
    } else if (words.has(key)) problems.push(`“${shortened(key)}” is given twice; the first one counts.`)
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
      if (key === recallWord) problems.push(recallSentence)
      else if (key !== heightWord) problems.push(`An embed has no setting “${shortened(key)}”.`)
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

function wordOf(value: EmbedOptions[keyof EmbedOptions]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'string') return value
  if (isAspect(value)) return value.join(':')
  return value.length === 0 ? 'none' : value.join(' ')
}

function isAspect(value: readonly unknown[]): boolean {
  return value.length === 2 && value.every((part) => typeof part === 'number')
}

function isKnown(key: string): key is keyof EmbedOptions {
  return (embedKeys as readonly string[]).includes(key)
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
