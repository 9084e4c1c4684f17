import type { EmbedOptions } from '../experiment/embed/embedOptions.ts'
import { withLayers } from '../experiment/embed/layers.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { readLink } from '../experiment/link/readLink.ts'
import { glanceAt } from './glance.ts'
import { defaultLink, presetLinks } from './presetLinks.ts'

/** What an embed shows first. */
export interface OpenedDocument {
  readonly document: Experiment
  /** Of the preset that it is; else what every landscape is. */
  readonly title: string
  /** Why it is not what was asked for; null where it is. */
  readonly sentence: string | null
}

const plainTitle = 'Energy landscape of two neurons'

type Read = Pick<OpenedDocument, 'document'> | { readonly sentence: string }

function read(link: string): Read {
  const found = readLink(link)
  if (!found.ok) return { sentence: found.sentence }
  const document = glanceAt(found.document)
  return document === null ? { sentence: 'This link holds what cannot be.' } : { document }
}

/** The document of the options, in the layers and the picture that they ask for. Where it cannot be had, the usual one, with a sentence. Never throws. */
export function openDocument(options: Pick<EmbedOptions, 'x' | 'preset' | 'layers' | 'picture'>): OpenedDocument {
  const preset = presetLinks.find(({ id, link }) => (options.x === null ? id === options.preset : link === options.x))
  const link = options.x ?? preset?.link ?? defaultLink
  const wrongPreset =
    options.x === null && options.preset !== null && !preset
      ? `There is no preset called “${options.preset.slice(0, 40)}”. This is the first screen of Memoryscape instead.`
      : null
  const found = read(link)
  if ('document' in found) {
    return { document: dressed(found.document, options), title: preset?.title ?? plainTitle, sentence: wrongPreset }
  }
  const usual = read(defaultLink)
  if (!('document' in usual)) throw new Error('The usual document is broken.')
  return {
    document: dressed(usual.document, options),
    title: plainTitle,
    sentence: `${found.sentence} This is the first screen of Memoryscape instead.`,
  }
}

/** The document in the layers and the picture of an embed. */
function dressed(document: Experiment, { layers, picture }: Pick<EmbedOptions, 'layers' | 'picture'>): Experiment {
  const view = picture === null ? document.view : { ...document.view, picture }
  return { ...document, view: layers === null ? view : withLayers(view, (name) => layers.includes(name)) }
}
