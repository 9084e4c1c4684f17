import type { Basins } from '../../../model/phase/basins.ts'
import { findEquilibria } from '../../../model/equilibria.ts'
import { nameEquilibria } from '../../../model/equilibriumNames.ts'
import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { AnalysisEvent } from '../protocol.ts'
import { createAuditWork } from './auditWork.ts'
import { createEscapeCurveWork } from './escapeCurveWork.ts'
import { createPace } from './pace.ts'
import { networkKey, type TaskSpec } from './analysisPlan.ts'
import type { AnalysisTools, BasinTool, DensityTool, StudiedSystem, Work } from './work.ts'

/** An answer that does not know yet which request it belongs to. */
export type AnswerBody = AnalysisEvent extends infer E ? (E extends AnalysisEvent ? Omit<E, 'request'> : never) : never

/** Cells of a first piece of basins, and of the largest: a piece must end soon even where the clock is coarse. */
const firstCells = 1024
const mostCells = 65_536
/** Starts of a first piece of the audit, and of the largest. */
const firstStarts = 4
const mostStarts = 256

/** Turns what is to be done into work. */
export interface TaskRunner {
  /** Throws a sentence where it cannot be done. */
  readonly begin: (system: TwoNeuronSystem, spec: TaskSpec) => Work<AnswerBody>
}

/** `tools`: each is made when it is first needed, and kept. The equilibria of the last network are kept, and the last final basins for their audit. */
export function createTaskRunner(tools: AnalysisTools): TaskRunner {
  const basinPace = createPace(firstCells, mostCells, tools.now)
  const auditPace = createPace(firstStarts, mostStarts, tools.now)
  let basinTool: BasinTool | null = null
  let densityTool: DensityTool | null = null
  let known: StudiedSystem | null = null
  let lastBasins: { readonly system: TwoNeuronSystem; readonly basins: Basins } | null = null

  function study(system: TwoNeuronSystem): StudiedSystem {
    if (known?.system !== system) known = { system, equilibria: nameEquilibria(findEquilibria(system), system) }
    return known
  }
  const density = () => (densityTool ??= tools.createDensity())

  function beginBasins(system: TwoNeuronSystem, extent: number, columns: number, isFinal: boolean): Work<AnswerBody> {
    basinTool ??= tools.createBasins()
    const task = basinTool.begin(system, study(system).equilibria, extent, columns)
    return {
      advance: () => basinPace.piece((cells) => task.advance(cells)),
      result() {
        const basins = task.result()
        // The labels go to the page: the audit needs its own.
        if (isFinal) lastBasins = { system, basins: { ...basins, labels: basins.labels.slice() } }
        return { kind: 'basins', system, basins, isFinal }
      },
    }
  }

  return {
    begin(system, spec) {
      switch (spec.kind) {
        case 'basins':
          return beginBasins(system, spec.extent, spec.columns, spec.isFinal)
        case 'density': {
          const { noise, columns, isFinal } = spec
          const work = density().begin(study(system), noise, columns)
          return followedBy(work, (result) => ({ kind: 'density', system, noise, density: result, isFinal }))
        }
        case 'diagram':
          return followedBy(tools.beginDiagram(spec.path), (diagram) => ({ kind: 'diagram', diagram }))
        case 'escape': {
          const work = density().beginEscape(study(system), spec.noise, spec.columns)
          return followedBy(work, (times) => ({ kind: 'escape', times }))
        }
        case 'audit': {
          if (lastBasins === null || networkKey(lastBasins.system) !== networkKey(system)) {
            throw new Error('there are no basins to check.')
          }
          const work = createAuditWork(study(system), lastBasins.basins, spec.starts, tools.endOf, auditPace)
          return followedBy(work, (audit) => ({ kind: 'audit', audit }))
        }
        case 'escape-curve': {
          const { along, noise, columns } = spec
          const beginEscape = (studied: StudiedSystem, strength: number) =>
            density().beginEscape(studied, strength, columns)
          const work = createEscapeCurveWork({ along, system, noise, study, beginEscape })
          return followedBy(work, (curve) => ({ kind: 'escape-curve', curve }))
        }
        default:
          return spec satisfies never
      }
    },
  }
}

function followedBy<T>({ advance, result }: Work<T>, answer: (result: T) => AnswerBody): Work<AnswerBody> {
  return { advance, result: () => answer(result()) }
}
