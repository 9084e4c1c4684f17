import type { Bifurcation, Branch } from '../../model/phase/diagram.ts'
import type { Sheet } from '../canvasSurface.ts'
import { sans } from '../mathText.ts'
import { readBranch, shownAtBifurcation, type Shown } from './branchValues.ts'
import type { DiagramFrame } from './diagramFrame.ts'
import { bifurcationWords, eventsOf, parameterWords } from './diagramWords.ts'
import type { DiagramPicture } from './drawDiagram.ts'
import { placeEventNames, type Rect } from './eventNames.ts'

const glyphPx = 6.5
const nameRem = 0.6875
/** Names keep off the curves, looked at so often. */
const samplePx = 4

/** A mark at every bifurcation, and names for those that have room; all are in the table below. */
export function drawEvents(sheet: Sheet, picture: DiagramPicture): void {
  const { diagram, show, frame } = picture
  const place = (bifurcation: Bifurcation) =>
    [frame.x(bifurcation.s), frame.y(shownAtBifurcation(diagram.path, bifurcation, show))] as const
  // Marks that share a place on the screen are drawn once: twins with the energy upwards.
  const drawn = new Set<string>()
  for (const bifurcation of diagram.bifurcations) {
    const [x, y] = place(bifurcation)
    const key = `${bifurcation.kind} ${x.toFixed(0)} ${y.toFixed(0)}`
    if (!drawn.has(key)) drawGlyph(sheet, bifurcation, x, y)
    drawn.add(key)
  }
  drawEventNames(sheet, picture, place)
}

/** What happens and where, on two lines: the figure is narrow. */
function drawEventNames(
  sheet: Sheet,
  { diagram, show, frame, present }: DiagramPicture,
  place: (bifurcation: Bifurcation) => readonly [number, number],
): void {
  const { context, tokens } = sheet
  const sizePx = nameRem * tokens.rem
  const lineHeight = 1.25 * sizePx
  const names = eventsOf(diagram.bifurcations).map(({ bifurcation }) => {
    const [x, y] = place(bifurcation)
    const lines = [[sans(bifurcationWords(bifurcation))], [sans(parameterWords(diagram.path, bifurcation.s))]]
    const width = 6 + Math.max(...lines.map((runs) => sheet.text.measure(runs, sizePx, tokens)))
    return { x, y, width, height: lines.length * lineHeight, clearance: 1.6 * glyphPx * tokens.mark, lines }
  })
  const points = diagram.branches.flatMap((branch) => curvePoints(branch, show, frame))
  if (present !== null) {
    for (let y = frame.top; y < frame.bottom; y += samplePx) points.push([frame.x(present), y])
  }
  const bounds = { left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }
  placeEventNames(names, diagram.bifurcations.map(place), points, bounds).forEach((rect, k) => {
    if (!rect) return
    drawLeader(sheet, [names[k].x, names[k].y], rect, names[k].clearance)
    context.globalAlpha = 0.8
    context.fillStyle = tokens.panel
    context.fillRect(rect.left, rect.top, rect.width, rect.height)
    context.globalAlpha = 1
    names[k].lines.forEach((runs, line) => {
      const at = [rect.left + 3, rect.top + (line + 0.5) * lineHeight] as const
      sheet.text.draw(context, runs, at, tokens, { sizePx, colour: line === 0 ? tokens.ink : tokens.inkSoft })
    })
  })
}

/** A thin line from a mark to a name that stands away from it. */
function drawLeader(
  { context, tokens }: Sheet,
  [x, y]: readonly [number, number],
  rect: Rect,
  clearance: number,
): void {
  const toX = Math.min(rect.left + rect.width, Math.max(rect.left, x))
  const toY = Math.min(rect.top + rect.height, Math.max(rect.top, y))
  const distance = Math.hypot(toX - x, toY - y)
  if (distance < 1.5 * clearance) return
  const start = (0.85 * clearance) / distance
  context.strokeStyle = tokens.inkSoft
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(x + start * (toX - x), y + start * (toY - y))
  context.lineTo(toX, toY)
  context.stroke()
}

/** A branch as points so near that no name slips between them. */
function curvePoints(branch: Branch, show: Shown, { x, y, left, right }: DiagramFrame): [number, number][] {
  const [first, last] = [branch.s[0], branch.s[branch.s.length - 1]]
  const count = 1 + Math.ceil(((last - first) * (right - left)) / samplePx)
  return Array.from({ length: count }, (_, k) => {
    const s = first + ((last - first) * k) / Math.max(1, count - 1)
    return [x(s), y(readBranch(branch, show, s).value)]
  })
}

/** A fork with three prongs, a bow, or a diamond, open towards the side that has more equilibria. */
function drawGlyph({ context, tokens }: Sheet, { kind, change }: Bifurcation, x: number, y: number): void {
  const r = glyphPx * tokens.mark
  context.save()
  context.translate(x, y)
  if (change < 0) context.scale(-1, 1)
  context.beginPath()
  context.arc(0, 0, 1.35 * r, 0, 2 * Math.PI)
  context.fillStyle = tokens.panel
  context.fill()
  context.strokeStyle = tokens.ink
  context.lineWidth = 1
  context.stroke()
  context.lineWidth = 1.6 * tokens.mark
  context.lineCap = 'round'
  context.beginPath()
  if (kind === 'pitchfork') {
    // ⋔, lying: a bow with a handle through it.
    context.moveTo(0.8 * r, -0.6 * r)
    context.lineTo(0.3 * r, -0.6 * r)
    context.arc(0.3 * r, 0, 0.6 * r, -Math.PI / 2, Math.PI / 2, true)
    context.lineTo(0.8 * r, 0.6 * r)
    context.moveTo(-0.9 * r, 0)
    context.lineTo(0.8 * r, 0)
  } else if (kind === 'fold') {
    context.moveTo(0.7 * r, -0.65 * r)
    context.lineTo(0.1 * r, -0.65 * r)
    context.arc(0.1 * r, 0, 0.65 * r, -Math.PI / 2, Math.PI / 2, true)
    context.lineTo(0.7 * r, 0.65 * r)
  } else {
    context.moveTo(0, -0.75 * r)
    context.lineTo(0.75 * r, 0)
    context.lineTo(0, 0.75 * r)
    context.lineTo(-0.75 * r, 0)
    context.closePath()
  }
  context.stroke()
  context.restore()
}
