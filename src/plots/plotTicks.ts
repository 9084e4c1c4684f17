import { levelStep, niceLevels } from '../model/contours.ts'
import { formatFixed } from '../ui/formatNumber.ts'

export interface PlotTick {
  readonly value: number
  readonly text: string
}

/** Digits after the point that a round step needs. */
export function stepDecimals(step: number): number {
  return step > 0 ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 0
}

/** Round ticks inside [low, high], both ends included, about so many. */
export function plotTicks(low: number, high: number, about: number): PlotTick[] {
  const step = levelStep(low, high, about)
  const slack = 1e-9 * (high - low)
  return niceLevels(low - slack, high + slack, about).map((value) => ({
    value,
    text: formatFixed(value, stepDecimals(step)),
  }))
}
