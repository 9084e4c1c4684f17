import { beforeEach, describe, expect, it } from 'vitest'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { PictureLab } from '../store/pictureLab.ts'
import { createMapActions } from './mapActions.ts'
import { mapLayout, noInsets, stateToScreen } from './mapLayout.ts'

const saddle = {
  key: 'memory-1+',
  name: { kind: 'memory', mu: 0, sign: 1 },
  state: [1, 1],
  stability: 'saddle',
  eigenvalues: [-0.5, 0.25],
} as unknown as NamedEquilibrium

const layout = mapLayout(800, 700, noInsets, 16)

/** A picture, an element and what happened to them. */
function makeMap(canSelect = true) {
  const happened: string[] = []
  const spoken: string[] = []
  const state = {
    layers: { equilibria: true },
    phase: { selectedKey: null as string | null },
    highlightedKey: null as string | null,
    highlight: (key: string | null) => void (state.highlightedKey = key),
    select: canSelect
      ? (key: string | null) => {
          state.phase.selectedKey = key
          happened.push(`select ${key}`)
        }
      : null,
    dropBall: ([x1, x2]: readonly [number, number]) => void happened.push(`drop ${x1.toFixed(1)} ${x2.toFixed(1)}`),
  }
  const cell = { landscape: { extent: 3 }, equilibria: [saddle], cursor: null, touch: () => {} }
  const picture = { store: { getState: () => state }, cell } as unknown as PictureLab
  const listeners = new Map<string, (event: object) => void>()
  const element = {
    addEventListener: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  } as unknown as HTMLElement
  const actions = createMapActions(picture, () => ({ lines: [], words: 'the reading' }))
  actions.showLayout(layout)
  actions.attach(element, (text) => void spoken.push(text))
  return {
    happened,
    spoken,
    state,
    click(at: readonly [number, number]) {
      const [clientX, clientY] = stateToScreen(layout, 3, at)
      const event = { clientX, clientY, button: 0, pointerType: 'mouse' }
      listeners.get('pointerdown')?.(event)
      listeners.get('click')?.(event)
    },
    press: (key: string) => listeners.get('keydown')?.({ key, preventDefault() {}, stopPropagation() {} }),
  }
}

describe('the map under pointer and keys', () => {
  let map = makeMap()
  beforeEach(() => {
    map = makeMap()
  })

  it('a click on a mark chooses it, another one lets it go, one elsewhere drops a ball', () => {
    map.click([1.02, 0.98])
    map.click([1, 1])
    map.click([-1, 2])
    expect(map.happened).toEqual(['select memory-1+', 'select null', 'drop -1.0 2.0'])
    expect(map.spoken[0]).toMatch(/^Chosen: memory 1, a saddle, eigenvalues −0\.500/)
    expect(map.spoken[1]).toBe('Nothing is chosen.')
  })

  it('a click on a mark of a slice drops as ever: nothing can be chosen there', () => {
    const slice = makeMap(false)
    slice.click([1, 1])
    expect(slice.happened).toEqual(['drop 1.0 1.0'])
  })

  it('keys move, read aloud, choose, and let go', () => {
    map.press('Enter')
    expect(map.spoken).toEqual(['the reading'])
    map.press('Enter')
    expect(map.happened).toEqual(['drop 0.0 0.0'])
    for (let k = 0; k < 13; k += 1) map.press('ArrowUp')
    for (let k = 0; k < 13; k += 1) map.press('ArrowRight')
    expect(map.spoken.at(-1)).toBe('At memory 1, a saddle: Enter chooses it. the reading')
    expect(map.state.highlightedKey).toBe('memory-1+')
    map.press('Enter')
    expect(map.state.phase.selectedKey).toBe('memory-1+')
    map.press('Escape')
    expect(map.state.highlightedKey).toBeNull()
    expect(map.state.phase.selectedKey).toBe('memory-1+')
    map.press('Escape')
    expect(map.state.phase.selectedKey).toBeNull()
  })
})
