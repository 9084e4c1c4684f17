import { activation } from '../model/activation.ts'
import { existenceSaliency, memoryAmplitude } from '../model/memory.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { formatNumber } from '../ui/formatNumber.ts'

/** One memory in the figure of ψ(γ) = γ/α. */
export interface GammaLine {
  readonly memory: 0 | 1
  readonly saliency: number
  /** γ of the crossing; 0 where the line meets the curve only at the origin. */
  readonly amplitude: number
  /** Where the line γ/α leaves the figure, (γ, height); null where α ≤ 0 and the line goes the other way. */
  readonly end: ReadonlyPair | null
}

export interface GammaGeometry {
  /** The figure shows γ from 0 to `width` and heights from 0 to `height`. */
  readonly width: number
  readonly height: number
  readonly curve: readonly ReadonlyPair[]
  readonly lines: readonly [GammaLine, GammaLine]
}

const heightShown = 1.12
const curvePoints = 80
/** Room to the right of the last crossing, as a share of its γ. */
const roomPastCrossing = 1.25
/** Least width, in units of 1/g: there the curve is nearly flat. */
const leastWidth = 2

/** The activation ψ(γ) = tanh(g γ) and the dissipation lines γ/α of both memories (Betteti et al. 2025, Figure 5). */
export function gammaGeometry(saliency: ReadonlyPair, gain: number): GammaGeometry {
  const amplitudes = saliency.map((alpha) => memoryAmplitude(alpha, gain))
  const width = Math.max(leastWidth * existenceSaliency(gain), roomPastCrossing * Math.max(...amplitudes))
  const curve = Array.from({ length: curvePoints + 1 }, (_, k) => {
    const gamma = (width * k) / curvePoints
    return [gamma, activation(gamma, gain)] as const
  })
  const line = (memory: 0 | 1): GammaLine => {
    const alpha = saliency[memory]
    return {
      memory,
      saliency: alpha,
      amplitude: amplitudes[memory],
      end: alpha > 0 ? [Math.min(width, heightShown * alpha), Math.min(heightShown, width / alpha)] : null,
    }
  }
  return { width, height: heightShown, curve, lines: [line(0), line(1)] }
}

/** The figure in words. */
export function gammaSentence(saliency: ReadonlyPair, gain: number): string {
  const threshold = formatNumber(existenceSaliency(gain))
  return saliency
    .map((alpha, memory) => {
      const gamma = memoryAmplitude(alpha, gain)
      return gamma > 0
        ? `The line of memory ${memory + 1} crosses the curve at γ = ${formatNumber(gamma)}.`
        : `The line of memory ${memory + 1} meets the curve only at zero: its saliency is not above ${threshold}.`
    })
    .join(' ')
}
