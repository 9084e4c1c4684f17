import { coordinateNames, type PictureLab } from '../store/pictureLab.ts'
import { heightAt } from '../model/landscape.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { screenToState, stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'

/** Share of the half-width that one press of an arrow key moves the cross-hair; Shift makes it ten times as far. */
const keyShare = 1 / 40
const coarseFactor = 5
/** A pointer this near to a mark means the mark. */
const reachPx = 14
/** A press that moves further than this is no click. */
const stillPx = 6

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

interface Press {
  readonly x: number
  readonly y: number
}

/** What pointers and keys do on the map. Positions are canvas pixels. */
export function createMapActions(picture: PictureLab) {
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
  function moveCursor([across, up]: readonly [number, number], isCoarse: boolean) {
    const { landscape, cursor } = picture.cell
    if (!landscape) return
    const { extent } = landscape
    const step = extent * keyShare * (isCoarse ? coarseFactor : 1)
    const keep = (value: number) => Math.min(extent, Math.max(-extent, value))
    const next: [number, number] = cursor ? [keep(cursor[0] + across * step), keep(cursor[1] + up * step)] : [0, 0]
    setCursor(next)
    const [x1, x2] = next.map((value) => formatNumber(value, 3))
    const { letter } = coordinateNames(picture.store.getState().memoryNames)
    announce(`${letter} = (${x1}, ${x2}), energy ${formatNumber(heightAt(landscape, ...next))}`)
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
    const isStill = press !== null && Math.hypot(press.x - x, press.y - y) <= stillPx
    press = null
    const state = stateAt(x, y)
    if (isStill && state) picture.store.getState().dropBall?.(state)
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
      const { cursor } = picture.cell
      const { dropBall } = picture.store.getState()
      if (!cursor) moveCursor([0, 0], false)
      else if (dropBall) {
        dropBall(cursor)
        announce('A ball is dropped.')
      }
      return true
    }
    if (key !== 'Escape' || picture.cell.cursor === null) return false
    setCursor(null)
    return true
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
      element.addEventListener('pointerleave', leave, listen)
      element.addEventListener(
        'pointerdown',
        (event) => {
          const [x, y] = at(event)
          press = event.button === 0 ? { x, y } : null
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
      return () => controller.abort()
    },
  }
}
