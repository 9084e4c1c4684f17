import type { ReadonlyPair } from '../../model/vector.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import type { Sheet } from '../canvasSurface.ts'
import { math, sans, sub, type TextRun } from '../mathText.ts'
import { inPart } from '../sheetParts.ts'

interface MetricFigure {
  /** f, where the state goes. */
  readonly field: ReadonlyPair
  /** −∇E, straight downhill. */
  readonly downhill: ReadonlyPair
  /** ψ′ of either neuron: f = −∇E / ψ′, component by component. */
  readonly slopes: ReadonlyPair
}

const textRem = 0.75
const headRem = 0.5

/** f and −∇E at one state to one scale, x₂ up, with the level line and with what each neuron's ψ′ adds between the two; beside it the numbers. */
export function drawMetric(sheet: Sheet, [x1, x2]: ReadonlyPair, { field, downhill, slopes }: MetricFigure): void {
  const { context, tokens, text, width, height } = sheet
  const { rem } = tokens
  const side = Math.min(height, 0.6 * width)
  const [middle, half] = [side / 2, side / 2 - 1]
  const longest = Math.max(Math.hypot(...field), Math.hypot(...downhill), Number.MIN_VALUE)
  const place = ([a, b]: ReadonlyPair): ReadonlyPair => {
    const scale = (0.8 * half) / longest
    return [middle + a * scale, middle - b * scale]
  }
  const [origin, tip, foot]: ReadonlyPair[] = [[middle, middle], place(field), place(downhill)]
  inPart(sheet, 'level-line', () => {
    context.strokeStyle = tokens.hairline
    context.lineWidth = 1
    context.strokeRect(0.5, 0.5, side - 1, side - 1)
    const size = Math.hypot(...downhill) || 1
    const [a, b] = [(-downhill[1] / size) * half, (downhill[0] / size) * half]
    context.strokeStyle = tokens.inkSoft
    line(sheet, [middle + a, middle - b], [middle - a, middle + b])
  })
  inPart(sheet, 'steps', () => {
    context.setLineDash([2, 3])
    line(sheet, foot, [tip[0], foot[1]])
    line(sheet, [tip[0], foot[1]], tip)
    context.setLineDash([])
  })
  inPart(sheet, 'downhill', () => arrow(sheet, origin, foot, tokens.inkSoft, [2, 4]))
  inPart(sheet, 'flow', () => arrow(sheet, origin, tip, tokens.ink, []))
  inPart(sheet, 'state', () => {
    context.fillStyle = tokens.ink
    context.beginPath()
    context.arc(middle, middle, 3, 0, 2 * Math.PI)
    context.fill()
  })
  const psi = (neuron: number): TextRun[] => [math('ψ'), sans('′('), math('x'), sub(String(neuron)), sans(') = ')]
  const lines: TextRun[][] = [
    [math('x'), sans(` = (${formatFixed(x1, 2)}, ${formatFixed(x2, 2)})`)],
    [sans('solid: '), math('f')],
    [sans('dotted: −∇'), math('E')],
    [...psi(1), sans(formatFixed(slopes[0], 2))],
    [...psi(2), sans(formatFixed(slopes[1], 2))],
  ]
  inPart(sheet, 'numbers', () =>
    lines.forEach((runs, k) =>
      text.draw(context, runs, [side + rem, (0.8 + 1.5 * k) * rem], tokens, {
        sizePx: textRem * rem,
        colour: tokens.ink,
      }),
    ),
  )
}

function line({ context }: Sheet, from: ReadonlyPair, to: ReadonlyPair): void {
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}

function arrow(sheet: Sheet, from: ReadonlyPair, to: ReadonlyPair, colour: string, dash: readonly number[]): void {
  const { context, tokens } = sheet
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length < 1) return
  const [a, b] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const head = Math.min(headRem * tokens.rem, length)
  const at = (along: number, across: number): ReadonlyPair => [
    from[0] + a * along - b * across,
    from[1] + b * along + a * across,
  ]
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = 1.75 * tokens.mark
  context.setLineDash([...dash])
  line(sheet, from, at(length - head, 0))
  context.setLineDash([])
  context.beginPath()
  context.moveTo(...to)
  context.lineTo(...at(length - head, head / 2.2))
  context.lineTo(...at(length - head, -head / 2.2))
  context.closePath()
  context.fill()
}
