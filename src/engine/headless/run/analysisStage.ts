import { diagramPathOf } from '../../../experiment/diagramPath.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import type { Basins } from '../../../model/phase/basins.ts'
import type { Density, EscapeTime } from '../../../model/phase/density.ts'
import type { Diagram } from '../../../model/phase/diagram.ts'
import type { AnalysisEvent, AnalysisTask, AnalysisWish, BasinAudit } from '../../analysis/protocol.ts'
import { createAnalysisSession } from '../../analysis/session/analysisSession.ts'
import type { AnalysisTools } from '../../analysis/session/work.ts'
import type { LandscapeEvent } from '../../protocol.ts'
import type { BasinResults, DensityResults, DiagramResults, Remark, RunPart } from './results.ts'
import type { Stage } from './stage.ts'

/** Cells along a side, and random starts of the check: those of the lab (src/store/analysis/analysisWish.ts), so that the numbers are. */
const basinColumns = 257
const densityColumns = 129
const auditedStarts = 300

export interface AnalysisOutcome {
  readonly basins: BasinResults | null
  readonly density: DensityResults | null
  readonly diagram: DiagramResults | null
}

/** What the lab would ask of the analysis with these parts open. */
export function analysisWish(
  experiment: Experiment,
  { system, needed }: Pick<LandscapeEvent, 'system' | 'needed'>,
  parts: readonly RunPart[],
): AnalysisWish {
  const noise = experiment.noise.strength
  const hasDensity = noise > 0 && parts.includes('density')
  const hasBasins = parts.includes('basins')
  return {
    system,
    extent: needed.extent,
    basins: hasBasins ? { columns: basinColumns } : null,
    density: hasDensity ? { noise, columns: densityColumns } : null,
    escape: hasDensity ? { noise, columns: densityColumns, hasCurves: false } : null,
    diagram: parts.includes('diagram') ? diagramPathOf(experiment) : null,
    auditedStarts: hasBasins ? auditedStarts : 0,
  }
}

const partOfTask: Readonly<Record<AnalysisTask, RunPart>> = {
  basins: 'basins',
  audit: 'basins',
  density: 'density',
  escape: 'density',
  'escape-curve': 'density',
  diagram: 'diagram',
}

/** Basins, density and diagram by the session that the lab runs. */
export function createAnalysisStage(wish: AnalysisWish, tools: AnalysisTools): Stage<AnalysisOutcome> {
  const session = createAnalysisSession(tools)
  const remarks: Remark[] = []
  let hasBegun = false
  let answers = 0
  let basins: Basins | null = null
  let audit: BasinAudit | null = null
  let density: Density | null = null
  let escape: readonly EscapeTime[] = []
  let diagram: Diagram | null = null
  // Basins and density come coarse and fine.
  const expected =
    (wish.basins === null ? 0 : 3) +
    (wish.density === null ? 0 : 2) +
    Number(wish.escape !== null) +
    Number(wish.diagram !== null)

  function hear(events: readonly AnalysisEvent[]) {
    for (const event of events) {
      if (event.kind !== 'working' && event.kind !== 'done') answers++
      if (event.kind === 'basins' && event.isFinal) basins = event.basins
      if (event.kind === 'density' && event.isFinal) density = event.density
      if (event.kind === 'audit') audit = event.audit
      if (event.kind === 'escape') escape = event.times
      if (event.kind === 'diagram') diagram = event.diagram
      if (event.kind === 'failed') {
        remarks.push({ part: partOfTask[event.task], kind: 'failed', sentence: event.sentence })
      }
    }
  }

  return {
    advance() {
      if (!hasBegun) hear(session.handle({ kind: 'study', request: 1, wish }))
      hasBegun = true
      if (session.hasWork) hear(session.advance())
      return !session.hasWork
    },
    result: () => ({
      basins: basins && { ...basins, audit },
      density: density && {
        ...density,
        noise: wish.density?.noise ?? 0,
        escape: escape.map(({ from, to, time }) => ({ from: from + 1, to, time })),
      },
      diagram: diagram && diagramResults(diagram),
    }),
    share: () => (expected === 0 ? 1 : Math.min(1, answers / expected)),
    remarks: () => remarks,
  }
}

function diagramResults({ bifurcations, ...diagram }: Diagram): DiagramResults {
  return {
    ...diagram,
    bifurcations: bifurcations.map(({ memory, ...point }) => ({
      ...point,
      memory: memory === null ? null : memory + 1,
    })),
  }
}
