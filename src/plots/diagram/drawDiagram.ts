import type { Branch, Diagram } from '../../model/phase/diagram.ts'
import { pathParameter } from '../../model/phase/diagramPath.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { spreadLabels } from '../../ui/sliderScale.ts'
import type { Sheet } from '../canvasSurface.ts'
import { isClearOfName } from '../clearOfName.ts'
import { math, sans, sub, sup, type TextRun } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { nameOfKey } from '../phase/attractors.ts'
import { readBranch, shownRange, shownValue, type Shown } from './branchValues.ts'
import type { DiagramCursor } from './diagramCursor.ts'
import { parameterTicks, type DiagramFrame } from './diagramFrame.ts'
import { drawEvents } from './drawEvents.ts'

export interface DiagramPicture {
  readonly diagram: Diagram
  readonly show: Shown
  readonly frame: DiagramFrame
  readonly cursor: DiagramCursor | null
  /** s of the present network; null where it is off the path. */
  readonly present: number | null
}

const tickRem = 0.6875
const labelRem = 0.8125
/** Stable solid, saddle dashed, source dotted: as the marks of equilibria, told without colour. */
const dashes: Record<Branch['stability'], readonly number[]> = { stable: [], saddle: [6, 4], source: [1.5, 4] }
const order: readonly Branch['stability'][] = ['source', 'saddle', 'stable']

/** The whole diagram: axes, the present network, branches, bifurcations, names, cursor. */
export function drawDiagram(sheet: Sheet, picture: DiagramPicture): void {
  drawAxes(sheet, picture)
  drawPresent(sheet, picture)
  drawBranches(sheet, picture)
  drawNames(sheet, picture)
  drawEvents(sheet, picture)
  drawCursor(sheet, picture)
}

/** A memory's branch has its colour; what belongs to none has that of ink. */
function branchColour(key: string, tokens: Tokens): string {
  const name = nameOfKey(key)
  if (name.kind === 'memory') return name.mu === 0 ? tokens.memory1 : tokens.memory2
  return tokens.ink
}

function drawAxes(sheet: Sheet, { diagram, show, frame }: DiagramPicture): void {
  const { context, tokens } = sheet
  const { left, right, top, bottom } = frame
  const sizePx = tickRem * tokens.rem
  const text = { sizePx, colour: tokens.inkSoft }
  const { low, high } = shownRange(diagram, show)
  const valueTicks = plotTicks(low, high, Math.max(2, Math.round((bottom - top) / (2.2 * tokens.rem))))
  const pathTicks = parameterTicks(diagram, Math.max(2, Math.round((right - left) / (3.5 * tokens.rem))))
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.beginPath()
  for (const { value } of valueTicks) {
    const y = Math.round(frame.y(value)) + 0.5
    context.moveTo(left, y)
    context.lineTo(right, y)
  }
  for (const { s } of pathTicks) {
    const x = Math.round(frame.x(s)) + 0.5
    context.moveTo(x, top)
    context.lineTo(x, bottom)
  }
  context.stroke()
  for (const tick of valueTicks) {
    const y = frame.y(tick.value)
    if (y < top + 1.4 * sizePx) continue
    sheet.text.draw(context, [sans(tick.text)], [left - 6, y], tokens, { ...text, align: 'end' })
  }
  const below = bottom + 0.95 * sizePx
  const name = { sizePx: 1.25 * sizePx, colour: tokens.ink }
  const runs = parameterRuns(diagram)
  const nameLeft = right + 2 - sheet.text.measure(runs, name.sizePx, tokens) / 2
  for (const tick of pathTicks) {
    const x = frame.x(tick.s)
    if (pathTicks.length > 1 && !isClearOfName(sheet, tick.text, x, sizePx, nameLeft)) continue
    sheet.text.draw(context, [sans(tick.text)], [x, below], tokens, { ...text, align: 'center' })
  }
  sheet.text.draw(context, runs, [right + 2, below], tokens, { ...name, align: 'center' })
  sheet.text.draw(context, shownRuns(show), [left - 8, top + 0.4 * sizePx], tokens, { ...name, align: 'end' })
}

/** α₁, g, u₂. */
function parameterRuns({ path }: Diagram): TextRun[] {
  const { symbol, index } = pathParameter(path, 0)
  return index === null ? [math(symbol)] : [math(symbol), sub(String(index))]
}

/** m₁, m₂, E. */
function shownRuns(show: Shown): TextRun[] {
  return show === 'energy' ? [math('E')] : [math('m'), sub(show === 'overlap-1' ? '1' : '2')]
}

function drawPresent({ context, tokens }: Sheet, { frame, present }: DiagramPicture): void {
  if (present === null) return
  const x = Math.round(frame.x(present)) + 0.5
  context.strokeStyle = tokens.accent
  context.lineWidth = 1.5 * tokens.mark
  context.beginPath()
  context.moveTo(x, frame.top - 4)
  context.lineTo(x, frame.bottom)
  context.stroke()
  context.fillStyle = tokens.accent
  context.beginPath()
  context.arc(x, frame.top - 4, 3.5 * tokens.mark, 0, 2 * Math.PI)
  context.fill()
}

function drawBranches({ context, tokens }: Sheet, { diagram, show, frame, cursor }: DiagramPicture): void {
  context.save()
  context.beginPath()
  context.rect(frame.left - 1, frame.top - 2, frame.right - frame.left + 2, frame.bottom - frame.top + 4)
  context.clip()
  context.lineJoin = 'round'
  for (const stability of order) {
    diagram.branches.forEach((branch, k) => {
      if (branch.stability !== stability) return
      const isLit = cursor?.branch === k
      context.strokeStyle = branchColour(branch.key, tokens)
      context.lineWidth = (stability === 'stable' ? 2.25 : 1.5) * tokens.mark + (isLit ? 1.25 : 0)
      context.setLineDash(dashes[stability].map((length) => length * tokens.mark))
      context.beginPath()
      for (let n = 0; n < branch.s.length; n++) {
        context.lineTo(frame.x(branch.s[n]), frame.y(shownValue(branch, show, n)))
      }
      context.stroke()
    })
  }
  context.restore()
}

/** Names of the stable branches at the right end; those that end at one height share a line: ξ¹, ±ξ². */
function drawNames(sheet: Sheet, { diagram, show, frame }: DiagramPicture): void {
  const { context, tokens } = sheet
  const groups: { y: number; keys: string[] }[] = []
  for (const branch of diagram.branches) {
    const last = branch.s.length - 1
    if (branch.stability !== 'stable' || branch.s[last] < 1) continue
    const y = frame.y(shownValue(branch, show, last))
    const group = groups.find((each) => Math.abs(each.y - y) < 1)
    if (group) group.keys.push(branch.key)
    else groups.push({ y, keys: [branch.key] })
  }
  groups.sort((a, b) => a.y - b.y)
  const sizePx = labelRem * tokens.rem
  const height = 1.3 * sizePx
  const offset = frame.top - height / 2
  const places = spreadLabels(
    groups.map(({ y }) => y - offset),
    groups.map(() => height),
    frame.bottom - frame.top + height,
    0,
  )
  groups.forEach(({ keys }, k) => {
    const colour = branchColour(keys[0], tokens)
    sheet.text.draw(context, groupRuns(keys), [frame.right + 5, places[k] + offset], tokens, { sizePx, colour })
  })
}

function groupRuns(keys: readonly string[]): TextRun[] {
  const names = keys.map(nameOfKey)
  const memories = names.flatMap((name) => (name.kind === 'memory' ? [name] : []))
  const parts = ([0, 1] as const).flatMap((mu) => {
    const signs = memories.filter((name) => name.mu === mu).map(({ sign }) => sign)
    if (signs.length === 0) return []
    const sign = signs.length > 1 ? '±' : signs[0] === -1 ? '−' : ''
    return [[sans(sign), math('ξ'), sup(String(mu + 1))]]
  })
  if (parts.length === 0) return [sans(names.some(({ kind }) => kind === 'origin') ? '0' : '')]
  return parts.flatMap((part, k) => (k === 0 ? part : [sans(','), ...part]))
}

function drawCursor({ context, tokens }: Sheet, { diagram, show, frame, cursor }: DiagramPicture): void {
  const branch = cursor && diagram.branches.at(cursor.branch)
  if (!cursor || !branch) return
  const [x, y] = [frame.x(cursor.s), frame.y(readBranch(branch, show, cursor.s).value)]
  context.strokeStyle = tokens.accent
  context.lineWidth = tokens.mark
  context.setLineDash([2, 3])
  context.beginPath()
  context.moveTo(Math.round(x) + 0.5, frame.top)
  context.lineTo(Math.round(x) + 0.5, frame.bottom)
  context.stroke()
  context.setLineDash([])
  context.beginPath()
  context.arc(x, y, 5.5 * tokens.mark, 0, 2 * Math.PI)
  context.fillStyle = tokens.panel
  context.fill()
  context.lineWidth = 2.25 * tokens.mark
  context.stroke()
}
