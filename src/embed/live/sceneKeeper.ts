import { mapReasons } from '../../plots/mapReasons.ts'
import { energyColours } from '../../ui/energyColours.ts'
import { densityColours } from '../../ui/densityColours.ts'
import { readTokens, watchTokens } from '../../ui/readTokens.ts'
import type { ScenePalette } from '../../scene/palette.ts'
import type { Lab } from '../../store/lab.ts'
import type { WebglState } from '../../store/labState.ts'
import type { PictureLab } from '../../store/pictureLab.ts'
import { make } from '../elements.ts'
import type { EmbedStage, MountedScene, MountScene, SceneProps } from '../stage.ts'
import { createEmbedPicture } from './embedPicture.ts'
import { createGate } from './gate.ts'
import { loadScene } from './laterParts.ts'
import { createTurn } from './turn.ts'

/** Out of sight for so long, a picture gives its WebGL context back: a page that is scrolled up and down does not build it again and again. */
const farewellMs = 4000

const sentences = {
  ...mapReasons,
  unfetched: 'The 3-D picture could not be fetched, so here is the map.',
} as const

function paletteOf(): ScenePalette {
  const { memory1, memory2, isDark, paper, ink, inkSoft, hairline, stable, unstable, ball, accent } = readTokens(
    document.documentElement,
  )
  const tables = { energyColours, densityColours: densityColours(isDark) }
  return { isDark, paper, ink, inkSoft, hairline, memory1, memory2, stable, unstable, ball, accent, ...tables }
}

export interface SceneKeeper {
  /** The picture in 3-D is on the screen. */
  readonly isShown: () => boolean
  /** The document, the options or the theme may have changed. */
  readonly refresh: () => void
}

interface SceneKeeperOptions {
  readonly stage: EmbedStage
  readonly lab: Lab
  readonly canDrop: () => boolean
  readonly onShown: () => void
}

/** Builds the picture in 3-D while it is wanted and can be seen, and at most four of them on a page; shows it once it is drawn; and takes it away again. */
export function createSceneKeeper({ stage, lab, canDrop, onShown }: SceneKeeperOptions): SceneKeeper {
  const { scenePlace: place, mapPlace } = stage
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')
  const gate = createGate(place, refresh)
  const picture: PictureLab = createEmbedPicture(lab.picture, { canDrop, takesTap: gate.takesTap, onWebgl: hearWebgl })
  const tap = make('button', { type: 'button', class: 'tap', hidden: true }, 'Tap for 3-D')
  stage.picture.append(tap)
  let mounted: MountedScene | null = null
  /** What is being built: whatever ends it puts another thing, or nothing, here. */
  let building: object | null = null
  let farewell = 0
  let isDrawn = false
  let isFirst = true
  let webgl: WebglState = 'available'
  let isBroken = false
  let isTransparent = false
  let mountScene: MountScene | null = null

  const isWanted = () => lab.store.getState().experiment.view.picture === 'surface' && webgl !== 'missing' && !isBroken

  const props = (): SceneProps => ({
    picture,
    label: stage.label(),
    palette: paletteOf(),
    reducedMotion: reducedMotion.matches,
    isActive: gate.isActive(),
    isTransparent: document.documentElement.dataset['ground'] === 'none',
    hasOpening: isFirst && stage.options().autoplay,
    onFirstSurface() {
      isFirst = false
      isDrawn = true
      show()
    },
  })

  const isShown = () => mounted !== null && isDrawn && webgl === 'available'

  /** Map or scene: one of them is seen, and takes the focus. */
  function show() {
    place.classList.toggle('is-shown', isShown())
    mapPlace.classList.toggle('is-covered', isShown())
    onShown()
  }

  function hearWebgl(next: WebglState) {
    if (next === webgl) return
    webgl = next
    stage.say(next === 'available' ? null : sentences[next])
    // The canvas of a lost context is kept: only it can get the context back.
    if (next === 'missing') queueMicrotask(dismiss)
    show()
  }

  async function build() {
    const mine = {}
    building = mine
    try {
      mountScene ??= await loadScene()
      if (building !== mine) return
      isDrawn = false
      place.hidden = false
      tap.hidden = true
      mount(mountScene)
    } catch {
      if (building !== mine) return
      isBroken = true
      stage.say(sentences.unfetched)
      dismiss()
    }
  }

  function mount(mountNow: MountScene) {
    const next = props()
    isTransparent = next.isTransparent
    mounted = mountNow(place, next)
  }

  function dismiss() {
    window.clearTimeout(farewell)
    farewell = 0
    building = null
    mounted?.unmount()
    mounted = null
    isDrawn = false
    place.hidden = true
    turn.giveBack()
    tap.hidden = true
    show()
  }

  const offerTap = () => (tap.hidden = mounted !== null || turn.isHeld() || !isWanted())
  const turn = createTurn({
    begin: () => void build(),
    lost() {
      dismiss()
      offerTap()
    },
    offer: offerTap,
  })
  tap.addEventListener('click', () => {
    tap.hidden = true
    turn.insist()
  })

  function wear() {
    const next = props()
    // A context is made with or without what is behind it.
    if (mounted && next.isTransparent !== isTransparent && mountScene) {
      mounted.unmount()
      isDrawn = false
      mount(mountScene)
      show()
    } else mounted?.update(next)
  }

  function refresh() {
    wear()
    if (!isWanted()) {
      if (mounted || turn.isUnderWay()) dismiss()
      tap.hidden = true
    } else if (stage.sight.isInView()) {
      window.clearTimeout(farewell)
      farewell = 0
      if (!mounted && !turn.isUnderWay()) turn.ask()
    } else if ((mounted || turn.isUnderWay()) && farewell === 0) farewell = window.setTimeout(dismiss, farewellMs)
  }

  stage.sight.subscribe(refresh)
  watchTokens(refresh)
  reducedMotion.addEventListener('change', refresh)
  lab.store.subscribe((state, before) => {
    if (state.experiment.view.picture === before.experiment.view.picture) return
    // Chosen anew: what has failed may be tried again.
    isBroken = false
    refresh()
  })
  refresh()
  return { isShown, refresh }
}
