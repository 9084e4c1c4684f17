import { icon, make } from './elements.ts'

/** The elements of the page, in the order in which they are read. */
export interface PageParts {
  readonly main: HTMLElement
  readonly heading: HTMLElement
  readonly picture: HTMLElement
  readonly mapPlace: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly scenePlace: HTMLElement
  readonly sentence: HTMLElement
  readonly equilibria: HTMLElement
  readonly spoken: HTMLElement
  readonly bar: HTMLElement
  readonly caption: HTMLElement
  readonly controls: HTMLElement
  readonly open: HTMLAnchorElement
}

/** Builds the page into `<main>`. */
export function makePage(main: HTMLElement): PageParts {
  const heading = make('h1', { class: 'visually-hidden' })
  const canvas = make('canvas', { class: 'map-canvas' })
  const mapPlace = make('div', { class: 'map', role: 'img' }, canvas)
  const scenePlace = make('div', { class: 'scene-place', hidden: true })
  const sentence = make('p', { class: 'sentence', role: 'status' })
  const picture = make('div', { class: 'picture' }, mapPlace, scenePlace, sentence)
  const equilibria = make('ul', { class: 'visually-hidden', 'aria-label': 'Equilibria of this landscape' })
  const spoken = make('p', { class: 'visually-hidden', 'aria-live': 'polite' })
  const caption = make('p', { class: 'caption' })
  const controls = make('div', { class: 'controls', role: 'group', 'aria-label': 'Controls' })
  const words = make('span', { class: 'open-words' }, 'Open in Memoryscape')
  const open = make('a', { class: 'open', target: '_blank', rel: 'noopener' }, words, icon('open'))
  open.setAttribute('aria-label', 'Open in Memoryscape')
  const bar = make('div', { class: 'bar' }, caption, controls, open)
  main.replaceChildren(heading, picture, equilibria, spoken, bar)
  return {
    main,
    heading,
    picture,
    mapPlace,
    canvas,
    scenePlace,
    sentence,
    equilibria,
    spoken,
    bar,
    caption,
    controls,
    open,
  }
}
