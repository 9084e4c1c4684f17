import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { parseExperiment } from '../../experiment/schema.ts'
import { createLabIn } from '../../store/createLabIn.ts'
import type { Lab } from '../../store/lab.ts'
import type { EmbedAction } from '../widget.ts'
import { edited } from '../edits.ts'
import { attachHost } from '../host/attachHost.ts'
import type { EmbedDriver, EmbedStage } from '../stage.ts'
import { embedEnvironment } from './embedEnvironment.ts'
import { createEmbedPicture } from './embedPicture.ts'
import { createLiveMap } from './liveMap.ts'
import { createSceneKeeper } from './sceneKeeper.ts'
import { announceArrivals } from './verdicts.ts'

/** The lab takes the page over: from here on the map is live, the balls roll, and the picture in 3-D comes. */
export function startLive(stage: EmbedStage): EmbedDriver {
  const experiment = checked(stage, stage.document())
  const lab = createLabIn(embedEnvironment(), { experiment, isPlaying: false })
  const { store } = lab
  const follow = () => lab.setOnScreen(stage.sight.isInView())
  follow()
  stage.sight.subscribe(follow)
  keepPictures(stage, lab)
  keepBar(stage, lab)
  announceArrivals(lab, stage.announce)
  attachHost(stage.line, lab, stage)
  if (stage.options().autoplay && !prefersStillness()) store.getState().play()

  return {
    act: (action) => act(lab, action),
    document: () => store.getState().experiment,
    open(document) {
      store.getState().open(checked(stage, document), 'Open a link')
      if (!stage.options().autoplay || prefersStillness()) store.getState().pause()
    },
  }
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** The whole document, of which the first paint has only looked at what it drew. */
function checked(stage: EmbedStage, document: Experiment): Experiment {
  const parsed = parseExperiment(document)
  if (parsed.ok) return parsed.experiment
  stage.say(`This link holds what cannot be: ${parsed.sentence} This is the first screen of Memoryscape instead.`)
  return defaultExperiment
}

function act({ store }: Lab, action: EmbedAction): void {
  const { play, pause, step, reset, clearBalls, edit, isPlaying, isSettled } = store.getState()
  switch (action.kind) {
    case 'play':
      // Everything has come to rest: the same run once more.
      if (isPlaying && isSettled) reset()
      return play()
    case 'pause':
      return pause()
    case 'step':
      return step()
    case 'reset':
      return reset()
    case 'clear-balls':
      return clearBalls()
    case 'alpha':
    case 'gain':
    case 'noise':
    case 'speed':
    case 'model':
    case 'picture':
      return edit((document) => edited(document, action))
    default:
      return action satisfies never
  }
}

/** The map until there is a surface, and the surface while there is one. */
function keepPictures(stage: EmbedStage, lab: Lab): void {
  const canDrop = () => {
    const { controls, locked } = stage.options()
    return controls.includes('balls') && !locked.includes('balls')
  }
  const picture = createEmbedPicture(lab.picture, { canDrop, takesTap: () => true, onWebgl: () => {} })
  const map = createLiveMap(picture)
  let release: (() => void) | null = null
  let hasMap = false

  const takeMap = () => {
    if (hasMap || lab.picture.cell.contours === null) return
    hasMap = true
    stage.paintMap(map.painter)
    const { mapPlace } = stage
    mapPlace.setAttribute('role', 'application')
    mapPlace.tabIndex = 0
    map.attach(mapPlace, stage.announce)
  }
  const keeper = createSceneKeeper({
    stage,
    lab,
    canDrop,
    onShown() {
      // Contour lines cost as much as the rest of a landscape: the surface draws its own.
      const isCovered = stage.mapPlace.classList.contains('is-covered')
      if (isCovered) release?.()
      release = isCovered ? null : (release ?? lab.wantContours())
    },
  })
  release ??= keeper.isShown() ? null : lab.wantContours()
  const update = () => stage.mapPlace.toggleAttribute('data-drops', canDrop())
  update()
  window.addEventListener('hashchange', () => queueMicrotask(update))
  window.addEventListener('hashchange', () => queueMicrotask(keeper.refresh))
  const unsubscribe = lab.picture.cell.subscribe(() => {
    takeMap()
    if (hasMap) unsubscribe()
  })
}

/** Controls, sentences and the list of equilibria follow the lab. */
function keepBar(stage: EmbedStage, { store, cell }: Lab): void {
  let landscapeVersion = -1
  const show = () => {
    const { experiment, isPlaying, isSettled } = store.getState()
    stage.showBar({ document: experiment, isPlaying, isSettled })
  }
  show()
  store.subscribe((state, before) => {
    const { experiment, isPlaying, isSettled, notice } = state
    const isNoticeNew = notice !== before.notice
    // With a notice as well: it may say why nothing has changed, and a slider then stands where the hand left it.
    if (
      isNoticeNew ||
      experiment !== before.experiment ||
      isPlaying !== before.isPlaying ||
      isSettled !== before.isSettled
    )
      show()
    if (isNoticeNew && notice?.action !== 'undo') stage.say(notice?.text ?? null, notice?.tone === 'info')
  })
  cell.subscribe(() => {
    if (cell.landscapeVersion === landscapeVersion) return
    landscapeVersion = cell.landscapeVersion
    stage.showEquilibria(cell.equilibria)
  })
}
