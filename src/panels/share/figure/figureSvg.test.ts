import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../../experiment/experiment.ts'
import { systemOf } from '../../../experiment/derive.ts'
import { documentText, parseDocument } from '../../../experiment/file/documentFile.ts'
import { presets } from '../../../experiment/presets/presets.ts'
import { readEmbeddedDocument } from '../../../exports/metadata/embeddedDocument.ts'
import { roughRuler } from '../../../exports/svg/svgFont.ts'
import { contourSegments, niceLevels } from '../../../model/contours.ts'
import { findEquilibria } from '../../../model/equilibria.ts'
import { nameEquilibria } from '../../../model/equilibriumNames.ts'
import { makeLandscape, sampleLandscapeInto } from '../../../model/landscape.ts'
import { tracePhaseCurves } from '../../../model/phase/phaseCurves.ts'
import { pairEnergy } from '../../../model/twoNeurons.ts'
import { neededView } from '../../../model/viewScale.ts'
import { drawMapFigure, mapFigureHeight } from '../../../plots/figure/mapFigure.ts'
import { figureRem } from '../../../plots/figure/figureTokens.ts'
import { mapLayout, noInsets, screenToState } from '../../../plots/mapLayout.ts'
import { createFrameCell } from '../../../store/frameCell.ts'
import type { PictureLab, PictureState } from '../../../store/pictureLab.ts'
import type { Tokens } from '../../../ui/readTokens.ts'
import type { DrawnFigure } from './figure.ts'
import { figureSvg, pixelsPerMm } from './figureSvg.ts'

const widthMm = 120
const width = Math.round(widthMm * pixelsPerMm)
const rem = figureRem(width)
const edge = 0.25 * rem

const tokens: Tokens = {
  isDark: false,
  paper: '#ffffff',
  panel: '#ffffff',
  ink: '#1f262d',
  inkSoft: '#565a5c',
  hairline: 'rgb(31 38 45 / 0.16)',
  accent: '#8c2f83',
  memory1: '#1767a6',
  memory2: '#b24a06',
  memories: [],
  stable: '#23713a',
  unstable: '#7b5330',
  warning: '#8a5a00',
  failure: '#b3261e',
  ball: '#ffd23d',
  fontFamily: 'sans-serif',
  rem,
  mark: 1,
}

/** The Landscape view of a preset without an engine, with the curves of all layers. */
function pictureOf(experiment: Experiment) {
  const system = systemOf(experiment)
  const equilibria = nameEquilibria(findEquilibria(system), system)
  const view = neededView(system, equilibria)
  const landscape = sampleLandscapeInto(makeLandscape(129, 129), system, view.extent)
  const contours = contourSegments(landscape, niceLevels(view.floor, view.ceiling, 20))
  const curves = tracePhaseCurves(system, equilibria, view.extent, {
    flow: true,
    descent: false,
    nullclines: true,
    separatrices: true,
  })
  const cell = createFrameCell()
  cell.takeLandscape({ landscape, equilibria, contours, system, curves }, view)
  const { camera, layers, phase } = experiment.view
  const state: Partial<PictureState> = {
    camera,
    layers,
    highlightedKey: null,
    memoryNames: null,
    phase: { settings: phase, selectedKey: null, quantity: 'energy' },
  }
  const picture = {
    cell,
    analysis: null,
    store: { getState: () => state },
    wantContours: () => () => {},
  } as unknown as PictureLab
  return { picture, system, equilibria, view, landscape, contours }
}

const { experiment } = presets.find(({ id }) => id === 'fig2d')!
const scene = pictureOf(experiment)
const figure: DrawnFigure = {
  kind: 'drawn',
  id: 'map',
  label: 'Energy landscape',
  description: 'Contour map.',
  heightOf: mapFigureHeight,
  draw: (sheet) => drawMapFigure(sheet, { picture: scene.picture }),
}
const look = {
  tokens,
  background: '#ffffff',
  widthMm,
  caption: 'Energy landscape. α₁ = 1.5, α₂ = 2; g = 1. <&>',
  documentText: documentText(experiment),
}
const tools = { ruler: roughRuler, imageAddress: () => null, plainColour: (colour: string) => colour }
const saved = figureSvg(figure, look, tools)
const layout = mapLayout(width - 2 * edge, Math.ceil(mapFigureHeight(width - 2 * edge, rem)), noInsets, rem)
/** The corners of a star have their middle this far below the place that it marks: see markerPaths.ts. */
const starDrop = 0.095 * 1.18 * 0.5 * rem * (layout.size < 320 ? 0.85 : 1)
/** From the file back to the states. */
const toState = (x: number, y: number) => screenToState(layout, scene.landscape.extent, x - edge, y - edge)

interface Group {
  readonly id: string
  readonly title: string
  readonly body: string
}
const groupsOf = (name: string): Group[] =>
  [
    ...saved.text.matchAll(
      new RegExp(`<g id="([^"]*)" class="${name}">\\s*<title>([^<]*)</title>([\\s\\S]*?)</g>`, 'g'),
    ),
  ].map(([, id, title, body]) => ({ id, title, body }))
const pointsOf = (data: string) =>
  [...data.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

describe('the SVG of Figure 2(d)', () => {
  it('has every equilibrium where it is, to a hundredth of a pixel, with the shape of its kind', () => {
    const groups = groupsOf('equilibrium')
    expect(groups).toHaveLength(scene.equilibria.length)
    const unitsPerPixel = (2 * scene.landscape.extent) / layout.size
    for (const [k, point] of scene.equilibria.entries()) {
      const { title, body } = groups[k]
      const isStar = point.stability === 'stable'
      expect(title).toContain(point.stability)
      const outline = pointsOf(/ d="([^"]*)"/.exec(body)?.[1] ?? '')
      const circle = /<circle cx="([\d.]+)" cy="([\d.]+)"/.exec(body)
      // A star by the mean of its corners, a dot by its outermost points.
      const centre = circle
        ? ([Number(circle[1]), Number(circle[2])] as const)
        : isStar
          ? ([mean(outline.map(([x]) => x)), mean(outline.map(([, y]) => y)) - starDrop] as const)
          : arcCentre(body)
      const state = toState(...centre)
      expect(isStar).toBe(outline.length === 10)
      expect(Math.abs(state![0] - point.state[0])).toBeLessThan(0.02 * unitsPerPixel)
      expect(Math.abs(state![1] - point.state[1])).toBeLessThan(0.02 * unitsPerPixel)
    }
  })

  it('has contour lines at the heights that they name', () => {
    const groups = groupsOf('contour')
    const range = scene.view.ceiling - scene.view.floor
    expect(groups.length).toBe(scene.contours.filter(({ segments }) => segments.length > 0).length)
    for (const { title, body } of groups) {
      const level = Number(title.replace('−', '-'))
      expect(scene.contours.some((contour) => Math.abs(contour.level - level) < 1e-9)).toBe(true)
      for (const [x, y] of pointsOf(/ d="([^"]*)"/.exec(body)![1])) {
        const state = toState(x, y) ?? toState(clamp(x, 'left'), clamp(y, 'top'))
        const energy = pairEnergy(scene.system, state![0], state![1])
        expect(Math.abs(energy - level)).toBeLessThan(0.004 * range)
      }
    }
  })

  it('fills bands in the colours of the energies, ascending', () => {
    const bands = /<g class="bands">([\s\S]*?)<\/g>/.exec(saved.text)![1]
    expect(bands.match(/<path/g)!.length).toBeGreaterThan(20)
    expect(bands).not.toContain('stroke')
    const colours = [...bands.matchAll(/fill="(#[\da-f]{6})"/g)].map(([, colour]) => colour)
    expect(new Set(colours).size).toBe(colours.length)
  })

  it('has its texts as texts: names, numbers, symbols, caption', () => {
    const texts = [...saved.text.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, inner]) =>
      inner.replaceAll(/<[^>]*>/g, ''),
    )
    for (const words of ['ξ1', '−ξ2', 'x1', 'x2', 'E', '0', 'f1 = 0']) expect(texts, words).toContain(words)
    expect(texts.join(' ')).toContain('α1 = 1.5')
    expect(texts.join(' ')).toContain('&lt;&amp;&gt;')
    expect(saved.text).toMatch(/<tspan dy="-[\d.]+" font-size="[\d.]+" font-family="[^"]*">1<\/tspan>/)
  })

  it('has flow, nullclines and separatrices as vectors, and no pictures, scripts or addresses', () => {
    for (const name of ['flow', 'nullclines', 'separatrices', 'axes', 'legend'])
      expect(saved.text).toContain(`<g class="${name}">`)
    expect(saved.text).not.toMatch(/<image|<script|href=|NaN|undefined|Infinity/)
    expect(saved.text.replaceAll(/xmlns(:ms)?="[^"]*"/g, '')).not.toContain('http')
  })

  it('is small, says how large it prints, and is the same every time', () => {
    expect(saved.text.length).toBeLessThan(400_000)
    expect(saved.text).toContain(`width="${widthMm}mm"`)
    expect(figureSvg(figure, look, tools).text).toBe(saved.text)
  })

  it('has tags that close in order, and carries its document', () => {
    const open: string[] = []
    for (const [, slash, tag, , selfClosed] of saved.text.matchAll(
      /<(\/?)([a-zA-Z:]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    )) {
      if (slash) expect(open.pop()).toBe(tag)
      else if (!selfClosed) open.push(tag)
    }
    expect(open).toEqual([])
    expect(parseDocument(readEmbeddedDocument(saved.text)!)).toEqual({ ok: true, experiment })
  })
})

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
function clamp(value: number, from: 'left' | 'top'): number {
  const low = layout[from] + edge
  return Math.min(low + layout.size, Math.max(low, value))
}
function arcCentre(body: string): readonly [number, number] {
  const [, x1, y1, x2, y2] = /d="M([\d.]+) ([\d.]+)A[\d. ]+ 0 1 1 ([\d.]+) ([\d.]+)A/.exec(body)!.map(Number)
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}
