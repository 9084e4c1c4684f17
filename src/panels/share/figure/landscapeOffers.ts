import { systemOf } from '../../../experiment/derive.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { diagramFrame } from '../../../plots/diagram/diagramFrame.ts'
import { placeOnPath } from '../../../plots/diagram/branchValues.ts'
import { drawDiagram } from '../../../plots/diagram/drawDiagram.ts'
import { drawEnergyPlot, drawOverlapPlot } from '../../../plots/drawTimePlots.ts'
import { drawMetric } from '../../../plots/figure/drawMetric.ts'
import { drawShares, sharesShape } from '../../../plots/figure/drawShares.ts'
import { drawEscapePlot } from '../../../plots/phase/drawEscapePlot.ts'
import { drawFractionBand } from '../../../plots/phase/drawFractionBand.ts'
import { escapeSentence } from '../../../plots/phase/escapeWords.ts'
import { fractionSentence } from '../../../plots/phase/fractions.ts'
import type { Lab } from '../../../store/lab.ts'
import type { AnalysisPart } from '../../../store/analysis/analysis.ts'
import { firstMetricState, metricArrows } from '../../phase/metricArrows.ts'
import { basinRows, probabilityRows } from '../../phase/shareRows.ts'
import { elementOffers } from './elementOffers.tsx'
import type { FigureOffer, FigureOrigin } from './figure.ts'
import { plotOffer } from './plotOffer.ts'

const timeShape = 0.4
const bandShape = 0.35
const escapeShape = 0.55
const diagramShape = 0.7
const metricShape = 0.5

/** Every plot of the Landscape view, whether its panel is open or not. */
export function landscapeOffers(lab: Lab, experiment: Experiment): readonly FigureOffer[] {
  return [
    ...timeOffers(lab),
    ...elementOffers,
    ...basinOffers(lab),
    metricOffer(experiment),
    ...(experiment.noise.strength > 0 ? noiseOffers(lab, experiment) : []),
    diagramOffer(lab, experiment),
  ]
}

/** A part of the analysis, asked for as long as the figure is. */
function analysed({ analysis: { cell, want } }: Lab, part: AnalysisPart): FigureOrigin {
  return {
    want: () => want(part),
    subscribe: cell.subscribe,
    failure: () => cell.failures.find((failure) => failure.part === part)?.sentence ?? null,
  }
}

/** What is there is that of the present network. */
const isDone = ({ analysis: { cell } }: Lab, part: AnalysisPart) =>
  !cell.underWay.has(part) && !cell.failures.some((failure) => failure.part === part)

function timeOffers({ cell }: Lab): FigureOffer[] {
  return [
    plotOffer({
      id: 'energy',
      label: 'Energy E',
      shape: timeShape,
      plot: () => ({
        description: 'Energy of each ball over time.',
        draw: (sheet) => drawEnergyPlot(sheet, cell),
      }),
    }),
    plotOffer({
      id: 'overlaps',
      label: 'Overlaps m₁, m₂',
      shape: timeShape,
      plot: () => ({
        description: 'Overlaps of each ball with both memories over time.',
        draw: (sheet) => drawOverlapPlot(sheet, cell),
      }),
    }),
  ]
}

function basinOffers(lab: Lab): FigureOffer[] {
  const { cell } = lab.analysis
  return [
    plotOffer({
      id: 'basin-shares',
      label: 'Shares of the basins',
      shape: sharesShape,
      origin: analysed(lab, 'basins'),
      plot: () =>
        cell.basins !== null && isDone(lab, 'basins')
          ? {
              description: `Share of the starts with both coordinates between ±${cell.basins.extent} that recall each memory, without noise; hatched: its twin.`,
              draw: drawShares(basinRows(cell.basins)),
            }
          : null,
    }),
    plotOffer({
      id: 'basin-history',
      label: 'Basin shares, change by change',
      shape: bandShape,
      origin: analysed(lab, 'basins'),
      plot: () => {
        const history = cell.fractionHistory
        return history.length > 0 && isDone(lab, 'basins')
          ? { description: fractionSentence(history), draw: (sheet) => drawFractionBand(sheet, history) }
          : null
      },
    }),
  ]
}

function metricOffer(experiment: Experiment): FigureOffer {
  const system = systemOf(experiment)
  return plotOffer({
    id: 'flow-and-descent',
    label: 'Where the state goes, and straight downhill',
    shape: metricShape,
    plot: () => ({
      description:
        'At one state: solid the flow f, dotted straight downhill, across the level line. Each neuron divides its part of the slope by its own ψ′.',
      draw: (sheet) => drawMetric(sheet, firstMetricState, metricArrows({ system, state: firstMetricState })),
    }),
  })
}

const escapeLabels = {
  noise: 'Mean escape time τ against the noise σ',
  'saliency-1': 'Mean escape time τ against the saliency α₁',
  'saliency-2': 'Mean escape time τ against the saliency α₂',
} as const

/** What the noise does: where the state is in the long run, and how long a well holds it. */
function noiseOffers(lab: Lab, { noise, input }: Experiment): FigureOffer[] {
  const { cell } = lab.analysis
  const present = { noise: noise.strength, 'saliency-1': input.saliency[0], 'saliency-2': input.saliency[1] }
  return [
    plotOffer({
      id: 'time-shares',
      label: 'Share of time in each well',
      shape: sharesShape,
      origin: analysed(lab, 'density'),
      plot: () =>
        cell.density !== null && isDone(lab, 'density')
          ? {
              description: 'Probability of the quarters of the plane in the long run, by memory; hatched: its twin.',
              draw: drawShares(probabilityRows(cell.density)),
            }
          : null,
    }),
    ...(['noise', 'saliency-1', 'saliency-2'] as const).map((along) =>
      plotOffer({
        id: `escape-${along}`,
        label: escapeLabels[along],
        shape: escapeShape,
        origin: analysed(lab, 'escape-curves'),
        plot: () => {
          const curve = cell.escapeCurves.find((each) => each.along === along)
          if (!curve || !isDone(lab, 'escape-curves')) return null
          const stopwatches = lab.cell.cloud?.stopwatches ?? []
          return {
            description: escapeSentence(curve, present[along]),
            draw: (sheet) => drawEscapePlot(sheet, { curve, present: present[along], stopwatches }),
          }
        },
      }),
    ),
  ]
}

function diagramOffer(lab: Lab, experiment: Experiment): FigureOffer {
  const { show } = experiment.view.phase.diagram
  const system = systemOf(experiment)
  return plotOffer({
    id: 'bifurcation-diagram',
    label: 'Bifurcation diagram',
    shape: diagramShape,
    origin: analysed(lab, 'diagram'),
    plot: () => {
      const { diagram } = lab.analysis.cell
      if (diagram === null || !isDone(lab, 'diagram')) return null
      const present = placeOnPath(diagram.path, system)
      return {
        description:
          'Every equilibrium along the path: solid where it is stable, dashed for saddles, dotted for sources.',
        draw: (sheet) => {
          const frame = diagramFrame(sheet.width, sheet.height, sheet.tokens.rem, diagram, show)
          drawDiagram(sheet, { diagram, show, frame, cursor: null, present })
        },
      }
    },
  })
}
