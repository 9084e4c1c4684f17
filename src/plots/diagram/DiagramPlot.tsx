import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Diagram } from '../../model/phase/diagram.ts'
import { pathParameter } from '../../model/phase/diagramPath.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { useAnalysis } from '../../store/analysis/useAnalysis.ts'
import { selectSystem } from '../../store/selectors.ts'
import { useLabState } from '../../store/useLab.ts'
import { formatFixed, formatNumber } from '../../ui/formatNumber.ts'
import '../../ui/VisuallyHidden.css'
import '../plots.css'
import { useDrawnCanvas } from '../useDrawnCanvas.ts'
import { attractorInWords } from '../phase/attractors.ts'
import { placeOnPath, readBranch, type Shown } from './branchValues.ts'
import { cursorAt, firstCursor, stepAcross, stepAlong, type DiagramCursor } from './diagramCursor.ts'
import type { DiagramFrame } from './diagramFrame.ts'
import { diagramFrame } from './diagramFrame.ts'
import './DiagramPlot.css'
import { parameterSymbol } from './diagramWords.ts'
import { drawDiagram } from './drawDiagram.ts'

/** A new diagram is shown so many times a second at most. */
const picturesPerSecond = 30
/** One press of an arrow key, in s; with Shift ten times as far. */
const keyStep = 0.01
const shownLetters: Record<Shown, string> = { 'overlap-1': 'm₁', 'overlap-2': 'm₂', energy: 'E' }

const hint = 'Point at a branch to read it; click it to go there.'

/** A cursor and the diagram that it belongs to: a new diagram has other branches. */
interface Reading {
  readonly diagram: Diagram
  readonly show: Shown
  readonly cursor: DiagramCursor
}

interface DiagramPlotProps {
  /** A point of a branch was chosen: a place on the path, and the state there. */
  readonly onGo: (diagram: Diagram, s: number, state: ReadonlyPair) => void
}

/** The bifurcation diagram of the document's path, to read and to go to. Somebody else must want it (`useWanted('diagram')`). */
export function DiagramPlot({ onGo }: DiagramPlotProps) {
  const diagram = useAnalysis((cell) => cell.diagram, picturesPerSecond)
  const show = useLabState((state) => state.experiment.view.phase.diagram.show)
  const system = useLabState(selectSystem)
  // Not React's: a pointer that moves must not render anything.
  const readingRef = useRef<Reading | null>(null)
  const wordsRef = useRef<HTMLParagraphElement>(null)
  const frameRef = useRef<DiagramFrame | null>(null)
  const keysId = useId()
  const present = diagram && placeOnPath(diagram.path, system)
  const cursorNow = () => (readingRef.current?.diagram === diagram ? (readingRef.current?.cursor ?? null) : null)

  const { canvasRef, redraw } = useDrawnCanvas((sheet) => {
    if (!diagram) return
    const frame = diagramFrame(sheet.width, sheet.height, sheet.tokens.rem, diagram, show)
    frameRef.current = frame
    drawDiagram(sheet, { diagram, show, frame, cursor: cursorNow(), present })
  })

  const read = (next: DiagramCursor | null) => {
    if (next === null && readingRef.current === null) return
    readingRef.current = next && diagram ? { diagram, show, cursor: next } : null
    if (wordsRef.current) wordsRef.current.textContent = next && diagram ? readingWords(diagram, show, next) : hint
    redraw()
  }
  useEffect(() => {
    const reading = readingRef.current
    if (reading?.diagram === diagram && reading?.show === show) return
    readingRef.current = null
    if (wordsRef.current) wordsRef.current.textContent = hint
  }, [diagram, show])
  const pointed = (event: MouseEvent<HTMLElement>): DiagramCursor | null => {
    const frame = frameRef.current
    if (!diagram || !frame) return null
    const box = event.currentTarget.getBoundingClientRect()
    return cursorAt(diagram, show, frame, [event.clientX - box.left, event.clientY - box.top])
  }
  const goTo = (to: DiagramCursor | null) => {
    if (!diagram || !to) return
    onGo(diagram, to.s, readBranch(diagram.branches[to.branch], show, to.s).state)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!diagram || event.ctrlKey || event.metaKey || event.altKey) return
    const cursor = cursorNow()
    const next = cursorOfKey(event, diagram, show, cursor, present)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (next === 'go') goTo(cursor)
    else read(next)
  }

  return (
    <div className="diagram-plot">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a picture with its own keys is what the role is for */}
      <div
        className="diagram-plot-host"
        role="application"
        aria-label={`Bifurcation diagram: ${shownLetters[show]} of every equilibrium along the path`}
        aria-describedby={keysId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture with its own keys is what the role is for
        tabIndex={0}
        onPointerMove={(event) => read(pointed(event))}
        onPointerLeave={() => read(null)}
        // What was read is where it goes: the place of a click is rounded to whole pixels.
        onClick={(event) => goTo(cursorNow() ?? pointed(event))}
        onBlur={() => read(null)}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvasRef} className="diagram-plot-canvas" />
      </div>
      <p className="visually-hidden" id={keysId}>
        Left and right follow a branch, with Shift further; up and down change the branch; Enter goes there; Escape
        hides the reading. The bifurcations are in the table below.
      </p>
      <p className="diagram-plot-reading" ref={wordsRef} aria-live="polite" />
    </div>
  )
}

/** Where a key leads: a cursor, null for none, 'go' to go to the present one; undefined for a key that is not ours. */
function cursorOfKey(
  { key, shiftKey }: KeyboardEvent,
  diagram: Diagram,
  show: Shown,
  cursor: DiagramCursor | null,
  present: number | null,
): DiagramCursor | null | 'go' | undefined {
  const step = shiftKey ? 10 * keyStep : keyStep
  const isMove = key.startsWith('Arrow')
  if (key === 'Enter' || key === ' ' || isMove) {
    if (cursor === null) return firstCursor(diagram, show, present ?? 0.5)
  }
  if (cursor === null) return undefined
  switch (key) {
    case 'ArrowLeft':
      return stepAlong(diagram, show, cursor, -step)
    case 'ArrowRight':
      return stepAlong(diagram, show, cursor, step)
    case 'ArrowUp':
      return stepAcross(diagram, show, cursor, 1)
    case 'ArrowDown':
      return stepAcross(diagram, show, cursor, -1)
    case 'Enter':
    case ' ':
      return 'go'
    case 'Escape':
      return null
    default:
      return undefined
  }
}

/** 'memory 1, saddle: α₁ = 1.120, m₁ = 0.412'. */
function readingWords(diagram: Diagram, show: Shown, { s, branch: k }: DiagramCursor): string {
  const branch = diagram.branches[k]
  const { value } = readBranch(branch, show, s)
  const parameter = `${parameterSymbol(diagram.path)} = ${formatNumber(pathParameter(diagram.path, s).value)}`
  return `${attractorInWords(branch.key)}, ${branch.stability}: ${parameter}, ${shownLetters[show]} = ${formatFixed(value, 3)}`
}
