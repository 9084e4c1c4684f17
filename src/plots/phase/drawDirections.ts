import { pairEigenvectors } from '../../model/phase/eigenvectors.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import type { Sheet } from '../canvasSurface.ts'
import { darkAndLight } from '../drawMarks.ts'
import { stateToScreen } from '../mapLayout.ts'
import type { MapLayout } from '../mapLayout.ts'
import { math, sans, sub, type TextRun } from '../mathText.ts'
import { placeNames, type Rect } from '../nameBoxes.ts'
import { drawTextBox, textBoxSize } from '../textBox.ts'

/** A direction reaches from beside the mark to here, in rem. */
const innerRem = 0.9
const outerRem = 3.5
const headRem = 0.5
const labelRem = 0.75
/** Width of the light edge of a head. */
const casingPx = 3.25
/** Slower than this per unit of time a direction is neither left nor entered: the point is at a bifurcation. */
const stillRate = 1e-6

/** A stroke of a direction on the map, in pixels, and the side its head points to. */
export interface DirectionStroke {
  readonly inner: ReadonlyPair
  readonly outer: ReadonlyPair
  /** 1: away from the equilibrium (λ > 0), -1: towards it (λ < 0), 0: neither. */
  readonly sense: 1 | -1 | 0
}

/** Both strokes of an eigendirection through a point of the map. `vector`: unit, in states (x₂ upwards). */
export function directionStrokes(
  [x, y]: ReadonlyPair,
  vector: ReadonlyPair,
  value: number,
  [from, to]: readonly [number, number],
): readonly [DirectionStroke, DirectionStroke] {
  const sense = Math.abs(value) < stillRate ? 0 : value > 0 ? 1 : -1
  const strokeTo = (side: 1 | -1): DirectionStroke => {
    const place = (reach: number) => [x + side * reach * vector[0], y - side * reach * vector[1]] as const
    return { inner: place(from), outer: place(to), sense }
  }
  return [strokeTo(1), strokeTo(-1)]
}

/** λ = …, and how long a deviation takes to shrink or grow e-fold. */
export function eigenvalueLines(value: number, number: 1 | 2): readonly (readonly TextRun[])[] {
  const lambda = [math('λ'), sub(String(number))]
  if (Math.abs(value) < stillRate) return [[...lambda, sans(' = 0')], [sans('neither in nor out')]]
  return [
    [...lambda, sans(` = ${formatNumber(value, 3)}`)],
    [sans('1/|'), ...lambda, sans(`| = ${formatNumber(1 / Math.abs(value), 3)}`)],
  ]
}

function drawStroke({ context, tokens }: Sheet, { inner, outer, sense }: DirectionStroke): void {
  const [dark, light] = darkAndLight(tokens)
  const length = headRem * tokens.rem
  const [tip, tail] = sense === -1 ? [inner, outer] : [outer, inner]
  const angle = Math.atan2(tip[1] - tail[1], tip[0] - tail[0])
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const base = [tip[0] - length * dx, tip[1] - length * dy] as const
  const end = sense === 0 ? tip : base
  const traceHead = () => {
    context.beginPath()
    context.moveTo(tip[0], tip[1])
    context.lineTo(base[0] - 0.45 * length * dy, base[1] + 0.45 * length * dx)
    context.lineTo(base[0] + 0.45 * length * dy, base[1] - 0.45 * length * dx)
    context.closePath()
  }
  for (const [colour, width] of [
    [light, 5.5],
    [dark, 2.25],
  ] as const) {
    context.strokeStyle = colour
    context.fillStyle = colour
    context.lineWidth = width * tokens.mark
    context.beginPath()
    context.moveTo(tail[0], tail[1])
    context.lineTo(end[0], end[1])
    context.stroke()
    if (sense === 0) continue
    traceHead()
    context.lineWidth = casingPx * tokens.mark
    if (colour === light) context.stroke()
    context.fill()
  }
}

/**
 * Both eigendirections of the chosen equilibrium, with eigenvalue and time constant. Heads point the way states go. Returns where its texts
 * stand.
 */
export function drawDirections(
  sheet: Sheet,
  cell: FrameCell,
  layout: MapLayout,
  selectedKey: string | null,
): readonly Rect[] {
  const { system, landscape, equilibria } = cell
  const chosen = equilibria.find(({ key }) => key === selectedKey)
  if (!system || !landscape || !chosen) return []
  const { tokens, context } = sheet
  const middle = stateToScreen(layout, landscape.extent, chosen.state)
  const { values, vectors } = pairEigenvectors(system, chosen.state[0], chosen.state[1])
  const reach = [innerRem * tokens.rem * tokens.mark, outerRem * tokens.rem] as const
  const bounds = { left: layout.left + 2, top: layout.top + 2, width: layout.size - 4, height: layout.size - 4 }
  const sizePx = labelRem * tokens.rem
  context.save()
  context.beginPath()
  context.rect(layout.left, layout.top, layout.size, layout.size)
  context.clip()
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const labels = values.map((value, k) => {
    const strokes = directionStrokes(middle, vectors[k], value, reach)
    for (const stroke of strokes) drawStroke(sheet, stroke)
    // The label stands at the end that is further inside the map.
    const roomAt = ({ outer: [x, y] }: DirectionStroke) =>
      Math.min(x - layout.left, layout.left + layout.size - x, y - layout.top, layout.top + layout.size - y)
    const { outer } = roomAt(strokes[0]) >= roomAt(strokes[1]) ? strokes[0] : strokes[1]
    const lines = eigenvalueLines(value, k === 0 ? 1 : 2)
    return { lines, x: outer[0], y: outer[1], clearance: 0.5 * tokens.rem, ...textBoxSize(sheet, lines, sizePx) }
  })
  context.restore()
  // The marks take part without a text: the labels keep clear of them.
  const marks = equilibria.map(({ state }) => {
    const [x, y] = stateToScreen(layout, landscape.extent, state)
    return { x, y, width: 0, height: 0, clearance: innerRem * tokens.rem * tokens.mark }
  })
  const rects = placeNames([...labels, ...marks], bounds).slice(0, labels.length)
  rects.forEach((rect, k) => {
    if (rect) drawTextBox(sheet, rect, labels[k].lines, { sizePx })
  })
  return rects.filter((rect) => rect !== null)
}
