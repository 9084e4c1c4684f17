import { parseEmbedFragment, type ParsedEmbedOptions } from '../experiment/embed/embedFragment.ts'
import type { EmbedOptions, EmbedTheme } from '../experiment/embed/embedOptions.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { linkFragment } from '../experiment/link/linkText.ts'
import { writeLink } from '../experiment/link/readLink.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { createCanvasSurface } from '../plots/canvasSurface.ts'
import { createBar } from './bar.ts'
import { equilibriaInWords, landscapeSentence } from './describe.ts'
import { make } from './elements.ts'
import { openDocument } from './openDocument.ts'
import { makePage } from './pageParts.ts'
import { watchSight } from './sight.ts'
import type { MapPainter } from './stage.ts'
import type { BarState, EmbedAction } from './widget.ts'

/** A sentence that says nothing to act on goes after so long. */
const briefMs = 9000
/** A list that changes with every step of a slider cannot be read out. */
const restMs = 500

/** What the page does with what a person does. */
export interface StageListener {
  readonly act: (action: EmbedAction) => void
  /** The address has changed. */
  readonly opened: (document: Experiment) => void
  readonly document: () => Experiment
}

/** Builds the page and keeps it in line with the address: options, theme, caption, controls, the map's canvas. */
export function createPage(main: HTMLElement, listener: StageListener) {
  const root = document.documentElement
  const parts = makePage(main)
  let options: EmbedOptions = parseEmbedFragment(location.hash).options
  let title = ''
  let alt = ''
  let bar = createBar(parts.controls, { controls: [], locked: [], act: listener.act })
  let barState: BarState | null = null
  let painter: MapPainter | null = null
  let unsubscribe = () => {}
  let briefTimer = 0
  let listTimer = 0

  const surface = createCanvasSurface(parts.canvas, (sheet) => {
    painter?.draw(sheet)
    if (parts.main.dataset['painted'] !== undefined || !painter) return
    parts.main.dataset['painted'] = ''
    performance.mark('first-map')
  })

  /** A ground that the address wants clear stays so: a host that says light or dark then means the ink on it. */
  function setTheme(theme: EmbedTheme) {
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
    else delete root.dataset['theme']
    if (theme === 'transparent' || options.theme === 'transparent') root.dataset['ground'] = 'none'
    else delete root.dataset['ground']
  }

  function say(sentence: string | null, isBrief = false) {
    window.clearTimeout(briefTimer)
    parts.sentence.textContent = sentence ?? ''
    if (sentence !== null && isBrief) briefTimer = window.setTimeout(() => say(null), briefMs)
  }

  function showEquilibria(equilibria: readonly NamedEquilibrium[]) {
    window.clearTimeout(listTimer)
    listTimer = window.setTimeout(() => {
      alt = landscapeSentence(equilibria)
      parts.mapPlace.setAttribute('aria-label', label())
      parts.equilibria.replaceChildren(...equilibriaInWords(equilibria).map((text) => make('li', {}, text)))
    }, restMs)
  }

  const label = () => options.alt || alt || title

  /** At the last moment: a link is made of everything, and most are never followed. */
  function refreshOpen() {
    if (!options.open) return
    parts.open.href = `index.html${linkFragment('#/landscape', writeLink(listener.document()))}`
  }
  for (const kind of ['pointerenter', 'pointerdown', 'focus', 'click']) parts.open.addEventListener(kind, refreshOpen)

  function showNaturalHeight({ aspect }: EmbedOptions) {
    if (aspect === null) {
      delete root.dataset['height']
      return
    }
    root.dataset['height'] = 'natural'
    parts.picture.style.setProperty('aspect-ratio', aspect.join(' / '))
  }

  function wear({ options: next, problems }: ParsedEmbedOptions): Experiment {
    options = next
    const opened = openDocument(next)
    title = next.caption || opened.title
    setTheme(next.theme)
    showNaturalHeight(next)
    document.title = `${title} · Memoryscape`
    parts.heading.textContent = title
    parts.caption.textContent = next.caption
    parts.open.hidden = !next.open
    parts.mapPlace.setAttribute('aria-label', label())
    parts.bar.hidden = next.caption === '' && next.controls.length === 0 && !next.open
    bar = createBar(parts.controls, { ...next, act: listener.act })
    if (barState) bar.show(barState)
    say(opened.sentence ?? (problems.length > 0 ? problems.slice(0, 2).join(' ') : null))
    return opened.document
  }

  return {
    parts,
    /** Reads the address, and again whenever it changes. Returns the first document. */
    start(): Experiment {
      if (/^https?:$/.test(location.protocol) && self.origin !== 'null') root.dataset['fonts'] = 'own'
      window.addEventListener('hashchange', () => {
        const before = documentOptions(options)
        const next = wear(parseEmbedFragment(location.hash))
        // Another theme or caption is no other document: the balls roll on.
        if (documentOptions(options) !== before) listener.opened(next)
      })
      const first = wear(parseEmbedFragment(location.hash))
      parts.open.href = `index.html${linkFragment('#/landscape', writeLink(first))}`
      return first
    },
    options: () => options,
    title: () => title,
    label,
    say,
    announce: (text: string) => void (parts.spoken.textContent = text),
    setTheme,
    showEquilibria,
    showBar(state: BarState) {
      barState = state
      bar.show(state)
    },
    paintMap(next: MapPainter) {
      unsubscribe()
      painter = next
      unsubscribe = next.subscribe(surface.redraw)
      surface.redraw()
    },
    sight: watchSight(parts.picture),
  }
}

/** What of the options decides the document, as text. */
function documentOptions({ x, preset, layers, picture }: EmbedOptions): string {
  return JSON.stringify([x, preset, layers, picture])
}
