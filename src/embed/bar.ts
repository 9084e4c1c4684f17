import type { EmbedControl } from '../experiment/embed/embedOptions.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { ranges, type Range } from '../experiment/ranges.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import { modelChoice, type EmbedCommand, type EmbedEdit, type ModelChoice } from './edits.ts'
import { icon, make, type IconName } from './elements.ts'

export type EmbedAction = EmbedEdit | EmbedCommand

/** What the controls show. */
export interface BarState {
  readonly document: Experiment
  readonly isPlaying: boolean
  /** Nothing moves any more. */
  readonly isSettled: boolean
}

/** One control: its element, and how it follows the document. */
interface Widget {
  readonly element: HTMLElement
  readonly show: (state: BarState) => void
}

export interface BarOptions {
  readonly controls: readonly EmbedControl[]
  readonly locked: readonly EmbedControl[]
  readonly act: (action: EmbedAction) => void
}

/** What a control is made with. */
interface Making {
  readonly isLocked: boolean
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
  gain: (making) => [
    slider({ ...plain('gain', 'g', ranges.gain, 0.05), label: 'Gain', read: ({ model }) => model.gain }, making),
  ],
  noise: (making) => [
    slider({ ...plain('noise', 'σ', ranges.noise, 0.05), label: 'Noise', read: ({ noise }) => noise.strength }, making),
  ],
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

interface SliderForm {
  readonly label: string
  readonly symbol: string
  /** Written under the symbol. */
  readonly subscript?: string
  readonly colour?: string
  readonly low: number
  readonly high: number
  readonly step: number
  readonly decimals: number
  readonly read: (document: Experiment) => number
  readonly edit: (value: number) => EmbedEdit
  /** From the number of the document to that of the track, and back; the same without it. */
  readonly track?: readonly [(value: number) => number, (onTrack: number) => number]
}

function plain(kind: 'gain' | 'noise', symbol: string, { low, high }: Range, step: number) {
  return { symbol, low, high, step, decimals: 2, edit: (value: number): EmbedEdit => ({ kind, value }) }
}

function alphaSlider(memory: 0 | 1, making: Making): Widget {
  const form: SliderForm = {
    ...plain('gain', 'α', ranges.saliency, 0.01),
    label: `Saliency of memory ${memory + 1}`,
    subscript: String(memory + 1),
    colour: `memory-${memory + 1}`,
    read: ({ input }) => input.saliency[memory],
    edit: (value) => ({ kind: 'alpha', memory, value }),
  }
  return slider(form, making)
}

/** In octaves: half and double are equally far. */
function speedSlider(making: Making): Widget {
  const { low, high } = ranges.speed
  const form: SliderForm = {
    label: 'Speed',
    symbol: '×',
    low: Math.log2(low),
    high: Math.log2(high),
    step: 0.05,
    decimals: 2,
    read: ({ playback }) => playback.speed,
    edit: (value) => ({ kind: 'speed', value }),
    track: [Math.log2, (onTrack) => Number((2 ** onTrack).toFixed(2))],
  }
  return slider(form, making)
}

function slider(form: SliderForm, making: Making): Widget {
  const { label, symbol, subscript, colour, low, high, step, decimals, read, edit } = form
  const [toTrack, fromTrack] = form.track ?? [Number, Number]
  const track = make('input', {
    type: 'range',
    min: String(low),
    max: String(high),
    step: String(step),
    'aria-label': label,
    ...(colour === undefined ? {} : { 'data-colour': colour }),
  })
  track.disabled = making.isLocked
  const number = make('span', { class: 'slider-number', 'aria-hidden': 'true' })
  const name = make(
    'span',
    { class: 'slider-symbol', 'aria-hidden': 'true' },
    symbol,
    ...(subscript === undefined ? [] : [make('sub', {}, subscript)]),
  )
  const element = make('label', { class: 'slider', title: label }, name, track, number)
  track.addEventListener('input', () => making.act(edit(fromTrack(track.valueAsNumber))))
  return {
    element,
    show({ document }) {
      const value = read(document)
      const text = formatFixed(value, decimals)
      track.value = String(toTrack(value))
      track.setAttribute('aria-valuetext', text)
      if (number.textContent !== text) number.textContent = text
      // How far the track is filled: set on the element itself, which no policy of a page forbids.
      track.style.setProperty('--filled', `${(100 * (toTrack(value) - low)) / (high - low)}%`)
    },
  }
}
