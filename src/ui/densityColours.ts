import { displayFromLab } from './colourSpace.ts'
import type { Triple } from './colourSpace.ts'

/**
 * The one colour map of probability: paper where there is none, through steel to ink blue where there is most. A single hue, so that nobody
 * takes it for the energies; L* falls in equal steps, so that more reads as more in print and to colour-blind eyes as well.
 */

/** Entries of the table. */
export const densityColourCount = 64

/** (a*, b*) from no density to the most, evenly spaced; lightness is set by the ends alone. */
const chromaticities: readonly (readonly [number, number])[] = [
  [1, 9],
  [-4, -3],
  [-6, -15],
  [-4, -25],
  [0, -29],
  [3, -24],
]
const lowestLightness = 95
const highestLightness = 16

/** The colour at t in 0..1: L*, a* and b* linear between the control colours. */
function labOf(t: number): Triple {
  const at = Math.min(1, Math.max(0, t)) * (chromaticities.length - 1)
  const low = Math.min(Math.floor(at), chromaticities.length - 2)
  const between = (axis: 0 | 1) =>
    chromaticities[low][axis] + (at - low) * (chromaticities[low + 1][axis] - chromaticities[low][axis])
  return [lowestLightness + t * (highestLightness - lowestLightness), between(0), between(1)]
}

/** RGB bytes from no density to the most. */
export const densityColours: Uint8Array = Uint8Array.from({ length: 3 * densityColourCount }, (_, k) => {
  const colour = displayFromLab(labOf(Math.floor(k / 3) / (densityColourCount - 1)))
  return Math.round(255 * Math.min(1, Math.max(0, colour[k % 3])))
})

/**
 * The share of the colour map at a share t of the peak: its root, since a density is peaked and its flanks matter. The 3-D surface has the
 * same curve in its shader.
 */
export function densityTone(t: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, t)))
}

/** The CSS colour of a share t of the peak, tone included. */
export function densityColour(t: number): string {
  const at = densityTone(t) * (densityColourCount - 1)
  const low = Math.min(Math.floor(at), densityColourCount - 2)
  const channel = (k: number) => {
    const from = densityColours[3 * low + k]
    return Math.round(from + (densityColours[3 * low + 3 + k] - from) * (at - low))
  }
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`
}
