import type { EmbedControl } from '../experiment/embed/embedOptions.ts'
import { modelChoice, type ModelChoice } from '../experiment/modelChoice.ts'
import { icon, make, type IconName } from './elements.ts'
import { alphaSlider, gainSlider, noiseSlider, speedSlider } from './sliders.ts'
import type { BarState, EmbedAction, Making, Widget } from './widget.ts'

export interface BarOptions {
  readonly controls: readonly EmbedControl[]
  readonly locked: readonly EmbedControl[]
  readonly act: (action: EmbedAction) => void
}

/** The chosen controls, in the order of `embedControls`, in native widgets. `show` brings them in line with the document. */
export function createBar(
  host: HTMLElement,
  { controls, locked, act }: BarOptions,
): { show: (state: BarState) => void } {
  const widgets = controls.flatMap((control) => makers[control]({ isLocked: locked.includes(control), act }))
  host.replaceChildren(...widgets.map(({ element }) => element))
  return {
    show: (state) => {
      for (const widget of widgets) widget.show(state)
    },
  }
}

const makers: { readonly [K in EmbedControl]: (making: Making) => readonly Widget[] } = {
  play: (making) => [playButton(making)],
  step: (making) => [iconButton('step', 'Step', making, { kind: 'step' })],
  reset: (making) => [iconButton('reset', 'Reset', making, { kind: 'reset' })],
  balls: (making) => [clearButton(making)],
  alpha: (making) => [alphaSlider(0, making), alphaSlider(1, making)],
  gain: (making) => [gainSlider(making)],
  noise: (making) => [noiseSlider(making)],
  speed: (making) => [speedSlider(making)],
  model: (making) => [modelMenu(making)],
  picture: (making) => [pictureButton(making)],
}

function button(label: string, making: Making, content: readonly (Node | string)[], action: () => EmbedAction) {
  const element = make('button', { type: 'button', class: 'control', 'aria-label': label, title: label }, ...content)
  element.disabled = making.isLocked
  element.addEventListener('click', () => making.act(action()))
  return element
}

function iconButton(name: IconName, label: string, making: Making, action: EmbedAction): Widget {
  return { element: button(label, making, [icon(name)], () => action), show: () => {} }
}

/** Plays, pauses; and where everything has come to rest, plays again from the start. */
function playButton(making: Making): Widget {
  let kind: 'play' | 'pause' = 'play'
  const element = button('Play', making, [icon('play')], () => ({ kind }))
  element.classList.add('control-main')
  let shown = 'Play'
  return {
    element,
    show({ isPlaying, isSettled }) {
      kind = isPlaying && !isSettled ? 'pause' : 'play'
      const label = kind === 'pause' ? 'Pause' : isPlaying ? 'Play again' : 'Play'
      if (label === shown) return
      shown = label
      element.setAttribute('aria-label', label)
      element.title = label
      element.replaceChildren(icon(label === 'Play again' ? 'reset' : kind))
    },
  }
}

function clearButton(making: Making): Widget {
  const element = button('Clear the balls', making, ['Clear'], () => ({ kind: 'clear-balls' }))
  return {
    element,
    show({ document: { balls } }) {
      const label = `Clear ${balls.length === 1 ? 'the ball' : `${balls.length} balls`}`
      element.textContent = `Clear ${balls.length}`
      element.setAttribute('aria-label', label)
      element.title = `${label}. A tap on the landscape drops one.`
      element.disabled = making.isLocked || balls.length === 0
    },
  }
}

function pictureButton(making: Making): Widget {
  let next: 'surface' | 'map' = 'map'
  const element = button('Show the map', making, ['Map'], () => ({ kind: 'picture', picture: next }))
  return {
    element,
    show({ document: { view } }) {
      next = view.picture === 'surface' ? 'map' : 'surface'
      const label = next === 'map' ? 'Show the map' : 'Show the surface in 3-D'
      element.textContent = next === 'map' ? 'Map' : '3-D'
      element.setAttribute('aria-label', label)
      element.title = label
    },
  }
}

const models: readonly (readonly [ModelChoice, string])[] = [
  ['idp', 'Input-driven'],
  ['current', 'Classic, input held'],
  ['start', 'Classic, input as start'],
]

function modelMenu(making: Making): Widget {
  const options = models.map(([value, text]) => make('option', { value }, text))
  const element = make('select', { class: 'control', 'aria-label': 'Model' }, ...options)
  element.disabled = making.isLocked
  element.addEventListener('change', () => {
    const found = models.find(([value]) => value === element.value)
    if (found) making.act({ kind: 'model', choice: found[0] })
  })
  return { element, show: ({ document }) => void (element.value = modelChoice(document.model)) }
}
