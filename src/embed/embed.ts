import type { Experiment } from '../experiment/experiment.ts'
import type { BarState, EmbedAction } from './widget.ts'
import { createPage } from './createPage.ts'
import { createStillMap } from './drawStillMap.ts'
import { edited, isCommand, type EmbedCommand } from './edits.ts'
import { glanceAt } from './glance.ts'
import { openHostLine } from './host/hostLine.ts'
import { loadScript } from './loadPart.ts'
import { embedParts, type EmbedDriver, type EmbedStage } from './stage.ts'
import { createStillGround } from './stillGround.ts'
import './embed.css'

const noLabSentence = 'The part that lets the balls roll could not be fetched. The map still follows the controls.'

/** Draws the map from the address at once; the lab comes when it is needed. */
function begin(main: HTMLElement): void {
  const ground = createStillGround()
  let document: Experiment
  let live: EmbedDriver | null = null
  let isLoading = false
  let waiting: EmbedCommand[] = []
  const driver = (): EmbedDriver => live ?? still

  const page = createPage(main, {
    act: (action) => driver().act(action),
    opened: (next) => driver().open(next),
    document: () => driver().document(),
  })

  const showStill = (next: Experiment) => {
    document = next
    ground.show(next)
    const state: BarState = { document: next, isPlaying: false, isSettled: false }
    page.showBar(state)
    page.showEquilibria(ground.cell.equilibria)
  }

  /** The page itself: changes show on the map at once, and what needs time waits for the lab. */
  const still: EmbedDriver = {
    act(action: EmbedAction) {
      if (isCommand(action)) waiting.push(action)
      else showStill(glanceAt({ ...edited(document, action) }) ?? document)
      load()
    },
    open(next) {
      showStill(next)
      loadIfNeeded()
    },
    document: () => document,
  }

  const line = openHostLine(window, () => page.options().allow, { setTheme: page.setTheme, wake: load })

  function load() {
    if (isLoading) return
    isLoading = true
    void loadLive().then(startLive, () => {
      isLoading = false
      waiting = []
      page.say(noLabSentence)
    })
  }

  function startLive() {
    const { startLive: start } = embedParts()
    if (live || !start) return
    live = start(stage)
    for (const command of waiting.splice(0)) live.act(command)
  }

  const stage: EmbedStage = {
    ...page,
    document: () => document,
    picture: page.parts.picture,
    mapPlace: page.parts.mapPlace,
    scenePlace: page.parts.scenePlace,
    line,
  }

  /** Only while it can be seen: ten embeds of a long page cost what one of them does. */
  function loadIfNeeded() {
    if (page.sight.isInView() && needsLab(document, page.options().autoplay)) load()
  }

  showStill(page.start())
  page.paintMap({ draw: createStillMap(ground.cell, () => document), subscribe: ground.cell.subscribe })
  page.sight.subscribe(() => requestAnimationFrame(() => setTimeout(loadIfNeeded)))
}

/** Whether there is something to show that the map of the first paint is not: a surface, curves, colours, particles, or motion. */
function needsLab({ view, noise }: Experiment, autoplay: boolean): boolean {
  const { flow, descent, nullclines, separatrices, cloud, ground, tint } = view.phase
  const hasCurves = flow || descent || nullclines || separatrices
  const hasCloud = cloud && noise.strength > 0
  return autoplay || view.picture === 'surface' || hasCurves || hasCloud || ground !== 'energy' || tint !== 'height'
}

async function loadLive(): Promise<void> {
  // In development there is no built script; modules do.
  if (import.meta.env.DEV) await import('./live/live.ts')
  else await loadScript('embed-live.js')
}

const main = document.querySelector('main')
if (main) begin(main)
