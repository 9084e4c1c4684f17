import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { documentTitle, parseDocument } from '../experiment/file/documentFile.ts'
import { parseLink } from '../experiment/link/link.ts'
import { presets } from '../experiment/presets/presets.ts'
import { numberText } from '../experiment/ranges.ts'
import { recallPresets } from '../experiment/recall/recallPresets.ts'
import { readEmbeddedDocument } from '../exports/metadata/embeddedDocument.ts'
import { isPng } from '../exports/metadata/pngChunks.ts'
import { isSvg } from '../exports/metadata/svgDocument.ts'
import { exitCodes, ProgramError } from './exitCodes.ts'
import { readFileLimited, readLimited } from './readLimited.ts'

/** A document with what is known of where it came from. */
export interface OpenedDocument {
  readonly experiment: Experiment
  readonly title: string
  /** The view that it was made for; null where that is not known. */
  readonly view: 'landscape' | 'recall' | null
  /** Numbers that were outside of their range: 'input.saliency[0] from 9 to 5'. */
  readonly moved: readonly string[]
}

/** Opens what the arguments name. Throws a `ProgramError` with a sentence. */
export async function openDocument(name: string, stdin: AsyncIterable<Uint8Array>): Promise<OpenedDocument> {
  if (name === '-') return fromBytes(await readLimited(stdin, 'What came in'), 'What came in', '')
  if (isAddress(name)) return fromLink(name)
  const bytes = await readFileLimited(name)
  if (bytes !== null) return fromBytes(bytes, name, documentTitle(name.replace(/^.*[/\\]/s, '')))
  const preset = fromPreset(name)
  if (preset !== null) return preset
  if (parseLink(name).ok) return fromLink(name)
  const shown = name.length > 60 ? `${name.slice(0, 59)}…` : name
  throw new ProgramError(exitCodes.failed, `There is no file, preset or link "${shown}". See memoryscape --help.`)
}

function isAddress(name: string): boolean {
  return /[?&]x=/.test(name) || /^https?:\/\//i.test(name)
}

/** A document as JSON, or a picture that carries one. */
function fromBytes(bytes: Uint8Array, name: string, title: string): OpenedDocument {
  const text = new TextDecoder().decode(bytes)
  if (!isPng(bytes) && !isSvg(text)) return fromText(text, title)
  const carried = readEmbeddedDocument(bytes)
  if (carried === null) {
    const sentence = `${name} is a picture that holds no experiment: only those that Memoryscape saved carry one.`
    throw new ProgramError(exitCodes.refused, sentence)
  }
  return fromText(carried, title.replace(/\.(png|svg)$/i, ''))
}

function fromText(text: string, title: string): OpenedDocument {
  const parsed = parseDocument(text)
  if (!parsed.ok) throw refusal(parsed.sentence)
  return {
    experiment: parsed.experiment,
    title,
    view: null,
    moved: movedNumbers(JSON.parse(text.replace(/^\u{feff}/u, '')), parsed.experiment),
  }
}

function fromLink(link: string): OpenedDocument {
  const parsed = parseLink(link)
  if (!parsed.ok) throw refusal(parsed.sentence)
  const view = link.includes('#/recall') ? 'recall' : link.includes('#/landscape') ? 'landscape' : null
  return { experiment: parsed.experiment, title: '', view, moved: [] }
}

/** 'fig2d' or 'landscape/fig2d'; 'recall/tail', or 'tail' where no other preset is called so. */
function fromPreset(name: string): OpenedDocument | null {
  const [view, id] = name.includes('/') ? name.split('/', 2) : [null, name]
  const ofLandscape = view === 'recall' ? undefined : presets.find((preset) => preset.id === id)
  if (ofLandscape !== undefined) {
    const { experiment, phase, title } = ofLandscape
    const shown = { ...experiment.view, phase: { ...experiment.view.phase, ...phase } }
    return { experiment: { ...experiment, view: shown }, title, view: 'landscape', moved: [] }
  }
  const ofRecall = view === 'landscape' ? undefined : recallPresets.find((preset) => preset.id === id)
  if (ofRecall === undefined) return null
  const experiment = { ...defaultExperiment, recall: ofRecall.recall }
  return { experiment, title: ofRecall.title, view: 'recall', moved: [] }
}

/** A document or a change of it that cannot be read. The sentences are those of the page. */
export function refusal(sentence: string): ProgramError {
  const forTerminal = sentence
    .replaceAll('this page', 'this program')
    .replace('Load the page again to get the newest one.', 'Get the newest one: npm install memoryscape@latest.')
  return new ProgramError(exitCodes.refused, forTerminal)
}

/** Where two documents differ in a number, as 'path from before to after'. */
export function movedNumbers(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before === 'number' && typeof after === 'number') {
    return before === after ? [] : [`${path} from ${numberText(before)} to ${numberText(after)}`]
  }
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return []
  const isList = Array.isArray(after)
  return Object.entries(after).flatMap(([key, value]: [string, unknown]) => {
    if (!Object.hasOwn(before, key) || (path === '' && key === 'version')) return []
    const inner = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    return movedNumbers((before as Record<string, unknown>)[key], value, inner)
  })
}
