import { densityColourCount, densityColours, densityTone } from '../ui/densityColours.ts'
import { energyColourCount, energyColours, energyTone } from '../ui/energyColours.ts'

/**
 * Entries of a table by height less one: the tone curve is paid for once, not per pixel. So many because the tone of the density is steep
 * at zero: with 1024 its feet had visible steps.
 */
const heightSteps = 16384

/** RGB bytes by share of the range of heights, `heightSteps` + 1 of them. */
export type HeightTable = Uint8Array

function makeHeightTable(colours: Uint8Array, count: number, tone: (share: number) => number): HeightTable {
  const table = new Uint8Array(3 * (heightSteps + 1))
  for (let k = 0; k <= heightSteps; k += 1) {
    const at = tone(k / heightSteps) * (count - 1)
    const low = Math.min(Math.floor(at), count - 2)
    for (let channel = 0; channel < 3; channel += 1) {
      const from = colours[3 * low + channel]
      table[3 * k + channel] = Math.round(from + (colours[3 * low + 3 + channel] - from) * (at - low))
    }
  }
  return table
}

export const energyTable: HeightTable = makeHeightTable(energyColours, energyColourCount, energyTone)

const densityTables = new Map<boolean, HeightTable>()

/** The table of the theme, made when it is first asked for. */
export function densityTable(isDark: boolean): HeightTable {
  const table = densityTables.get(isDark) ?? makeHeightTable(densityColours(isDark), densityColourCount, densityTone)
  densityTables.set(isDark, table)
  return table
}

/** Where the colour of a share of the range stands in a table. */
export function tableEntry(share: number): number {
  return 3 * Math.min(heightSteps, Math.max(0, Math.round(share * heightSteps)))
}
