import type { Diagram } from '../../model/phase/diagram.ts'
import { pathParameter } from '../../model/phase/diagramPath.ts'
import { plotTicks, type PlotTick } from '../plotTicks.ts'
import { shownRange, type Shown } from './branchValues.ts'

/** The inner rectangle of a diagram, in CSS pixels, and its two scales. */
export interface DiagramFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (s: number) => number
  readonly y: (value: number) => number
  /** s of a pixel, from 0 to 1. */
  readonly s: (x: number) => number
}

const leftRem = 2.4
const rightRem = 2.1
const topRem = 0.6
const bottomRem = 1.5

export function diagramFrame(width: number, height: number, rem: number, diagram: Diagram, show: Shown): DiagramFrame {
  const { low, high } = shownRange(diagram, show)
  const left = leftRem * rem
  const right = Math.max(left + 1, width - rightRem * rem)
  const top = topRem * rem
  const bottom = Math.max(top + 1, height - bottomRem * rem)
  return {
    left,
    right,
    top,
    bottom,
    x: (s) => left + s * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
    s: (x) => Math.min(1, Math.max(0, (x - left) / (right - left))),
  }
}

/** Round numbers of a parameter that goes by ratios. */
const ratioTicks = [0.5, 1, 2, 5, 10] as const

/** Ticks of the parameter, with their s. */
export function parameterTicks({ path }: Diagram, about: number): (PlotTick & { readonly s: number })[] {
  const from = pathParameter(path, 0).value
  const to = pathParameter(path, 1).value
  if (from === to) return []
  if (path.kind === 'gain') {
    return ratioTicks
      .map((value) => ({ value, text: String(value), s: Math.log(value / from) / Math.log(to / from) }))
      .filter(({ s }) => s >= 0 && s <= 1)
  }
  return plotTicks(Math.min(from, to), Math.max(from, to), about).map((tick) => ({
    ...tick,
    s: (tick.value - from) / (to - from),
  }))
}
