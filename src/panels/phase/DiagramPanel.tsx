import { useMemo } from 'react'
import { diagramAlong, planePathOf, type DiagramParts } from '../../experiment/diagramPath.ts'
import type { DiagramSettings } from '../../experiment/phaseSettings.ts'
import { ranges } from '../../experiment/ranges.ts'
import type { Diagram } from '../../model/phase/diagram.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { DiagramPlot } from '../../plots/diagram/DiagramPlot.tsx'
import { useShowPath, type PathOnMap } from '../../plots/diagram/pathOnMap.ts'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { formatShort } from '../../ui/formatNumber.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { withPhase } from '../edits.ts'
import '../panels.css'
import { goToPlace, keyAt } from './diagramGoTo.ts'
import './DiagramPanel.css'
import { DiagramPathFields } from './DiagramPathFields.tsx'
import { DiagramTable } from './DiagramTable.tsx'
import { TaskFailure } from './TaskFailure.tsx'

/** The table and the words below a diagram follow it so many times a second at most. */
const readingsPerSecond = 8

const pathOption: SegmentedOption<DiagramSettings['along']> = {
  value: 'path',
  label: 'Path',
  tooltip: 'Along the line from A to B on the map of the input. Drag its ends, or draw another.',
}
const gainOption: SegmentedOption<DiagramSettings['along']> = {
  value: 'gain',
  label: 'Gain',
  tooltip: `The gain from ${formatShort(ranges.gain.low)} to ${formatShort(ranges.gain.high)}, at the present input.`,
}
const inputOption: SegmentedOption<DiagramSettings['along']> = {
  value: 'input',
  label: 'Input',
  tooltip: 'From no input towards B on the map, and a quarter beyond: how strong may it be before a memory is lost?',
}
const shownOptions: readonly SegmentedOption<DiagramSettings['show']>[] = [
  { value: 'overlap-1', label: <Symbol base="m" sub={1} label="overlap with memory 1" /> },
  { value: 'overlap-2', label: <Symbol base="m" sub={2} label="overlap with memory 2" /> },
  { value: 'energy', label: <Symbol base="E" label="energy" /> },
]

/** The bifurcation diagram of a path of networks: what is followed, the diagram, and all it says as text. */
export function DiagramPanel() {
  useWanted('diagram')
  const { store } = useLab()
  const experiment = useDiagramParts()
  const diagram = useAnalysis((cell) => cell.diagram, readingsPerSecond)
  const settings = experiment.view.phase.diagram
  const { edit } = store.getState()
  const along = diagramAlong(experiment)
  usePathOfDocument(experiment)

  const choose = (patch: Partial<DiagramSettings>) => edit(withPhase({ diagram: { ...settings, ...patch } }))
  const goTo = (from: Diagram, s: number, state: ReadonlyPair) => {
    const { highlight, select } = store.getState()
    const key = keyAt(from.path, s, state)
    edit(goToPlace(from.path, s), { label: 'Go to a point of the diagram' })
    highlight(key)
    select(key)
  }
  return (
    <div className="panel-section diagram-panel">
      <h2 className="panel-title">Bifurcations</h2>
      <p className="panel-words">{meaning(experiment)}</p>
      <div className="diagram-choices">
        {optionsOf(experiment).length > 1 && (
          <Segmented
            label="Along"
            isLabelShown
            options={optionsOf(experiment)}
            value={along}
            onChange={(next) => choose({ along: next })}
          />
        )}
        <Segmented
          label="Upwards"
          isLabelShown
          options={shownOptions}
          value={settings.show}
          onChange={(show) => choose({ show })}
        />
      </div>
      <CutSentence experiment={experiment} />
      <DiagramPlot onGo={goTo} />
      <DiagramLegend />
      {along !== 'gain' && <DiagramPathFields isRay={along === 'input'} />}
      <TaskFailure part="diagram" />
      {diagram === null ? (
        <p className="panel-words">The diagram is being computed.</p>
      ) : (
        <>
          <DiagramTable diagram={diagram} onGo={goTo} />
          <Completeness checked={diagram.checked} />
        </>
      )}
    </div>
  )
}

/** The parts of the document that the diagram comes from: a camera that moves renders nothing here. */
function useDiagramParts(): DiagramParts {
  const model = useLabState((state) => state.experiment.model)
  const input = useLabState((state) => state.experiment.input)
  const phase = useLabState((state) => state.experiment.view.phase)
  return useMemo(() => ({ model, input, view: { phase } }), [model, input, phase])
}

/** Puts the path of the document on the regime map. */
function usePathOfDocument(experiment: DiagramParts): void {
  const along = diagramAlong(experiment)
  const end = along === 'input' ? planePathOf(experiment)?.to : undefined
  const [a, b] = end ?? [0, 0]
  const path = useMemo<PathOnMap | null>(() => {
    if (along === 'gain') return null
    return along === 'path' ? { kind: 'path' } : { kind: 'ray', to: [a, b] }
  }, [along, a, b])
  useShowPath(path)
}

function optionsOf({ model }: DiagramParts): readonly SegmentedOption<DiagramSettings['along']>[] {
  if (model.kind === 'idp') return [pathOption, gainOption]
  return model.inputAs === 'current' ? [pathOption, gainOption, inputOption] : [gainOption]
}

function meaning(experiment: DiagramParts): string {
  switch (diagramAlong(experiment)) {
    case 'path':
      return 'Every equilibrium along the line from A to B on the map of the input.'
    case 'gain':
      return experiment.model.kind === 'classic' && experiment.model.inputAs === 'start'
        ? 'Every equilibrium as the gain grows. Here the input is only where a ball starts, and changes none.'
        : 'Every equilibrium as the gain grows, at the present input.'
    case 'input':
      return 'Every equilibrium as the input grows from none towards B, and beyond.'
    default:
      return ''
  }
}

/** What the range of saliencies cuts off a path. */
function CutSentence({ experiment }: { readonly experiment: DiagramParts }) {
  if (planePathOf(experiment)?.isCut !== true) return null
  const range = `${formatShort(ranges.saliency.low)} to ${formatShort(ranges.saliency.high)}`
  return <p className="panel-words">The path stops at the edge of the range: saliencies go from {range}.</p>
}

/** The three kinds of line. */
function DiagramLegend() {
  return (
    <p className="diagram-legend">
      {(['stable', 'saddle', 'source'] as const).map((kind) => (
        <span key={kind}>
          <svg width="28" height="4" aria-hidden="true" focusable="false">
            <line
              x2="28"
              y1="2"
              y2="2"
              strokeDasharray={kind === 'stable' ? undefined : kind === 'saddle' ? '6 4' : '1.5 4'}
            />
          </svg>
          {kind}
        </span>
      ))}
    </p>
  )
}

/** The check that no equilibrium was missed anywhere on the path. */
function Completeness({ checked: { steps, complete } }: { readonly checked: Diagram['checked'] }) {
  if (complete < steps) {
    const text = `Index sum 1 at ${complete} of ${steps} steps only: an equilibrium is missing at the others.`
    return <Notice tone="warning">{text}</Notice>
  }
  return (
    <p className="panel-words">
      Every step complete: index sum 1 at {complete} of {steps}.
    </p>
  )
}
