import {
  createAnalysisClient,
  type AnalysisClientEvent,
  type AnalysisPorts,
} from '../../engine/analysis/analysisClient.ts'
import type { AnalysisEvent, AnalysisTask } from '../../engine/analysis/protocol.ts'
import type { Timers } from '../../engine/watchdog.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { FrameCell } from '../frameCell.ts'
import type { Analysis, AnalysisPart } from './analysis.ts'
import { createAnalysisCell, type AnalysisResults } from './analysisCell.ts'
import { partsOf, shownParts, wishOf } from './analysisWish.ts'
import { withFractions } from './fractionHistory.ts'

interface AnalysisOptions {
  readonly ports: AnalysisPorts
  readonly timers: Timers
  /** Of the energy: the analysis follows the network that is shown. */
  readonly frameCell: Pick<FrameCell, 'system' | 'landscapeVersion' | 'subscribe'>
  readonly experiment: () => Experiment
  /** Calls back after every change of the document. */
  readonly subscribeExperiment: (listener: () => void) => () => void
  /** The half-width at which the view comes to rest. */
  readonly aimedExtent: () => number | null
  readonly onRestarted: (sentence: string, isFallback: boolean) => void
}

/** The analysis as the lab sees it. */
export interface OwnedAnalysis extends Analysis {
  /** Nothing is computed while the lab is out of sight. */
  readonly setOnScreen: (isOnScreen: boolean) => void
}

const partOfTask: Readonly<Record<AnalysisTask, AnalysisPart>> = {
  basins: 'basins',
  density: 'density',
  escape: 'escape',
  'escape-curve': 'escape-curves',
  diagram: 'diagram',
  audit: 'audit',
}

/** What is known of the density without noise. */
const noDensity = { density: null, densitySystem: null, densityNoise: 0, escape: null, escapeCurves: [] }

/** How many curves of escape times there are. */
const curveCount = 3

/** Says to the engine of the analysis what is wanted, and keeps what it answers. The engine is fetched with the first wish: idle costs nothing. */
export function createAnalysis(options: AnalysisOptions): OwnedAnalysis {
  const { ports, timers, frameCell, experiment, subscribeExperiment, aimedExtent, onRestarted } = options
  const cell = createAnalysisCell()
  const client = createAnalysisClient({ ...ports, timers, onEvent: hear })
  const readers = new Map<AnalysisPart, number>()
  let isOnScreen = true
  let seenLandscape = frameCell.landscapeVersion
  /** The newest wish, as text; null where nothing is wanted. */
  let wished: string | null = null

  function wantedParts(document: Experiment): ReadonlySet<AnalysisPart> {
    return new Set([...readers.keys(), ...shownParts(document)])
  }

  function update() {
    const document = experiment()
    const { system } = frameCell
    const extent = aimedExtent()
    if (system === null || extent === null) return
    const wish = isOnScreen ? wishOf(document, wantedParts(document), system, extent) : null
    const text = wish === null ? null : JSON.stringify(wish)
    // Without noise there is no density: that of the noise before must not be taken for one.
    if (document.noise.strength === 0 && (cell.density !== null || cell.escape !== null)) cell.take(noDensity)
    if (text === wished) return
    wished = text
    if (wish === null) {
      client.stop()
      cell.take({ underWay: new Set() })
      return
    }
    cell.take({ underWay: new Set(partsOf(wish)), failures: [] })
    client.study(wish)
  }

  function withoutPart(part: AnalysisPart): ReadonlySet<AnalysisPart> {
    return new Set([...cell.underWay].filter((other) => other !== part))
  }

  /** What an answer changes in the cell. */
  function resultsOf(event: AnalysisEvent): Partial<AnalysisResults> {
    switch (event.kind) {
      case 'basins': {
        const { basins, system: basinsSystem, isFinal } = event
        const fractionHistory = withFractions(cell.fractionHistory, basinsSystem, basins)
        const results = { basins, basinsSystem, fractionHistory }
        return isFinal ? { ...results, underWay: withoutPart('basins') } : results
      }
      case 'density': {
        const { density, system: densitySystem, noise: densityNoise, isFinal } = event
        const results = { density, densitySystem, densityNoise }
        return isFinal ? { ...results, underWay: withoutPart('density') } : results
      }
      case 'escape':
        return { escape: event.times, underWay: withoutPart('escape') }
      case 'escape-curve': {
        const others = cell.escapeCurves.filter(({ along }) => along !== event.curve.along)
        const isLast = others.length === curveCount - 1 && event.curve.along === 'saliency-2'
        const escapeCurves = [...others, event.curve]
        return isLast ? { escapeCurves, underWay: withoutPart('escape-curves') } : { escapeCurves }
      }
      case 'diagram':
        return { diagram: event.diagram, underWay: withoutPart('diagram') }
      case 'audit':
        return { audit: event.audit, underWay: withoutPart('audit') }
      case 'failed':
        return failureOf(event)
      case 'working':
        return {}
      case 'done':
        return { underWay: new Set() }
      default:
        return event satisfies never
    }
  }

  function failureOf({
    request,
    task,
    sentence,
  }: Extract<AnalysisEvent, { kind: 'failed' }>): Partial<AnalysisResults> {
    // Request 0: the engine itself is not to be had, and with it no part.
    const parts = request === 0 ? [...cell.underWay] : [partOfTask[task]]
    const failures = [
      ...cell.failures.filter(({ part }) => !parts.includes(part)),
      ...parts.map((part) => ({ part, sentence })),
    ]
    return { failures, underWay: new Set([...cell.underWay].filter((part) => !parts.includes(part))) }
  }

  function hear(event: AnalysisClientEvent) {
    if (event.kind === 'restarted') return onRestarted(event.sentence, event.isFallback)
    if (event.kind !== 'working') cell.take(resultsOf(event))
  }

  const releases = [
    subscribeExperiment(update),
    frameCell.subscribe(() => {
      if (frameCell.landscapeVersion === seenLandscape) return
      seenLandscape = frameCell.landscapeVersion
      update()
    }),
  ]

  return {
    cell,
    want(part) {
      readers.set(part, (readers.get(part) ?? 0) + 1)
      update()
      let isWanted = true
      return () => {
        if (!isWanted) return
        isWanted = false
        const left = (readers.get(part) ?? 1) - 1
        if (left > 0) readers.set(part, left)
        else readers.delete(part)
        update()
      }
    },
    setOnScreen(next) {
      isOnScreen = next
      update()
    },
    dispose() {
      releases.forEach((release) => release())
      client.close()
    },
  }
}
