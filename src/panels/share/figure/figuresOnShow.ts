import { drawGram, gramFigureHeight } from '../../../plots/figure/drawGram.ts'
import { drawSaliencies, saliencyFigureHeight } from '../../../plots/figure/drawSaliencies.ts'
import { drawUnderHeading, headingHeight } from '../../../plots/figure/drawHeading.ts'
import { drawMapFigure, mapFigureHeight } from '../../../plots/figure/mapFigure.ts'
import { liveDrawings, type LiveDrawing } from '../../../plots/liveDrawings.ts'
import { memoryTokenIndex } from '../../../plots/recall/memoryTokenIndex.ts'
import type { Lab } from '../../../store/lab.ts'
import type { PictureLab } from '../../../store/pictureLab.ts'
import { knownRecall } from '../../../store/recall/knownRecalls.ts'
import type { Recall } from '../../../store/recall/recall.ts'
import type { Tokens } from '../../../ui/readTokens.ts'
import { makeBankGram } from '../../bank/bankGram.ts'
import { gramColourCount, makeGramColours } from '../../bank/gramColours.ts'
import { saliencyAxis, thresholdsOf } from '../../cue/saliencyStanding.ts'
import { memoryNames } from '../../race/memoryWords.ts'
import type { DrawnFigure, ElementFigure, Figure } from './figure.ts'

/** A plot keeps the shape that it has on the page, between these. */
const flattest = 0.3
const tallest = 1.2
/** More bars than this are no figure: the largest are shown. */
const mostBars = 24

export const isRecallHash = (viewHash: string) => viewHash.startsWith('#/recall')

/** The picture that the view shows, in two dimensions or three; null before the first time. */
export function pictureOnShow(lab: Lab, viewHash: string): PictureLab | null {
  return isRecallHash(viewHash) ? (knownRecall(lab)?.picture ?? null) : lab.picture
}

/** Everything in the present view that can be saved as a figure, the map first. */
export function figuresOnShow(lab: Lab, viewHash: string): readonly Figure[] {
  const recall = isRecallHash(viewHash) ? knownRecall(lab) : undefined
  const picture = pictureOnShow(lab, viewHash)
  const figures = [
    ...(picture ? [mapFigure(picture, recall)] : []),
    ...liveDrawings().filter(isPlot).map(plotFigure),
    ...elementFigures(),
    ...(recall ? recallFigures(lab, recall) : []),
  ]
  const seen = new Map<string, number>()
  return figures.map((figure) => {
    // Two plots of one name are told apart by a number.
    const count = (seen.get(figure.label) ?? 0) + 1
    seen.set(figure.label, count)
    return count === 1 ? figure : { ...figure, id: `${figure.id}-${count}`, label: `${figure.label} (${count})` }
  })
}

function mapFigure(picture: PictureLab, recall: Recall | undefined): DrawnFigure {
  const coloursOf = ({ memories }: Tokens): readonly [string, string] | undefined => {
    const shown = recall?.cell.slice?.memories
    return shown && [memories[memoryTokenIndex(shown[0])], memories[memoryTokenIndex(shown[1])]]
  }
  const columns = picture.cell.landscape?.columns ?? 0
  return {
    kind: 'drawn',
    id: 'map',
    label: recall ? 'Slice of the energy landscape' : mapLabel(picture),
    description: `Contour map, traced by marching squares on a grid of ${columns} × ${columns} points; the colours are filled bands.`,
    rasterWords:
      'The basins, whose borders are found point by point, are one picture made of pixels; all else is vectors.',
    heightOf: mapFigureHeight,
    draw: (sheet) => drawMapFigure(sheet, { picture, memoryColours: coloursOf(sheet.tokens) }),
  }
}

function mapLabel({ store }: PictureLab): string {
  return store.getState().phase?.quantity === 'density' ? 'Stationary density' : 'Energy landscape'
}

const isShown = (element: Element) => element.getClientRects().length > 0

/** The map is drawn anew, not as on the screen. */
function isPlot({ canvas }: LiveDrawing): boolean {
  return isShown(canvas) && !canvas.classList.contains('landscape-map-canvas')
}

/** What a plot is called: the words above it, or the first of those that are spoken. */
function labelOf(element: Element): string {
  const spoken = element.getAttribute('aria-label') ?? element.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
  const title = element.closest('figure')?.querySelector('.time-plot-title')
  const above = title ?? element.closest('figure')?.querySelector('figcaption')
  const name = plainText(above) || spoken.split(/[.:;](?:\s|$)/)[0]?.trim() || 'Plot'
  const lowered = name.replaceAll(
    /(?<![\p{L}\p{N}])([A-Za-zα-ω])([12])(?![\p{L}\p{N}])/gu,
    (_, letter: string, digit: '1' | '2') => letter + lowerDigits[digit],
  )
  return lowered.charAt(0).toUpperCase() + lowered.slice(1)
}

/** A symbol with its number, as it is spoken, becomes one with a script again: m1, m₁. */
const lowerDigits = { 1: '₁', 2: '₂' } as const

/** Typeset symbols are there twice, for the eye and for the ear: the spoken ones count. */
function plainText(element: Element | null | undefined): string {
  if (!element) return ''
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

const greek: Readonly<Record<string, string>> = { α: 'alpha', γ: 'gamma', σ: 'sigma', τ: 'tau', '₁': '1', '₂': '2' }

/** A part of a file name that every system takes. */
const idOf = (label: string) =>
  label
    .toLowerCase()
    .replaceAll(/[αγστ₁₂]/g, (letter) => greek[letter] ?? '')
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')

function plotFigure({ canvas, draw }: LiveDrawing): DrawnFigure {
  const label = labelOf(canvas)
  const ratio = canvas.clientHeight / Math.max(1, canvas.clientWidth)
  const shape = Math.min(tallest, Math.max(flattest, ratio))
  return {
    kind: 'drawn',
    id: idOf(label),
    label,
    description: canvas.getAttribute('aria-label') ?? '',
    heightOf: (width, rem) => headingHeight(rem) + width * shape,
    draw: (sheet) => drawUnderHeading(sheet, label, draw),
  }
}

const elementNames = [
  ['.regime-map .plot-svg', 'Map of the regimes'],
  ['.gamma-plot .plot-svg', 'Where the sizes of the memories come from'],
] as const

function elementFigures(): ElementFigure[] {
  return elementNames.flatMap(([selector, label]) =>
    [...document.querySelectorAll<SVGSVGElement>(selector)].filter(isShown).map((element) => ({
      kind: 'element' as const,
      id: idOf(label),
      label,
      description: element.querySelector('title')?.textContent ?? '',
      element,
    })),
  )
}

function recallFigures(lab: Lab, recall: Recall): Figure[] {
  const settings = lab.store.getState().experiment.recall
  const names = memoryNames(settings.memories)
  const { cell } = recall
  const count = Math.min(mostBars, cell.saliency.length)
  const order = Array.from(cell.saliency, (_, mu) => mu)
  const shown =
    order.length <= mostBars ? order : order.toSorted((a, b) => cell.saliency[b] - cell.saliency[a]).slice(0, mostBars)
  const bank = makeBankGram(settings)
  const figures: Figure[] = []
  if (count > 0) {
    const thresholds = thresholdsOf(cell.saliency, settings.network.gain)
    const axis = saliencyAxis(cell.saliency, thresholds)
    figures.push({
      kind: 'drawn',
      id: 'saliencies',
      label: 'Saliency of each memory in the input',
      description:
        'Bars from zero; dotted where a memory begins to exist, dashed where it is stable beside the strongest.',
      heightOf: (_, rem) => saliencyFigureHeight(rem, count),
      draw: (sheet) =>
        drawSaliencies(sheet, {
          axis,
          thresholds,
          bars: shown.map((mu) => {
            const id = cell.memoryIds[mu] ?? 1
            const colour = sheet.tokens.memories[memoryTokenIndex(id)] ?? sheet.tokens.ink
            return { name: names.get(id) ?? '', saliency: cell.saliency[mu], colour }
          }),
        }),
    })
  }
  if (bank.names.length > 0) {
    figures.push({
      kind: 'drawn',
      id: 'overlaps-of-memories',
      label: 'Overlaps of the memories',
      description: 'The Gram matrix of the memories: the share of pixels that agree, from −1 to 1.',
      heightOf: gramFigureHeight,
      draw: (sheet) =>
        drawGram(sheet, { gram: bank.gram, names: bank.names, colourOf: gramColour(sheet.tokens.isDark) }),
    })
  }
  return figures
}

function gramColour(isDark: boolean): (overlap: number) => string {
  const table = makeGramColours(isDark ? 'dark' : 'light')
  return (overlap) => {
    const entry = 3 * Math.round(((gramColourCount - 1) / 2) * (1 + Math.min(1, Math.max(-1, overlap))))
    return `rgb(${table[entry]} ${table[entry + 1]} ${table[entry + 2]})`
  }
}
