import type { PictureLab } from '../store/pictureLab.ts'
import { screenToState, stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import type { CursorReading } from './phase/cursorReading.ts'
import { chosenInWords, markInWords } from './phase/markWords.ts'

/** Share of the half-width that one press of an arrow key moves the cross-hair; Shift makes it ten times as far. */
const keyShare = 1 / 40
const coarseFactor = 5
/** A pointer or cross-hair this near to a mark means the mark. */
const reachPx = 14
/** A press that moves further than this is no click. */
const stillPx = 6

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** A finger that rests this long reads the map instead of dropping a ball. */
const holdMs = 350

interface Press {
  readonly x: number
  readonly y: number
  /** It has shown a reading already. */
  hasRead: boolean
}

/** What pointers and keys do on the map. `read`: what stands under the cross-hair. Positions are canvas pixels. */
export function createMapActions(picture: PictureLab, read: () => CursorReading | null) {
  let layout: MapLayout | null = null
  let announce: (text: string) => void = () => {}
  let press: Press | null = null

  function setCursor(cursor: readonly [number, number] | null) {
    if (cursor === null && picture.cell.cursor === null) return
    picture.cell.cursor = cursor
    picture.cell.touch()
  }
  function stateAt(x: number, y: number) {
    return layout && picture.cell.landscape ? screenToState(layout, picture.cell.landscape.extent, x, y) : null
  }
  function markAt(x: number, y: number): string | null {
    const { landscape, equilibria } = picture.cell
    if (!layout || !landscape || !picture.store.getState().layers.equilibria) return null
    let nearest = reachPx
    let key: string | null = null
    for (const each of equilibria) {
      const [markX, markY] = stateToScreen(layout, landscape.extent, each.state)
      const distance = Math.hypot(markX - x, markY - y)
      if (distance < nearest) [nearest, key] = [distance, each.key]
    }
    return key
  }
  function highlight(key: string | null) {
    const state = picture.store.getState()
    if (state.highlightedKey !== key) state.highlight(key)
  }
  function markAtCursor(): string | null {
    const { landscape, cursor } = picture.cell
    return layout && landscape && cursor ? markAt(...stateToScreen(layout, landscape.extent, cursor)) : null
  }
  /** Chooses an equilibrium, or lets go of the one that is chosen. */
  function toggle(key: string) {
    const { phase, select } = picture.store.getState()
    const isChosen = phase?.selectedKey === key
    select?.(isChosen ? null : key)
    const point = picture.cell.equilibria.find((each) => each.key === key)
    announce(isChosen || !point ? 'Nothing is chosen.' : chosenInWords(point))
  }
  function moveCursor([across, up]: readonly [number, number], isCoarse: boolean) {
    const { landscape, cursor } = picture.cell
    if (!landscape) return
    const { extent } = landscape
    const step = extent * keyShare * (isCoarse ? coarseFactor : 1)
    const keep = (value: number) => Math.min(extent, Math.max(-extent, value))
    const next: [number, number] = cursor ? [keep(cursor[0] + across * step), keep(cursor[1] + up * step)] : [0, 0]
    setCursor(next)
    const key = markAtCursor()
    highlight(key)
    const point = picture.cell.equilibria.find((each) => each.key === key)
    const isChoice = point && picture.store.getState().select
    announce([...(isChoice ? [markInWords(point)] : []), read()?.words ?? ''].join(' '))
  }

  function hover(x: number, y: number) {
    setCursor(stateAt(x, y))
    highlight(markAt(x, y))
  }
  function leave() {
    setCursor(null)
    highlight(null)
  }
  function click(x: number, y: number) {
    const isStill = press !== null && !press.hasRead && Math.hypot(press.x - x, press.y - y) <= stillPx
    press = null
    const state = stateAt(x, y)
    if (!isStill) return
    const key = picture.store.getState().select ? markAt(x, y) : null
    if (key) toggle(key)
    else if (state) picture.store.getState().dropBall?.(state)
  }
  function enter() {
    const { cursor } = picture.cell
    const { dropBall, select } = picture.store.getState()
    const key = select ? markAtCursor() : null
    if (!cursor) moveCursor([0, 0], false)
    else if (key) toggle(key)
    else if (dropBall) {
      dropBall(cursor)
      announce('A ball is dropped.')
    }
  }
  /** Hides the cross-hair; without one lets go of what is chosen. */
  function escape(): boolean {
    const { phase, select } = picture.store.getState()
    if (picture.cell.cursor !== null) {
      leave()
      return true
    }
    if (!select || !phase?.selectedKey) return false
    select(null)
    announce('Nothing is chosen.')
    return true
  }
  /** Whether the key was ours. */
  function pressKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false
    const arrow = arrows[key]
    if (arrow) {
      moveCursor(arrow, shiftKey)
      return true
    }
    if (key === 'Enter') {
      enter()
      return true
    }
    return key === 'Escape' && escape()
  }

  return {
    /** Where the map stands now: told at every drawing. */
    showLayout(next: MapLayout) {
      layout = next
    },
    /** Listens on an element that the canvas fills. Returns how to stop. */
    attach(element: HTMLElement, announceTo: (text: string) => void): () => void {
      announce = announceTo
      const controller = new AbortController()
      const listen = { signal: controller.signal }
      let holdTimer = 0
      const letGo = () => {
        window.clearTimeout(holdTimer)
        leave()
      }
      const at = (event: MouseEvent) => {
        const box = element.getBoundingClientRect()
        return [event.clientX - box.left, event.clientY - box.top] as const
      }
      element.addEventListener(
        'pointermove',
        (event) => {
          if (event.pointerType !== 'touch') hover(...at(event))
        },
        listen,
      )
      element.addEventListener('pointerleave', letGo, listen)
      element.addEventListener('pointercancel', letGo, listen)
      element.addEventListener(
        'pointerdown',
        (event) => {
          const [x, y] = at(event)
          const begun: Press = { x, y, hasRead: false }
          press = event.button === 0 ? begun : null
          if (event.pointerType !== 'touch') return
          holdTimer = window.setTimeout(() => {
            begun.hasRead = true
            hover(x, y)
          }, holdMs)
        },
        listen,
      )
      element.addEventListener('click', (event) => click(...at(event)), listen)
      element.addEventListener(
        'keydown',
        (event) => {
          if (!pressKey(event)) return
          event.preventDefault()
          event.stopPropagation()
        },
        listen,
      )
      return () => {
        window.clearTimeout(holdTimer)
        controller.abort()
      }
    },
  }
}
