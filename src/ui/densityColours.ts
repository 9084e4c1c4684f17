import { displayFromLab } from './colourSpace.ts'
import type { Triple } from './colourSpace.ts'

/**
 * The colour maps of probability, one a theme: from the ground of the page, where there is none, through steel blue to the far end of
 * lightness, where there is most: ink blue on paper, luminous ice blue on blue-black. A single hue, so that nobody takes it for the
 * energies; L* runs in equal steps away from the ground, so that more reads as more in print and to colour-blind eyes as well.
 */

/** Entries of each table. */
export const densityColourCount = 64

interface Ramp {
  /** L* where there is no density and where there is most. */
  readonly lightness: readonly [none: number, most: number]
  /** (a*, b*) from no density to the most, evenly spaced; lightness is set by the ends alone. */
  readonly chromaticities: readonly (readonly [number, number])[]
}

const ramps = {
  light: {
    lightness: [95, 16],
    chromaticities: [
      [1, 9],
      [-4, -3],
      [-6, -15],
      [-4, -25],
      [0, -29],
      [3, -24],
    ],
  },
  // From a little above the page, so that the block still stands out from it.
  dark: {
    lightness: [16, 92],
    chromaticities: [
      [0, -17],
      [-1, -25],
      [-4, -29],
      [-7, -28],
      [-8, -20],
      [-6, -9],
    ],
  },
} as const satisfies Record<string, Ramp>

/** The colour at t in 0..1: L*, a* and b* linear between the control colours. */
function labOf({ lightness: [none, most], chromaticities }: Ramp, t: number): Triple {
  const at = Math.min(1, Math.max(0, t)) * (chromaticities.length - 1)
  const low = Math.min(Math.floor(at), chromaticities.length - 2)
  const between = (axis: 0 | 1) =>
    chromaticities[low][axis] + (at - low) * (chromaticities[low + 1][axis] - chromaticities[low][axis])
  return [none + t * (most - none), between(0), between(1)]
}

function makeDensityColours(ramp: Ramp): Uint8Array {
  return Uint8Array.from({ length: 3 * densityColourCount }, (_, k) => {
    const colour = displayFromLab(labOf(ramp, Math.floor(k / 3) / (densityColourCount - 1)))
    return Math.round(255 * Math.min(1, Math.max(0, colour[k % 3])))
  })
}

const tables = { light: makeDensityColours(ramps.light), dark: makeDensityColours(ramps.dark) }

/** RGB bytes from no density to the most, in the theme that is light or dark. */
export function densityColours(isDark: boolean): Uint8Array {
  return isDark ? tables.dark : tables.light
}

/**
 * The share of the colour map at a share t of the peak: its root, since a density is peaked and its flanks matter. The 3-D surface has the
 * same curve in its shader.
 */
export function densityTone(t: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, t)))
}

/** L* of a share t of the peak, tone included. The 3-D surface has the same lines in its shader. */
export function densityLightness(t: number, isDark: boolean): number {
  const [none, most] = ramps[isDark ? 'dark' : 'light'].lightness
  return none + densityTone(t) * (most - none)
}

/** The CSS colour of a share t of the peak, tone included. */
export function densityColour(t: number, isDark: boolean): string {
  const table = densityColours(isDark)
  const at = densityTone(t) * (densityColourCount - 1)
  const low = Math.min(Math.floor(at), densityColourCount - 2)
  const channel = (k: number) => {
    const from = table[3 * low + k]
    return Math.round(from + (table[3 * low + 3 + k] - from) * (at - low))
  }
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`
}
