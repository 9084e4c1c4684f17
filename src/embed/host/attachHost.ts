import type { Experiment } from '../../experiment/experiment.ts'
import {
  largestFileBytes,
  parseDocument,
  tooLargeSentence,
  type ParsedDocument,
} from '../../experiment/file/documentFile.ts'
import { parseLink } from '../../experiment/link/link.ts'
import type { Lab } from '../../store/lab.ts'
import { openNewer } from '../../store/opening/openNewer.ts'
import type { EmbedTheme } from '../../experiment/embed/embedOptions.ts'
import { isMessageId, type HostLine, type RawMessage } from './hostLine.ts'
import {
  messageVersion,
  type HostParameters,
  type LoadAnswer,
  type SetAnswer,
  type SettableParameters,
} from './messages.ts'
import { parameterNames, parameters } from './parameters.ts'
import { parseRequest, type Request } from './parseRequest.ts'
import { readValue } from './readings.ts'
import { createReports, type Reports } from './reports.ts'

/** What the page around the lab can do for a host. */
export interface EmbedPage {
  readonly setTheme: (theme: EmbedTheme) => void
  readonly title: () => string
}

/** What came of a request: a value for the answer, and what in it somebody should hear who gets no answer; or why not. */
type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly remark?: string | null }
  | { readonly ok: false; readonly sentence: string }

const done = (value: unknown = null): Outcome => ({ ok: true, value })
const refused = (sentence: string): Outcome => ({ ok: false, sentence })

/** Puts a lab on the line: from now on its messages are checked, obeyed and answered. Never throws at a message. Returns what ends it. */
export function attachHost(line: HostLine, lab: Lab, page: EmbedPage): () => void {
  const reports = createReports(lab, line.send)
  let isAttached = true
  const sayReady = async () => {
    await lab.ready
    const detail = { version: messageVersion, title: page.title() }
    if (isAttached) line.send({ type: 'event', event: 'ready', detail })
  }

  function take(message: RawMessage) {
    // The line has answered this one, long before there was a lab.
    if (message['type'] === 'hello') {
      void sayReady()
      return
    }
    const { id } = message
    const outcome = attempt(message)
    const sentence = outcome.ok ? outcome.remark : outcome.sentence
    if (!isMessageId(id)) {
      if (sentence) line.send({ type: 'event', event: 'error', detail: { sentence } })
    } else if (outcome.ok) line.send({ type: 'answer', id, ok: true, value: outcome.value })
    else line.send({ type: 'answer', id, ...outcome })
  }
  function attempt(message: RawMessage): Outcome {
    try {
      const parsed = parseRequest(message)
      return parsed.ok ? obey(parsed.request, lab, page, reports) : refused(parsed.sentence)
    } catch {
      return refused('This message could not be read.')
    }
  }

  const detach = line.attach(take)
  return () => {
    isAttached = false
    detach()
    reports.close()
  }
}

function obey(request: Request, lab: Lab, page: EmbedPage, reports: Reports): Outcome {
  const state = lab.store.getState()
  switch (request.type) {
    case 'hello':
      return done()
    case 'get':
      return done(readValue(lab, page.title, request.name))
    case 'set':
      return setValues(lab, request)
    case 'load':
      return load(lab, 'link' in request ? parseLink(request.link) : parseAny(request.document))
    case 'play':
    case 'pause':
    case 'step':
    case 'reset':
      state[request.type]()
      return done()
    case 'subscribe':
      reports.follow(request.events)
      return done()
    case 'unsubscribe':
      reports.leave(request.events)
      return done()
    case 'theme':
      page.setTheme(request.theme)
      return done()
    default:
      return request satisfies never
  }
}

/** Sets all values at once, as one step that can be undone. */
function setValues({ store }: Lab, { values, clamped, gesture }: Extract<Request, { type: 'set' }>): Outcome {
  const names = parameterNames.filter((name) => values[name] !== undefined)
  const about = {
    label: 'Change from the page',
    gesture: `host ${gesture ?? names.join(' ')}`,
    isStroke: gesture !== undefined,
  }
  const wanted = names.reduce<Experiment>(
    (experiment, name) => written(experiment, name, values),
    store.getState().experiment,
  )
  store.getState().edit(() => wanted, about)
  const { experiment, notice } = store.getState()
  const read = (from: Experiment) => names.map((name) => [name, parameters[name].read(from)] as const)
  if (JSON.stringify(read(experiment)) !== JSON.stringify(read(wanted))) {
    return refused(notice?.text ?? 'This document cannot be changed here.')
  }
  const answer: SetAnswer = {
    values: Object.fromEntries(read(experiment)),
    clamped: clamped ?? [],
  }
  return done(answer)
}

function written(experiment: Experiment, name: keyof HostParameters, values: Partial<SettableParameters>): Experiment {
  const write = parameters[name].write as (experiment: Experiment, value: unknown) => Experiment
  return write(experiment, values[name])
}

/** A document as text, or as the object that its text describes. */
function parseAny(document: unknown): ParsedDocument {
  // An object that refers to itself, or holds what JSON cannot, throws here; `attachHost` says so.
  const text = typeof document === 'string' ? document : (JSON.stringify(document) ?? '')
  if (text.length <= largestFileBytes) return parseDocument(text)
  return { ok: false, sentence: tooLargeSentence('This document', text.length) }
}

/** Opens a document, which plays if what was there did. One of a newer version can be looked at, as far as it is understood: a remark says so. */
function load({ store }: Lab, parsed: ParsedDocument): Outcome {
  const label = 'Load from the page'
  const wasPlaying = store.getState().isPlaying
  if (parsed.ok) store.getState().open(parsed.experiment, label)
  else if (!parsed.newer || !openNewer({ store, storage: null, newer: parsed.newer, label })) {
    return refused(parsed.sentence)
  }
  const { readOnly, notice, pause } = store.getState()
  if (!wasPlaying) pause()
  const answer: LoadAnswer = { remark: readOnly && notice ? notice.text : null }
  return { ...done(answer), ...answer }
}
