import type { Experiment } from '../experiment/experiment.ts'
import { ranges, type Range } from '../experiment/ranges.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import type { EmbedEdit } from './edits.ts'
import { make } from './elements.ts'
import type { Making, Widget } from './widget.ts'

/** What a slider is of. */
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

export function alphaSlider(memory: 0 | 1, making: Making): Widget {
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

export function gainSlider(making: Making): Widget {
  return slider({ ...plain('gain', 'g', ranges.gain, 0.05), label: 'Gain', read: ({ model }) => model.gain }, making)
}

export function noiseSlider(making: Making): Widget {
  const read = ({ noise }: Experiment) => noise.strength
  return slider({ ...plain('noise', 'σ', ranges.noise, 0.05), label: 'Noise', read }, making)
}

/** In octaves: half and double are equally far. */
export function speedSlider(making: Making): Widget {
  const { low, high } = ranges.speed
  const form: SliderForm = {
    label: 'Speed',
    symbol: 'speed',
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
    { class: symbol.length > 1 ? 'slider-word' : 'slider-symbol', 'aria-hidden': 'true' },
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
