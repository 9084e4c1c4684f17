import { patternsInForce } from '../../../experiment/recall/deriveRecall.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { thresholdsOf } from '../../../model/thresholds.ts'
import { drawGram, gramFigureHeight } from '../../../plots/figure/drawGram.ts'
import { drawSaliencies, saliencyFigureHeight } from '../../../plots/figure/drawSaliencies.ts'
import { drawTimeline } from '../../../plots/figure/drawTimeline.ts'
import { drawLane } from '../../../plots/recall/drawLane.ts'
import { memoryTokenIndex } from '../../../plots/recall/memoryTokenIndex.ts'
import type { Recall } from '../../../store/recall/recall.ts'
import type { Tokens } from '../../../ui/readTokens.ts'
import { makeBankGram } from '../../bank/bankGram.ts'
import { gramColourCount, makeGramColours } from '../../bank/gramColours.ts'
import { pictureSaliency } from '../../cue/leadingIn.ts'
import { saliencyAxis } from '../../cue/saliencyStanding.ts'
import { saliencyCurves, timelineSpan } from '../../cue/timelineLayout.ts'
import { laneTitles } from '../../race/laneWords.ts'
import { memoryNames } from '../../race/memoryWords.ts'
import type { FigureOffer } from './figure.ts'
import { plotOffer } from './plotOffer.ts'

/** More bars than this are no figure: the largest are shown. */
const mostBars = 24
const laneShape = 0.5
const timelineShape = 0.4

type Names = ReadonlyMap<number, string>

/** Every plot of the Recall view, whether its panel is open or not. */
export function recallOffers(recall: Recall, settings: RecallSettings): readonly FigureOffer[] {
  const names = memoryNames(settings.memories)
  const hasMemories = patternsInForce(settings).memoryIds.length > 0
  return [
    ...laneOffers(recall, settings, names),
    ...(hasMemories ? [saliencyOffer(recall, settings, names)] : []),
    ...timelineOffers(settings, names),
    ...(hasMemories ? [gramOffer(settings)] : []),
  ]
}

/** Those of the race that could run. */
function laneOffers({ cell }: Recall, { lanes }: RecallSettings, names: Names): FigureOffer[] {
  return lanes
    .filter((kind) => (cell.lanes.get(kind)?.refusal ?? null) === null)
    .map((kind) =>
      plotOffer({
        id: `race-${kind}`,
        label: laneTitles[kind],
        shape: laneShape,
        plot: () => ({
          description: 'Overlap with every memory over time, from −1 to 1, and the energy under it.',
          draw: (sheet) => drawLane(sheet, cell, cell.lanes.get(kind), names),
        }),
      }),
    )
}

const memoryColour = (tokens: Tokens, id: number) => tokens.memories[memoryTokenIndex(id)] ?? tokens.ink

function saliencyOffer({ cell }: Recall, { network, size }: RecallSettings, names: Names): FigureOffer {
  const id = 'saliencies'
  const label = 'Saliency of each memory in the input'
  return {
    id,
    label,
    origin: { subscribe: cell.subscribe },
    make() {
      const order = Array.from(cell.saliency, (_, mu) => mu)
      if (order.length === 0) return null
      const shown =
        order.length <= mostBars
          ? order
          : order.toSorted((a, b) => cell.saliency[b] - cell.saliency[a]).slice(0, mostBars)
      const thresholds = thresholdsOf({ ...network, saliency: cell.saliency, neuronCount: size.columns * size.rows })
      const axis = saliencyAxis(cell.saliency, thresholds)
      const barOf = (tokens: Tokens) => (mu: number) => {
        const memory = cell.memoryIds[mu] ?? 1
        return { name: names.get(memory) ?? '', saliency: cell.saliency[mu], colour: memoryColour(tokens, memory) }
      }
      return {
        kind: 'drawn',
        id,
        label,
        description:
          'Bars from zero; dotted where a memory would begin to exist if all were orthogonal, dashed where it would be stable beside the strongest.',
        heightOf: (_, rem) => saliencyFigureHeight(rem, shown.length),
        draw: (sheet) => drawSaliencies(sheet, { axis, thresholds, bars: shown.map(barOf(sheet.tokens)) }),
      }
    },
  }
}

/** The pseudo-inverse rule has saliencies of its own: no curves then, as on the page. */
function timelineOffers(
  { timeline, memories, size, network, inputScale }: RecallSettings,
  names: Names,
): FigureOffer[] {
  const { isOn, keyframes } = timeline
  if (!isOn || keyframes.length === 0 || network.rule === 'pseudo-inverse') return []
  const bank = { memories, size }
  const { memoryIds } = patternsInForce(bank)
  const saliencies = keyframes.map(({ input }) => pictureSaliency(bank, input).map((share) => share * inputScale))
  const curves = saliencyCurves(keyframes, saliencies)
  if (curves.length === 0) return []
  return [
    plotOffer({
      id: 'timeline',
      label: 'Saliencies along the timeline',
      shape: timelineShape,
      plot: () => ({
        description: 'Saliencies of the leading memories in the input over time; an upright line at each keyframe.',
        draw: (sheet) =>
          drawTimeline(sheet, {
            span: timelineSpan(keyframes),
            keyframes: keyframes.map(({ time }) => time),
            curves: curves.map(({ mu, corners }) => {
              const id = memoryIds[mu] ?? 1
              return { id, name: names.get(id) ?? '', corners, colour: memoryColour(sheet.tokens, id) }
            }),
          }),
      }),
    }),
  ]
}

function gramOffer(settings: RecallSettings): FigureOffer {
  const id = 'overlaps-of-memories'
  const label = 'Overlaps of the memories'
  return {
    id,
    label,
    make() {
      const { gram, names } = makeBankGram(settings)
      return {
        kind: 'drawn',
        id,
        label,
        description: 'The Gram matrix of the memories: the share of pixels that agree, from −1 to 1.',
        heightOf: gramFigureHeight,
        draw: (sheet) => drawGram(sheet, { gram, names, colourOf: gramColour(sheet.tokens.isDark) }),
      }
    },
  }
}

function gramColour(isDark: boolean): (overlap: number) => string {
  const table = makeGramColours(isDark ? 'dark' : 'light')
  return (overlap) => {
    const entry = 3 * Math.round(((gramColourCount - 1) / 2) * (1 + Math.min(1, Math.max(-1, overlap))))
    return `rgb(${table[entry]} ${table[entry + 1]} ${table[entry + 2]})`
  }
}
