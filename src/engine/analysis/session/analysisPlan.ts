import type { DiagramPath } from '../../../model/phase/diagram.ts'
import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { AnalysisTask, AnalysisWish } from '../protocol.ts'

/** Columns of the first, quick answer. */
const coarseColumns = 65
/** The curves of escape times are drawn small: a coarse grid is enough. */
const curveColumns = 65

/** A place in the order of work. There is at most one task of each. */
export type Slot =
  | 'coarse-basins'
  | 'coarse-density'
  | 'diagram'
  | 'basins'
  | 'density'
  | 'escape'
  | 'audit'
  | 'escape-noise'
  | 'escape-saliency-1'
  | 'escape-saliency-2'

/** One task of a wish. */
export interface PlannedTask {
  readonly slot: Slot
  /** What it is called in events. */
  readonly task: AnalysisTask
  /** Everything that the result depends on: equal keys, equal results. */
  readonly key: string
  /** The slot whose result, when it is there, makes this one superfluous; null for none. */
  readonly refinedBy: Slot | null
  readonly spec: TaskSpec
}

/** What is to be done. */
export type TaskSpec =
  | { readonly kind: 'basins'; readonly extent: number; readonly columns: number; readonly isFinal: boolean }
  | { readonly kind: 'density'; readonly noise: number; readonly columns: number; readonly isFinal: boolean }
  | { readonly kind: 'diagram'; readonly path: DiagramPath }
  | { readonly kind: 'escape'; readonly noise: number; readonly columns: number }
  | { readonly kind: 'audit'; readonly starts: number }
  | {
      readonly kind: 'escape-curve'
      readonly along: 'noise' | 'saliency-1' | 'saliency-2'
      readonly noise: number
      readonly columns: number
    }

/** Equal networks, equal keys. */
export function networkKey({ saliency, gain, current }: TwoNeuronSystem): string {
  return [...saliency, gain, ...current].join()
}

/** The tasks of a wish in the order in which they are done: what is seen while dragging first, what is only read last. */
export function planOf({
  system,
  extent,
  basins,
  density,
  escape,
  diagram,
  auditedStarts,
}: AnalysisWish): PlannedTask[] {
  const network = networkKey(system)
  const tasks: PlannedTask[] = []
  const add = (
    slot: Slot,
    task: AnalysisTask,
    ofKey: readonly unknown[],
    spec: TaskSpec,
    refinedBy: Slot | null = null,
  ) => tasks.push({ slot, task, key: [slot, network, ...ofKey].join(' '), refinedBy, spec })

  if (basins !== null && basins.columns > coarseColumns) {
    const spec = { kind: 'basins', extent, columns: coarseColumns, isFinal: false } as const
    add('coarse-basins', 'basins', [extent], spec, 'basins')
  }
  if (density !== null && density.columns > coarseColumns) {
    const spec = { kind: 'density', noise: density.noise, columns: coarseColumns, isFinal: false } as const
    add('coarse-density', 'density', [density.noise], spec, 'density')
  }
  if (diagram !== null) {
    // A diagram has its networks from its path.
    const key = ['diagram', JSON.stringify(diagram)].join(' ')
    tasks.push({ slot: 'diagram', task: 'diagram', key, refinedBy: null, spec: { kind: 'diagram', path: diagram } })
  }
  if (basins !== null)
    add('basins', 'basins', [extent, basins.columns], { kind: 'basins', extent, ...basins, isFinal: true })
  if (density !== null) {
    add('density', 'density', [density.noise, density.columns], { kind: 'density', ...density, isFinal: true })
  }
  if (escape !== null) {
    const { noise, columns } = escape
    add('escape', 'escape', [noise, columns], { kind: 'escape', noise, columns })
  }
  if (basins !== null && auditedStarts > 0) {
    add('audit', 'audit', [extent, basins.columns, auditedStarts], { kind: 'audit', starts: auditedStarts })
  }
  if (escape?.hasCurves === true) {
    const { noise } = escape
    const columns = Math.min(escape.columns, curveColumns)
    for (const along of ['noise', 'saliency-1', 'saliency-2'] as const) {
      add(`escape-${along}`, 'escape-curve', [noise, columns], { kind: 'escape-curve', along, noise, columns })
    }
  }
  return tasks
}
