import { displayFromLab } from './colourSpace.ts'
import type { Triple } from './colourSpace.ts'

/**
 * The one energy colour map, after hypsometric tints: valleys in deep blue-teal, slopes in green and sand, ridges in
 * paper ivory. L* rises in equal steps, so that depth reads as depth in print and to colour-blind eyes as well.
 */

/** Entries of the table. */
export const energyColourCount = 64

/** Hue runs along these (a*, b*) from low to high energy, evenly spaced; lightness is set by the ends alone. */
const chromaticities: readonly (readonly [number, number])[] = [
  [2, -20],
  [-10, -21],
  [-20, -11],
  [-17, 9],
  [2, 23],
  [1, 10],
]
const lowestLightness = 18
const highestLightness = 95

/** A table of RGB bytes from low to high energy. */
function makeEnergyColours(count: number = energyColourCount): Uint8Array {
  const table = new Uint8Array(3 * count)
  for (let k = 0; k < count; k += 1) {
    const colour = displayFromLab(labOf(k / (count - 1)))
    for (let channel = 0; channel < 3; channel += 1) {
      table[3 * k + channel] = Math.round(255 * Math.min(1, Math.max(0, colour[channel])))
    }
  }
  return table
}

/** The colour at t in 0..1: L* linear in t; a* and b* on a Catmull-Rom curve through the control colours. */
export function labOf(t: number): Triple {
  const last = chromaticities.length - 1
  const at = Math.min(1, Math.max(0, t)) * last
  const segment = Math.min(Math.floor(at), last - 1)
  const s = at - segment
  const point = (index: number) => chromaticities[Math.min(last, Math.max(0, index))]
  const along = (axis: 0 | 1) => {
    const [p, q, r, u] = [segment - 1, segment, segment + 1, segment + 2].map((index) => point(index)[axis]) as [
      number,
      number,
      number,
      number,
    ]
    return q + 0.5 * s * (r - p + s * (2 * p - 5 * q + 4 * r - u + s * (3 * (q - r) + u - p)))
  }
  return [lowestLightness + t * (highestLightness - lowestLightness), along(0), along(1)]
}

export const energyColours: Uint8Array = makeEnergyColours()

/**
 * The share of the colour map at a share t of the energy range: more of the colours near the bottom, so that wells read
 * as wells. log(1 + 2.2 t)/log 3.2; the 3-D surface has the same curve in its shader.
 */
export function energyTone(t: number): number {
  return Math.log(1 + 2.2 * Math.min(1, Math.max(0, t))) / Math.log(3.2)
}

/** The CSS colour of a share t of the energy range, tone included. */
export function energyColour(t: number): string {
  const at = energyTone(t) * (energyColourCount - 1)
  const low = Math.min(Math.floor(at), energyColourCount - 2)
  const channel = (k: number) => {
    const from = energyColours[3 * low + k]
    return Math.round(from + (energyColours[3 * low + 3 + k] - from) * (at - low))
  }
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`
}
